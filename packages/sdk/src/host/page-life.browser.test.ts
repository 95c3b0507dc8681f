import { afterEach, describe, expect, it } from 'vitest'
import { watchPageLife } from './page-life.ts'

let lifetime = new AbortController()

afterEach(() => {
  lifetime.abort()
  lifetime = new AbortController()
})

function watch(): { turns: number } {
  const seen = { turns: 0 }
  watchPageLife(() => void (seen.turns += 1), lifetime.signal)
  return seen
}

describe('watchPageLife', () => {
  it('hears when the page is hidden or seen, restored, and online again', () => {
    const seen = watch()
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    window.dispatchEvent(new Event('online'))
    expect(seen.turns).toBe(3)
  })

  it('keeps the page fit for the cache of the browser: it hears of no unloading', () => {
    const seen = watch()
    window.dispatchEvent(new Event('beforeunload'))
    window.dispatchEvent(new Event('unload'))
    expect(seen.turns).toBe(0)
  })

  it('hears nothing when its life is over', () => {
    const seen = watch()
    lifetime.abort()
    window.dispatchEvent(new Event('online'))
    expect(seen.turns).toBe(0)
  })
})
