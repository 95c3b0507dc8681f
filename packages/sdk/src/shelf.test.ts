import { loadJourney } from '@firstwin/engine/load'
import { describe, expect, it } from 'vitest'
import type { TextStore } from './report/text-store.ts'
import { createShelf, type Shelf } from './shelf.ts'

const { journey } = loadJourney({ format: 1, id: 'mails' })

/** A device, and what each of its tabs sees of it: what others wrote comes to it a moment later. */
function createDevice() {
  const texts = new Map<string, string>()
  const clock = { now: 1000 }

  function open(): { shelf: Shelf; reach: (win: string) => void; catchUp: () => void } {
    if (!journey) throw new Error('no journey')
    const [seen, own] = [new Map(texts), new Map<string, string>()]
    const store: TextStore = {
      get: (key) => seen.get(key),
      set(key, text) {
        for (const place of [seen, texts]) place.set(key, text)
      },
      remove(key) {
        for (const place of [seen, texts]) place.delete(key)
      },
      keys: (prefix) => [...seen.keys()].filter((key) => key.startsWith(prefix)),
    }
    const sessions = { ...store, get: (key: string) => own.get(key) }
    const facts = () => clock
    const shelf = createShelf({ journey, store, sessions, facts, newId: () => 'tab' })
    return {
      shelf,
      reach(win) {
        const { memory, session } = shelf.read()
        const wins = { ...memory.wins, [win]: clock.now }
        shelf.write({ memory: { ...memory, wins, celebrated: wins }, session })
      },
      catchUp() {
        seen.clear()
        for (const [key, text] of texts) seen.set(key, text)
      },
    }
  }

  return { open, clock }
}

describe('two tabs that reach a win in the same moment', () => {
  it('both keep both', () => {
    const { open } = createDevice()
    const [one, other] = [open(), open()]
    one.reach('sent')
    other.reach('read')
    one.catchUp()
    one.shelf.write(one.shelf.read())
    other.catchUp()
    for (const { shelf } of [one, other]) {
      const { wins, celebrated } = shelf.read().memory
      expect(wins).toEqual({ sent: 1000, read: 1000 })
      expect(celebrated).toEqual(wins)
    }
  })

  it('lose them where one of them has forgotten the user since', () => {
    const { open, clock } = createDevice()
    const [one, other] = [open(), open()]
    one.reach('sent')
    other.catchUp()
    clock.now = 2000
    other.shelf.forget(undefined)
    one.catchUp()
    expect(one.shelf.read().memory.wins).toEqual({})
  })
})
