import type { Part } from '../part.ts'
import css from './form.css?inline'
import { SetupForm } from './setup-form.tsx'
import { SurveyCard } from './survey-card.tsx'

/** What the user fills in: the setup in the middle, a survey in the corner of the launcher. */
export const form: Part = {
  css,
  draw(item, ui) {
    if (item.kind === 'setup') return <SetupForm item={item} ui={ui} />
    // Another question is another card: nothing of the last answer may stay.
    if (item.kind === 'survey') return <SurveyCard key={item.question.id} item={item} ui={ui} />
    return undefined
  },
  escapeFromPage: (item) => item.kind === 'setup',
  settle(item, { ui, announce, panel, signal }) {
    if (item.kind === 'setup') announce(ui.say.plain(item.setup.title))
    if (item.kind !== 'survey') return
    announce(ui.say.plain(item.question.ask))
    // Another question, which comes at once, is announced in its place.
    signal.addEventListener('abort', () => {
      if (panel.querySelector('.sent')) announce(ui.words.thanks)
    })
  },
}
