import type { Loaded } from './data/screen.ts'
import { PathSection } from './path/path-section.tsx'
import { TierSection } from './tier/tier-section.tsx'
import { WinsSection } from './wins/wins-section.tsx'
import { useWords } from './words/language.ts'

/** The answers, the most important question first. */
export function Report({ results, wins }: Pick<Loaded, 'results' | 'wins'>) {
  const { path } = useWords()
  const { now, paths, tiers, titles } = results
  const first = tiers.find(({ tier }) => tier === 'first-strike')
  const others = tiers.filter((result) => result !== first)

  return (
    <>
      {first && <TierSection result={first} main />}
      <div class="pair">
        <div>
          {paths.map((one) => (
            <PathSection key={one.path} path={one} titles={titles} />
          ))}
          {paths.length === 0 && (
            <section>
              <h2>{path.question}</h2>
              <p class="note">{path.untitled}</p>
            </section>
          )}
        </div>
        <WinsSection wins={wins} titles={titles} now={now} />
      </div>
      <div class="pair even">
        {others.map((result) => (
          <TierSection key={result.tier} result={result} />
        ))}
      </div>
    </>
  )
}
