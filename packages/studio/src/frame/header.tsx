import type { JourneySummary } from '@firstwin/collector'
import { LANGUAGES, useWords, type Language } from '../words/language.ts'
import { titleOf } from '../words/title-of.ts'

interface HeaderProps {
  /** What is shown; `undefined` while nothing is. */
  journey: { id: string; all: readonly JourneySummary[]; customers: number } | undefined
  connected: boolean
  onJourney: (id: string) => void
  onLanguage: (language: Language) => void
}

const NAMES: Readonly<Record<Language, string>> = { en: 'English', ja: '日本語' }

export function Header({ journey, connected, onJourney, onLanguage }: HeaderProps) {
  const words = useWords()
  const tags: readonly Language[] = ['en', 'ja']

  return (
    <header>
      <div class="masthead">
        <p class="brand">
          <Mark /> Firstwin
        </p>
        <fieldset class="languages">
          <legend class="visually-hidden">{words.language}</legend>
          {tags.map((tag) => (
            <button
              key={tag}
              type="button"
              lang={LANGUAGES[tag].locale}
              aria-pressed={tag === words.locale}
              onClick={() => onLanguage(tag)}
            >
              {NAMES[tag]}
            </button>
          ))}
        </fieldset>
      </div>
      <h1>{words.title}</h1>
      <p class="subtitle">
        {journey && <JourneyName {...journey} onJourney={onJourney} />}
        {journey && <span>{words.subtitle(journey.customers)}</span>}
        {journey && (
          <output class={connected ? 'live' : 'live lost'}>
            {connected ? words.live.on : words.live.off}
          </output>
        )}
      </p>
    </header>
  )
}

interface JourneyNameProps {
  id: string
  all: readonly JourneySummary[]
  onJourney: (id: string) => void
}

function JourneyName({ id, all, onJourney }: JourneyNameProps) {
  const { journey, locale } = useWords()
  if (all.length < 2) return <span>{titleOf(id, {}, locale)}</span>
  return (
    <select
      aria-label={journey}
      value={id}
      onChange={({ currentTarget }) => onJourney(currentTarget.value)}
    >
      {all.map((one) => (
        <option key={one.id} value={one.id}>
          {titleOf(one.id, {}, locale)}
        </option>
      ))}
    </select>
  )
}

function Mark() {
  return (
    <svg class="mark" width="22" height="22" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" />
      <path d="M9 17.5l4.6 4.5L23 11.5" />
    </svg>
  )
}
