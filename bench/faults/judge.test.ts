import { describe, expect, it } from 'vitest'
import { judge } from './judge.ts'
import type { Tracked } from './ledger.ts'
import { toMark } from './marks.ts'
import type { StoredRow } from './stored-rows.ts'

const START = Date.UTC(2026, 10, 22)
const DAY_MS = 86_400_000

function tracked(number: number, more: Partial<Tracked> = {}): Tracked {
  const between = [START, START + 10] as const
  const mark = toMark('f1', 1, number)
  return { mark, page: 1, between, clockMs: () => 0, user: undefined, ...more }
}

/** Happened at the start, sent after a second, on the way for 50 ms. */
function stored(number: number, more: Partial<StoredRow> = {}): StoredRow {
  return {
    messageId: `m${number}`,
    name: 'bench.done',
    mark: toMark('f1', 1, number),
    session: 's',
    sequence: number + 1,
    user: undefined,
    anonymousId: 'a',
    at: START + 55,
    deviceSentAt: START + 1000,
    receivedAt: START + 1050,
    dropped: 0,
    ...more,
  }
}

describe('judge', () => {
  it('finds nothing where everything is there once, in order, in time', () => {
    expect(judge([tracked(0), tracked(1)], [stored(0), stored(1)])).toEqual({
      tracked: 2,
      lost: 0,
      untold: 0,
      doubled: 0,
      gaps: 0,
      echoes: 0,
      disordered: 0,
      mistimed: 0,
      misattributed: 0,
      winsAgain: 0,
      winners: 0,
      dropped: 0,
      worstMs: 45,
    })
  })

  it('counts what is not on disk as lost', () => {
    expect(judge([tracked(0), tracked(1)], [stored(0)])).toMatchObject({ lost: 1, doubled: 0 })
  })

  it('counts what is lost beyond what was told as dropped', () => {
    const three = [tracked(0), tracked(1), tracked(2)]
    const tell = (dropped: number) => judge(three, [stored(2, { dropped })])
    expect(tell(1)).toMatchObject({ lost: 2, dropped: 1, untold: 1 })
    expect(tell(3)).toMatchObject({ lost: 2, dropped: 3, untold: 0 })
  })

  it('counts two rows of one event as doubled, whatever their ids', () => {
    const rows = [stored(0), stored(0, { messageId: 'other', sequence: 2 })]
    expect(judge([tracked(0)], rows)).toMatchObject({ lost: 0, doubled: 1 })
  })

  it('counts a number that is missing in a session as a lost report of our own', () => {
    expect(judge([tracked(0)], [stored(0, { sequence: 3 })])).toMatchObject({ gaps: 2 })
  })

  it('takes a number that is missing for an echo where another tab said the same in that moment', () => {
    const said = stored(5, { mark: undefined, session: 'other', name: 'win_reached', sequence: 1 })
    const rows = [stored(0), stored(1, { sequence: 3 })]
    const judgeWith = (more: Partial<typeof said>) =>
      judge([tracked(0), tracked(1)], [...rows, { ...said, at: START, ...more }])
    expect(judgeWith({})).toMatchObject({ gaps: 0, echoes: 1 })
    expect(judgeWith({ at: START + 60_000 })).toMatchObject({ gaps: 1, echoes: 0 })
    expect(judgeWith({ name: 'step_viewed' })).toMatchObject({ gaps: 1, echoes: 0 })
    expect(judgeWith({ anonymousId: 'somebody-else' })).toMatchObject({ gaps: 1, echoes: 0 })
  })

  it('counts a later event with an earlier number as out of order', () => {
    const rows = [stored(0, { sequence: 2 }), stored(1, { sequence: 1 })]
    expect(judge([tracked(0), tracked(1)], rows)).toMatchObject({ disordered: 1 })
  })

  it('begins to number anew with a new session', () => {
    const rows = [stored(0, { session: 'one' }), stored(1, { session: 'two', sequence: 1 })]
    expect(judge([tracked(0), tracked(1)], rows)).toMatchObject({ disordered: 0, gaps: 0 })
  })

  it('takes a time that is off by more than the way took for wrong', () => {
    expect(judge([tracked(0)], [stored(0, { at: START + 70 })])).toMatchObject({ mistimed: 1 })
    expect(judge([tracked(0)], [stored(0, { at: START - 60 })])).toMatchObject({ mistimed: 1 })
  })

  it('knows the way of a device whose clock is off', () => {
    const sent = { deviceSentAt: START + 1000 + DAY_MS }
    const one = tracked(0, { clockMs: () => DAY_MS })
    expect(judge([one], [stored(0, sent)])).toMatchObject({ mistimed: 0 })
    expect(judge([one], [stored(0, { ...sent, at: START + DAY_MS })])).toMatchObject({
      mistimed: 1,
    })
  })

  it('counts an event that went to another person', () => {
    const rows = [stored(0, { user: 'bo' }), stored(1, { user: 'ada' })]
    const both = [tracked(0, { user: 'ada' }), tracked(1, { user: 'ada' })]
    expect(judge(both, rows)).toMatchObject({ misattributed: 1 })
  })

  it('counts reports of a win beyond one for each person', () => {
    const win = { name: 'win_reached', mark: undefined }
    const rows = [stored(0), stored(1, win), stored(2, win), stored(3, { ...win, user: 'ada' })]
    expect(judge([tracked(0)], rows)).toMatchObject({ winsAgain: 1, winners: 2 })
  })
})
