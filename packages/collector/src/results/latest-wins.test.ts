import { expect, it } from 'vitest'
import type { Milestone } from '../store/event-store.ts'
import { latestWins } from './latest-wins.ts'
import { toPeople } from './person.ts'

/** Wins of one device, which count how often what they are is looked at. */
function countedWins(count: number) {
  const seen = { times: 0 }
  const milestones = Array.from({ length: count }, (_, index): Milestone => {
    const win = { journey: 'j', actor: 'a:d', path: '', subject: `w${index}`, at: index }
    return {
      ...win,
      get kind() {
        seen.times += 1
        return 'win' as const
      },
      messageId: `m${index}`,
      tier: 'aha',
      clock: undefined,
      deviceTtvMs: undefined,
    }
  })
  return { milestones, seen }
}

it('each of very many wins of one person is looked at a few times, however many there are', () => {
  const { milestones, seen } = countedWins(2_000)
  const nothing = { links: new Map(), traits: [], groups: new Map() }
  const wins = latestWins(toPeople({ ...nothing, milestones }))
  expect(wins.map(({ id }) => id).slice(0, 2)).toEqual(['m1999', 'm1998'])
  expect(wins.length).toBe(2_000)
  expect(seen.times).toBeLessThan(10 * 2_000)
})
