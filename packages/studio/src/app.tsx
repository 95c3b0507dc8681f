import { useEffect, useState } from 'preact/hooks'
import type { Screen } from './data/screen.ts'
import type { Source } from './data/source.ts'
import { useScreen } from './data/use-screen.ts'
import { EmptyState } from './frame/empty-state.tsx'
import { Failure } from './frame/failure.tsx'
import { Header } from './frame/header.tsx'
import { SignIn } from './frame/sign-in.tsx'
import { Skeleton } from './frame/skeleton.tsx'
import { Report } from './report.tsx'
import {
  firstLanguage,
  keepLanguage,
  LANGUAGES,
  WordsContext,
  type Language,
} from './words/language.ts'

/** The results screen, over any source of results. */
export function App({ source }: { source: Source }) {
  const [language, setLanguage] = useState(firstLanguage)
  const [wanted, setWanted] = useState('')
  const { screen, connected, reload } = useScreen(source, wanted)
  const words = LANGUAGES[language]

  useEffect(() => {
    document.documentElement.lang = language
    document.title = `${words.title} · Firstwin`
  }, [language, words])

  const choose = (tag: Language): void => {
    keepLanguage(tag)
    setLanguage(tag)
  }

  return (
    <WordsContext.Provider value={words}>
      <div class="page">
        <Header
          journey={journeyOf(screen)}
          connected={connected}
          onJourney={setWanted}
          onLanguage={choose}
        />
        <main>
          <Content screen={screen} source={source} reload={reload} />
        </main>
      </div>
    </WordsContext.Provider>
  )
}

function journeyOf(screen: Screen) {
  if (screen.kind !== 'loaded') return undefined
  const { journeys, results } = screen
  return { id: results.journey, all: journeys, customers: results.tiers[0]?.started ?? 0 }
}

interface ContentProps {
  screen: Screen
  source: Source
  reload: () => void
}

function Content({ screen, source, reload }: ContentProps) {
  switch (screen.kind) {
    case 'loading':
      return <Skeleton />
    case 'sign-in':
      return <SignIn onSignIn={source.signIn} onDone={reload} />
    case 'refused':
      return <Failure refusal={screen} onRetry={reload} />
    case 'unreachable':
      return <Failure onRetry={reload} />
    case 'empty':
      return <EmptyState scriptTag={screen.scriptTag} />
    case 'loaded':
      return <Report results={screen.results} wins={screen.wins} />
  }
}
