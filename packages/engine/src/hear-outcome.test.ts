import { describe, expect, it } from 'vitest'
import { aWorld } from '../test/a-world.ts'
import { loadJourney } from './load-journey.ts'

const FIELDS = [
  { id: 'kind', label: 'Kind', options: [{ value: 'news', label: 'News' }] },
  { id: 'hour', label: 'Hour', number: {} },
  { id: 'shop', label: 'Shop', text: {} },
  { id: 'city', label: 'City', text: {}, report: true },
]

describe('T22 setup_applied', () => {
  it('tells choices and numbers, and what was typed only where the author asks for it', () => {
    const { journey } = loadJourney({
      format: 1,
      id: 'a',
      locale: 'en',
      setups: [{ id: 'start', title: 'Start', fields: FIELDS, apply: { event: 'set-up' } }],
    })
    if (!journey) throw new Error('it does not load')
    const world = aWorld(journey)
    const values = { kind: 'news', hour: 9, shop: 'Mio & Co', city: 'Kyoto', other: 'x' }
    world.signal({ type: 'applied', setup: 'start', values, ok: true })
    const told = world.last.reports.find(({ name }) => name === 'setup_applied')
    expect(told?.properties).toEqual({
      setup: 'start',
      values: { kind: 'news', hour: 9, city: 'Kyoto' },
    })
  })
})
