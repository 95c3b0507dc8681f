import type { Explanation } from '@firstwin/engine/explain'
import type { VNode } from 'preact'
import { CheckLine, toFoundText, toWantedText } from './check-line.tsx'
import type { InspectProps, Sight } from './sight.ts'
import { titleOf } from './title-of.ts'
import { judge, type Judgement } from './verdict.ts'

/** Everything in the journey: whether it is shown, and which check speaks against it. */
export function WhyTab({ sight, deeds }: InspectProps): VNode {
  const { words, filter } = sight
  const wanted = filter.trim().toLowerCase()
  const things = sight.explain().map((one) => toThing(one, sight))
  const found = things.filter(({ search }) => search.includes(wanted))
  const onInput = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLInputElement) deeds.filter(currentTarget.value)
  }
  return (
    <>
      <input
        class="filter"
        type="search"
        value={filter}
        placeholder={words.filter}
        aria-label={words.filter}
        onInput={onInput}
      />
      {found.length === 0 && <p class="hint">{words.noMatch}</p>}
      {found.map((thing) => (
        <Thing key={`${thing.one.kind}/${thing.one.id}`} thing={thing} sight={sight} />
      ))}
    </>
  )
}

interface ThingToShow {
  one: Explanation
  title: string
  judgement: Judgement
  reason: string
  /** What the filter looks into, in lower case. */
  search: string
}

function toThing(one: Explanation, sight: Sight): ThingToShow {
  const { words } = sight
  const judgement = judge(one)
  const title = titleOf(one, sight)
  const reason = toReason(judgement, sight)
  const { kind, id } = one
  const state = words.verdicts[judgement.verdict]
  const search = [title, id, kind, words.kinds[kind], state, reason].join(' ').toLowerCase()
  return { one, title, judgement, reason, search }
}

/** The failed check, and in brackets the part of its condition and what is the case instead. */
function toReason({ reason: [top, leaf] }: Judgement, { words, locale }: Sight): string {
  if (!top) return ''
  const part = leaf ?? top
  const condition = toWantedText(part.wanted, words)
  const found = part.found === 'on-request' ? '' : toFoundText(part.found, locale)
  const now = condition && found && `${words.now} ${found}`
  const detail = [condition, now || found].filter(Boolean).join(', ')
  return words.fails(top) + (detail === '' ? '' : ` (${detail})`)
}

function Thing({ thing, sight }: { thing: ThingToShow; sight: Sight }): VNode {
  const { one, title, judgement, reason } = thing
  const { words } = sight
  const { verdict, checks } = judgement
  return (
    <details class={verdict}>
      <summary>
        <span class="head">
          <span class={`dot ${verdict}`} aria-hidden="true" />
          <span class="name">{title}</span>
          <span class="chip">{words.kinds[one.kind]}</span>
        </span>
        <span class="why">
          <strong>{words.verdicts[verdict]}</strong>
          {reason !== '' && `: ${reason}`}
        </span>
      </summary>
      <p>
        <code>{one.id}</code>
      </p>
      <ul>
        {checks.map((judged, index) => (
          <CheckLine key={`${index} ${judged.check.check}`} judged={judged} sight={sight} />
        ))}
      </ul>
    </details>
  )
}
