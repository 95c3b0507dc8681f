import type { TierResult } from '@firstwin/collector'
import { TierChart } from '../chart/tier-chart.tsx'
import { useWords } from '../words/language.ts'
import { PeopleTable } from './people-table.tsx'
import { tierAnswer } from './tier-answer.ts'

interface TierSectionProps {
  result: TierResult
  /** Whether it is the one that the screen is about. */
  main?: boolean
}

const MAIN_PX = 260
const SIDE_PX = 150

/** One question of one tier: the answer, its picture, and every customer in it. */
export function TierSection({ result, main = false }: TierSectionProps) {
  const words = useWords()
  const { name, question } = words.tiers[result.tier]
  const { figure, sentence, note } = tierAnswer(result, words)
  const heading = `question-${result.tier}`

  return (
    <section class={main ? 'tier main' : 'tier'} data-tier={result.tier} aria-labelledby={heading}>
      <p class="eyebrow">{name}</p>
      <h2 id={heading}>{question}</h2>
      <p class="answer">
        {figure && <strong>{figure}</strong>} <span>{sentence}</span>
      </p>
      <p class="note">{note}</p>
      <figure>
        <figcaption class="axis-title">{words.chart.share}</figcaption>
        <TierChart
          result={result}
          height={main ? MAIN_PX : SIDE_PX}
          label={`${figure} ${sentence} ${note}`}
        />
        <Legend />
      </figure>
      <PeopleTable result={result} />
    </section>
  )
}

function Legend() {
  const { chart } = useWords()
  return (
    <ul class="legend" aria-hidden="true">
      <li>
        <i class="sign reached" />
        {chart.reached}
      </li>
      <li>
        <i class="sign open" />
        {chart.stillOpen}
      </li>
      <li>
        <i class="sign band" />
        {chart.band}
      </li>
      <li class="axis-title">{chart.time}</li>
    </ul>
  )
}
