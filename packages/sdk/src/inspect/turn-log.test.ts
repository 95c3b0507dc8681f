import type { Outcome, Signal } from '@firstwin/engine'
import { describe, expect, it } from 'vitest'
import { logTurn, type Entry } from './turn-log.ts'

const check: Signal = { type: 'check' }
const report = { name: 'path_completed', properties: { path: 'p' } } as const

function outcome(more: Partial<Outcome> = {}): Outcome {
  const nothing = { path: undefined, view: undefined, wants: undefined, wakeAt: Infinity }
  const state = { memory: {}, session: {} } as Outcome['state']
  return { state, reports: [], effects: [], ...nothing, ...more }
}

function showing(shown: object | undefined): Partial<Outcome> {
  return { view: { shown, active: undefined, hasLauncher: false } as unknown as Outcome['view'] }
}

function log(turns: readonly [Signal, Partial<Outcome>][], before = ''): readonly Entry[] {
  let entries: readonly Entry[] = []
  for (const [index, [signal, more]] of turns.entries()) {
    const turn = { outcome: outcome(more), heard: { signal }, now: index, before }
    entries = logTurn(entries, turn)
  }
  return entries
}

describe('the log of signals', () => {
  it('has the newest first, and no more than 200', () => {
    const turns = Array.from({ length: 250 }, (_, index): [Signal, object] => [
      { type: 'event', name: `e${index}` },
      {},
    ])
    const entries = log(turns)
    expect(entries).toHaveLength(200)
    expect(entries[0]?.signal).toEqual({ type: 'event', name: 'e249' })
  })

  it('counts checks that change nothing instead of repeating them', () => {
    expect(
      log([
        [check, {}],
        [check, {}],
        [check, {}],
      ]),
    ).toMatchObject([{ count: 3, at: 2 }])
    expect(
      log([
        [check, {}],
        [check, { reports: [report] }],
        [check, {}],
      ]),
    ).toHaveLength(3)
  })

  it('leaves out what is heard again once its rules are there, but for the event itself', () => {
    const act: Signal = { type: 'act', action: { do: 'open' } }
    expect(log([[act, { wants: 'acts' }]])).toEqual([])
    expect(log([[{ type: 'event', name: 'e' }, { wants: 'stage' }]])).toHaveLength(1)
  })

  it.each([
    ['', { kind: 'setup', setup: 's' }, 'setup s'],
    ['setup s', undefined, ''],
    ['setup s', { kind: 'setup', setup: 's' }, undefined],
  ])('after %j and with %j on screen tells %j', (before, shown, told) => {
    expect(log([[check, showing(shown)]], before)[0]?.shown).toBe(told)
  })
})
