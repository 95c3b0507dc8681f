import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useApp, useSnapshot } from '../app-context.ts'
import { useCell } from '../cell.ts'
import { post } from '../post.ts'
import { useWords } from '../words.ts'
import { nextAnniversary } from './next-anniversary.ts'
import { settingsWords } from './settings-words.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const MOVES = [
  { name: 'day', ms: DAY_MS },
  { name: 'week', ms: 7 * DAY_MS },
  { name: 'year', ms: 365 * DAY_MS },
] as const

/** Moves the time of the whole demo. Looks unlike the product, because it is none of it. */
export function DemoClockCard(): VNode {
  const { clock } = useApp()
  const words = useWords(settingsWords)
  const { company } = useSnapshot()
  const [failed, setFailed] = useState(false)

  async function change(body: { move: number } | { set: number }): Promise<void> {
    const { ok } = await post('/demo/clock', body)
    setFailed(!ok)
  }

  return (
    <section class="card demo-card" aria-labelledby="demo-clock">
      <h2 id="demo-clock">{words.demo}</h2>
      <p>{words.demoBody}</p>
      <p class="demo-now">
        <span>{words.itIs}</span> <Now />
      </p>
      <div class="demo-moves">
        {MOVES.map(({ name, ms }) => (
          <button key={name} type="button" class="button" onClick={() => void change({ move: ms })}>
            {words[name]}
          </button>
        ))}
        <button
          type="button"
          class="button"
          onClick={() => void change({ set: nextAnniversary(company.contractedAt, clock.now()) })}
        >
          {words.anniversary}
        </button>
      </div>
      {failed && (
        <p class="error" role="alert">
          {words.failed}
        </p>
      )}
    </section>
  )
}

const TICK_MS = 1000

function Now(): VNode {
  const { clock, locale } = useApp()
  useCell(clock.reading)
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'medium' })
  return <time dateTime={new Date(clock.now()).toISOString()}>{format.format(clock.now())}</time>
}
