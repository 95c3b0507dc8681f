import type { ComponentChildren, VNode } from 'preact'
import { Link } from '../link.tsx'
import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useWords } from '../words.ts'
import { planWords } from './plan-words.ts'

export function TeamPlanPage(): VNode {
  const words = useWords(planWords)
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <div class="plans">
        <Plan
          name={words.trial}
          price={words.trialPrice}
          per={words.trialPer}
          includes={words.trialIncludes.split('\n')}
        >
          <p class="plan-now">{words.now}</p>
        </Plan>
        <Plan
          name={words.team}
          price={words.teamPrice}
          per={words.teamPer}
          includes={words.teamIncludes.split('\n')}
        >
          <Link href="/support" class="button button-main">
            {words.ask}
          </Link>
        </Plan>
      </div>
      <p class="hint">{words.honest}</p>
    </>
  )
}

interface PlanProps {
  name: string
  price: string
  per: string
  includes: readonly string[]
  /** What can be done about it. */
  children: ComponentChildren
}

function Plan({ name, price, per, includes, children }: PlanProps): VNode {
  return (
    <section class="card plan" aria-label={name}>
      <h2>{name}</h2>
      <p>
        <span class="figure">{price}</span> <small>{per}</small>
      </p>
      <ul>
        {includes.map((line) => (
          <li key={line}>
            <Icon name="check" />
            {line}
          </li>
        ))}
      </ul>
      {children}
    </section>
  )
}
