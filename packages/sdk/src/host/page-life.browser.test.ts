import { afterEach, describe, expect, it } from 'vitest'
import { watchPageLife } from './page-life.ts'

let lifetime = new AbortController()

afterEach(() => {
  lifetime.abort()
  lifetime = new AbortController()
  Object.defineProperty(Document.prototype, 'hidden', hidden)
})

const hidden = Object.getOwnPropertyDescriptor(Document.prototype, 'hidden') as PropertyDescriptor

function watch(): string[] {
  const said: string[] = []
  const hear = { onHide: () => void said.push('hide'), onShow: () => void said.push('show') }
  watchPageLife(hear, lifetime.signal)
  return said
}

function setHidden(value: boolean): void {
  Object.defineProperty(Document.prototype, 'hidden', { ...hidden, get: () => value })
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
}

describe('watchPageLife', () => {
  it('says that the page is hidden and seen again', () => {
    const said = watch()
    setHidden(true)
    setHidden(false)
    expect(said).toEqual(['hide', 'show'])
  })

  it('says that the page goes, comes back from the cache, and is online again', () => {
    const said = watch()
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    window.dispatchEvent(new Event('online'))
    expect(said).toEqual(['hide', 'show', 'show'])
  })

  it('does not take the start of the page for a return, nor its end for a stay', () => {
    const said = watch()
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }))
    expect(said).toEqual(['hide'])
  })

  it('says nothing after its lifetime', () => {
    const said = watch()
    lifetime.abort()
    setHidden(true)
    expect(said).toEqual([])
  })
})
