import type { JourneyTitles, WinEntry } from '@firstwin/collector'
import { ago } from '../words/ago.ts'
import { formatDuration } from '../words/duration.ts'
import { useWords } from '../words/language.ts'
import { nameOf } from '../words/name-of.ts'
import { titleOf } from '../words/title-of.ts'

interface WinsSectionProps {
  wins: readonly WinEntry[]
  titles: JourneyTitles
  /** By the collector's clock, in ms since 1970. */
  now: number
}

/** The latest wins, as they come in. */
export function WinsSection({ wins, titles, now }: WinsSectionProps) {
  const words = useWords()

  return (
    <section aria-labelledby="question-wins">
      <h2 id="question-wins">{words.wins.question}</h2>
      {wins.length === 0 && <p class="note">{words.wins.empty}</p>}
      <ol class="wins" aria-live="polite" aria-relevant="additions">
        {wins.map((win) => (
          <li key={win.id} data-tier={win.tier}>
            <p>
              <strong>{nameOf(win.person, words)}</strong>
              <time dateTime={new Date(win.at).toISOString()}>
                {ago(win.at, now, words.locale)}
              </time>
            </p>
            <p>
              {titleOf(win.win, titles.wins, words.locale)}
              <span class="quiet">
                {' '}
                {win.tier && `${words.tiers[win.tier].name} `}
                {words.wins.after(formatDuration(win.ttvMs, words.locale))}
              </span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
