import type { Kind } from '../kind.ts'
import { answerKinds } from './answers.ts'
import { deviceKinds } from './device.ts'
import { endKinds } from './ends.ts'
import { networkKinds } from './network.ts'
import { outsideKinds } from './outside.ts'
import { pageEndKinds } from './page-ends.ts'
import { peopleKinds } from './people.ts'
import { tabKinds } from './tabs.ts'

/** All kinds of faults. A new one is one entry in the file of its topic. */
export const KINDS: readonly Kind[] = [
  ...networkKinds,
  ...answerKinds,
  ...pageEndKinds,
  ...tabKinds,
  ...deviceKinds,
  ...endKinds,
  ...peopleKinds,
  ...outsideKinds,
]
