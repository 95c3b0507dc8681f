import type { EngineView, Loaded } from '@firstwin/engine'
import type { Confirmation, Message } from '@firstwin/schema'
import { attempt } from './report/attempt.ts'
import type { Scene, SceneItem } from './scene.ts'

export interface SceneContext {
  journey: Loaded
  locale: string
  traits: Readonly<Record<string, unknown>>
  /** The element of the step under way, shown or not. */
  target: Element | undefined
}

/** What the engine decided, with everything that is needed to draw it. */
export function toScene(view: EngineView, context: SceneContext): Scene {
  const { journey, locale, traits } = context
  return {
    item: toItem(view, context),
    isUnderWay: view.active !== undefined,
    launcher: view.hasLauncher ? view.progress : undefined,
    locale: spokenBy(journey, toLocale(locale)),
    fallbackLocale: journey.locale,
    traits,
  }
}

/**
 * The locale, if our own words (`view/words`) or any title of the journey speak it; else the
 * journey's own, so that direction, dates and our words go with the texts that stand in.
 */
function spokenBy({ locale, guides, messages, wins }: Loaded, wanted: string | undefined): string {
  const own = toLocale(locale) ?? 'en'
  if (!wanted) return own
  const [language = ''] = wanted.split('-')
  const spoken = [...guides, ...messages, ...wins].flatMap(({ title }) => Object.keys(title))
  return ['en', 'ja', own, ...spoken].some((tag) => tag.startsWith(language)) ? wanted : own
}

/** `undefined` for what is none: dates and numbers cannot be written by it. `en_US` is meant well. */
function toLocale(locale: unknown): string | undefined {
  const tag = String(locale).replaceAll('_', '-')
  return attempt(() => new Intl.Locale(tag)) && tag
}

function toItem(view: EngineView, { journey, target }: SceneContext): SceneItem | undefined {
  const { shown, progress, active, requested } = view
  switch (shown?.kind) {
    case 'step': {
      if (!active || (active.step.target && !target)) return undefined
      const { guide, step, index, memory } = active
      const key = `${guide.id}/${step.id}`
      const of = guide.steps.length
      const stuck = memory.stuck ?? false
      return {
        kind: 'step',
        key,
        step,
        target,
        index,
        of,
        stuck,
        requested,
      }
    }
    case 'checklist': {
      const praise = journey.wins.find(({ id }) => id === shown.praise)
      return progress && { kind: 'checklist', progress, praise }
    }
    case 'celebration':
      return toCelebration(view, shown.win, journey)
    case 'message': {
      const message = journey.messages.find(({ id }) => id === shown.message)
      if (!message) return undefined
      if (!isLetter(message)) return { kind: 'message', message }
      const map = message.roadmap ? progress : undefined
      return { kind: 'letter', message, progress: map, date: view.since }
    }
    case 'survey': {
      const survey = journey.surveys.find(({ id }) => id === shown.survey)
      const index = survey?.questions.findIndex(({ id }) => id === shown.question) ?? -1
      const question = survey?.questions[index]
      return (
        question &&
        survey && { kind: 'survey', survey, question, index, of: survey.questions.length }
      )
    }
    case 'setup': {
      const setup = journey.setups.find(({ id }) => id === shown.setup)
      return setup && view.form && { kind: 'setup', setup, ...view.form }
    }
    case undefined:
      return undefined
  }
}

function toCelebration(
  { ttvMs, isAwaited }: EngineView,
  id: string,
  journey: Loaded,
): SceneItem | undefined {
  const win = journey.wins.find((one) => one.id === id)
  if (!win) return undefined
  const { celebrate } = win
  const size = (typeof celebrate === 'object' ? celebrate.size : celebrate) ?? 'small'
  const next = typeof celebrate === 'object' ? celebrate.next : undefined
  return { kind: 'celebration', win, size, ttvMs, next, isAwaited }
}

function isLetter(message: Message): message is Confirmation {
  return message.kind === 'confirmation'
}
