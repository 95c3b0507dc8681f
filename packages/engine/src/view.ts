import { isInSight } from './eligible.ts'
import { activeGuide, type ActiveGuide } from './guide-moves.ts'
import { pathProgress, type PathProgress } from './path-progress.ts'
import type { Current } from './session.ts'
import type { SetupValues } from './setup-values.ts'
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
  /** A step of the guide under way could stand where the celebration stands. */
  isAwaited: boolean
  /** Of the setup that is shown. */
  form: SetupForm | undefined
}

export interface SetupForm extends SetupValues {
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
  const active = activeGuide(turn)
  const isPraise = shown?.kind === 'celebration'
  return {
    shown,
    requested: current?.requested ?? turn.isAsked,
    since: current?.since ?? turn.facts.now,
    progress: pathProgress(turn),
    hasLauncher: hasLauncher(turn),
    active,
    ttvMs: isPraise ? timeToValue(turn, shown.win) : undefined,
    isAwaited: isPraise && active !== undefined && isInSight(turn, active.guide, active.index),
    form: shown?.kind === 'setup' ? toForm(current) : undefined,
  }
}

function toForm(current: Current | undefined): SetupForm {
  return { values: {}, recommended: [], ...current?.form, failed: current?.failed ?? false }
}
