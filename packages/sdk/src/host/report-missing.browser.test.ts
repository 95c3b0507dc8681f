import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reportMissing, type Wait } from './report-missing.ts'

const hidden = Object.getOwnPropertyDescriptor(Document.prototype, 'hidden') as PropertyDescriptor
let lifetime = new AbortController()

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  lifetime.abort()
  lifetime = new AbortController()
  Object.defineProperty(Document.prototype, 'hidden', hidden)
  vi.useRealTimers()
  document.body.replaceChildren()
})

function setHidden(value: boolean): void {
  Object.defineProperty(Document.prototype, 'hidden', { value, configurable: true })
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
}

function wait(target: { css: string } = { css: '.a' }) {
  const onMissing = vi.fn<Wait['onMissing']>()
  reportMissing({ target, since: performance.now(), onMissing }, lifetime.signal)
  return onMissing
}

describe('reportMissing', () => {
  it('says after 10 s, once, for what and how long', () => {
    const onMissing = wait()
    vi.advanceTimersByTime(9999)
    expect(onMissing).not.toHaveBeenCalled()
    vi.advanceTimersByTime(100_000)
    expect(onMissing.mock.calls).toEqual([['not-found', 10_000]])
  })

  it('counts what was waited before it was there to count', () => {
    const onMissing = vi.fn<Wait['onMissing']>()
    const since = performance.now()
    vi.advanceTimersByTime(400)
    reportMissing({ target: { css: '.a' }, since, onMissing }, lifetime.signal)
    vi.advanceTimersByTime(9600)
    expect(onMissing.mock.calls).toEqual([['not-found', 10_000]])
  })

  it('does not count while the tab is hidden, however often that changes', () => {
    const onMissing = wait()
    for (let i = 0; i < 3; i += 1) {
      vi.advanceTimersByTime(3000)
      setHidden(true)
      vi.advanceTimersByTime(3_600_000)
      expect(onMissing).not.toHaveBeenCalled()
      setHidden(false)
    }
    vi.advanceTimersByTime(999)
    expect(onMissing).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(onMissing.mock.calls).toEqual([['not-found', 10_000]])
  })

  it('does not begin to count in a tab that is hidden', () => {
    setHidden(true)
    const onMissing = wait()
    vi.advanceTimersByTime(60_000)
    expect(onMissing).not.toHaveBeenCalled()
    setHidden(false)
    vi.advanceTimersByTime(10_000)
    expect(onMissing).toHaveBeenCalledOnce()
  })

  it('says what it is in the end, not at the beginning', () => {
    const onMissing = wait()
    document.body.innerHTML = '<p class="a" hidden>a</p>'
    vi.advanceTimersByTime(10_000)
    expect(onMissing.mock.calls).toEqual([['hidden', 10_000]])
  })

  it('says that it is covered', () => {
    const onMissing = wait()
    document.body.innerHTML = '<p class="a">a</p>'
    vi.advanceTimersByTime(10_000)
    expect(onMissing.mock.calls).toEqual([['covered', 10_000]])
  })

  it('says nothing after its lifetime', () => {
    const onMissing = wait()
    lifetime.abort()
    setHidden(true)
    setHidden(false)
    vi.advanceTimersByTime(20_000)
    expect(onMissing).not.toHaveBeenCalled()
  })
})
