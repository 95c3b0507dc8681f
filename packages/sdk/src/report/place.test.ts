import { describe, expect, it } from 'vitest'
import { createPlaces, freePlace } from './place.ts'
import type { TextStore } from './text-store.ts'

function tab(from = new Map<string, string>()): TextStore & { copy: () => TextStore } {
  const texts = new Map(from)
  return {
    get: (key) => texts.get(key),
    set: (key, text) => void texts.set(key, text),
    remove: (key) => void texts.delete(key),
    keys: (prefix) => [...texts.keys()].filter((key) => key.startsWith(prefix)),
    copy: () => tab(texts),
  }
}

let made = 0
const newId = (): string => `s${(made += 1)}`

describe('createPlaces', () => {
  it('numbers the events of a tab, over its pages', () => {
    const sessions = tab()
    const first = createPlaces(sessions, newId)
    const { session } = first()
    expect(first()).toEqual({ session, sequence: 2 })
    freePlace(sessions)
    const second = createPlaces(sessions, newId)
    expect([second(), second()].map(({ sequence }) => sequence)).toEqual([3, 4])
    // The browser kept the first page, and shows it again.
    freePlace(sessions)
    expect(first()).toEqual({ session, sequence: 5 })
    expect(first()).toEqual({ session, sequence: 6 })
  })

  it('gives no place twice where a browser copies what a tab keeps into another', () => {
    const sessions = tab()
    const here = createPlaces(sessions, newId)
    here()
    const there = createPlaces(sessions.copy(), newId)
    const places = [here(), there(), here(), there()].map((one) => `${one.session} ${one.sequence}`)
    expect(new Set(places).size).toBe(4)
  })

  it('begins anew after a crash, and after the tab was cleared', () => {
    const sessions = tab()
    const { session } = createPlaces(sessions, newId)()
    const later = createPlaces(sessions, newId)()
    expect(later.sequence).toBe(1)
    expect(later.session).not.toBe(session)
    freePlace(tab())
  })
})
