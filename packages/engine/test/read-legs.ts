import type { Loaded } from '../src/load-journey.ts'
import type { Shown } from '../src/shown.ts'
import type { Leg } from './random-walk.ts'

/** The wins that the reports of this name tell of. */
export function reported(
  legs: readonly Leg[],
  name: 'win_reached' | 'celebration_shown',
): string[] {
  return legs.flatMap(({ outcome }) =>
    outcome.reports.flatMap((report) => (report.name === name ? [report.properties.win] : [])),
  )
}

/** What came unasked in the turn, as `kind:id`. */
export function interruption({ before, outcome }: Leg): string | undefined {
  const { interruptions, current } = outcome.state.session
  return interruptions > before.session.interruptions && current ? keyOf(current.shown) : undefined
}

/** `kind:id`. */
export function keyOf(shown: Shown): string {
  switch (shown.kind) {
    case 'step':
      return `guide:${shown.guide}`
    case 'message':
      return `message:${shown.message}`
    case 'survey':
      return `survey:${shown.survey}`
    case 'setup':
      return `setup:${shown.setup}`
    case 'celebration':
      return `win:${shown.win}`
    case 'checklist':
      return 'checklist'
  }
}

/** Whether the journey has what is shown. */
export function exists({ guides, messages, surveys, setups, wins }: Loaded, shown: Shown): boolean {
  const inGuide = guides.flatMap(({ id, steps }) => steps.map((step) => `${id}/${step.id}`))
  const asked = surveys.flatMap(({ id, questions }) => questions.map((one) => `${id}/${one.id}`))
  const hasWin = (wanted: string): boolean => wins.some(({ id }) => id === wanted)
  switch (shown.kind) {
    case 'step':
      return inGuide.includes(`${shown.guide}/${shown.step}`)
    case 'survey':
      return asked.includes(`${shown.survey}/${shown.question}`)
    case 'message':
      return messages.some(({ id }) => id === shown.message)
    case 'setup':
      return setups.some(({ id }) => id === shown.setup)
    case 'celebration':
      return hasWin(shown.win)
    case 'checklist':
      return shown.praise === undefined || hasWin(shown.praise)
  }
}

/** What was refused, or put off until later, in the turn. */
export function ends({
  journey: edition,
  before,
  signal,
  outcome,
}: Leg): [key: string, isPutOff: boolean][] {
  const found: [string, boolean][] = []
  for (const { name, properties } of outcome.reports) {
    if (name === 'message_answered') {
      found.push([`message:${properties.message}`, properties.answer === 'later'])
    }
    if (name === 'guide_dismissed') {
      found.push([`guide:${properties.guide}`, properties.reason === 'later'])
    }
  }
  const on = before.session.current?.shown
  const action = signal.type === 'act' ? signal.action : undefined
  if (on?.kind === 'survey' && action?.do === 'dismiss' && exists(edition, on)) {
    found.push([keyOf(on), action.reason === 'later'])
  }
  return found
}
