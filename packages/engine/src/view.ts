import type { Setup } from '@firstwin/schema'
import { byId } from './by-id.ts'
import { activeGuide, type ActiveGuide } from './guide-moves.ts'
import { holds, holdsAudience } from './holds.ts'
import { pathProgress, type PathProgress } from './path-progress.ts'
import type { Shown } from './shown.ts'
import { shownOf } from './stage.ts'
import type { Turn } from './turn.ts'
import { timeToValue } from './wins.ts'

/** What a turn shows, for those who draw it. */
export interface EngineView {
  shown: Shown | undefined
  /** The user asked for it, so it may take the focus. */
  requested: boolean
  /** When it appeared, in ms since 1970. */
  since: number
  progress: PathProgress | undefined
  /** The launcher stands there until the goodbye of a finished path was read. */
  hasLauncher: boolean
  /** The guide under way, on screen or waiting for its target. */
  active: ActiveGuide | undefined
  /** Of the celebration that is shown: milliseconds from the start of the clock. */
  ttvMs: number | undefined
  /** Of the setup that is shown. */
  form: SetupForm | undefined
}

export interface SetupForm {
  /** What stands in the fields first, by field id. */
  values: Readonly<Record<string, string | number>>
  /** The fields whose value is a recommendation. */
  recommended: readonly string[]
  /** The host's `apply` failed. */
  failed: boolean
}

/** The launcher stands there until the goodbye of a finished path was read. */
function hasLauncher(turn: Turn): boolean {
  const progress = pathProgress(turn)
  return progress !== undefined && !turn.memory.goodbyes.includes(progress.path.id)
}

export function toView(turn: Turn): EngineView {
  const { current } = turn.session
  const shown = shownOf(turn)
  const setup = shown?.kind === 'setup' ? byId(turn.journey.setups, shown.setup) : undefined
  return {
    shown,
    requested: current?.requested ?? turn.isAsked,
    since: current?.since ?? turn.facts.now,
    progress: pathProgress(turn),
    hasLauncher: hasLauncher(turn),
    active: activeGuide(turn),
    ttvMs: shown?.kind === 'celebration' ? timeToValue(turn, shown.win) : undefined,
    form: setup && { ...recommendedValues(turn, setup), failed: current?.failed ?? false },
  }
}

/** The first option whose audience or condition fits is recommended; else the author's default. */
function recommendedValues(turn: Turn, { fields }: Setup): Omit<SetupForm, 'failed'> {
  const recommended: string[] = []
  const values: Record<string, string | number> = {}
  for (const field of fields) {
    const option =
      'options' in field
        ? field.options.find(({ recommendedWhen: when }) =>
            typeof when === 'object' ? holds(turn, when) : when && holdsAudience(turn, when),
          )
        : undefined
    const value = option?.value ?? field.default
    if (value !== undefined) values[field.id] = value
    if (option) recommended.push(field.id)
  }
  return { values, recommended }
}
