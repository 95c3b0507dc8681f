import type { Case } from './case.ts'
import { CONTROL } from './cases-control.ts'
import { GEOMETRY } from './cases-geometry.ts'
import { INPUT } from './cases-input.ts'
import { LAYERS } from './cases-layers.ts'
import { PLATFORM } from './cases-platform.ts'
import { TARGETS } from './cases-targets.ts'

/** All that is compared, in the order of the table. */
export const CASES: readonly { group: string; cases: readonly Case[] }[] = [
  { group: 'Control', cases: CONTROL },
  { group: 'Layers of the host', cases: LAYERS },
  { group: 'Targets', cases: TARGETS },
  { group: 'Geometry', cases: GEOMETRY },
  { group: 'Keys, focus, words', cases: INPUT },
  { group: 'Platform', cases: PLATFORM },
]
