import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPatience, type OnMissing } from './create-patience.ts'

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
  const onMissing = vi.fn<OnMissing>()
  const patience = createPatience(onMissing)
  patience.waitFor(target, 'g/s')
  lifetime.signal.addEventListener('abort', () => patience.waitFor(undefined, ''))
  return onMissing
}

describe('createPatience', () => {
  it('says after 10 s, once, for what and how long', () => {
    const onMissing = wait()
    vi.advanceTimersByTime(9999)
    expect(onMissing).not.toHaveBeenCalled()
    vi.advanceTimersByTime(100_000)
    expect(onMissing.mock.calls).toEqual([['g/s', 'not-found', 10_000]])
  })

  it('waits anew for another step, and not for the same one again', () => {
    const onMissing = vi.fn<OnMissing>()
    const patience = createPatience(onMissing)
    patience.waitFor({ css: '.a' }, 'g/one')
    vi.advanceTimersByTime(6000)
    patience.waitFor({ css: '.a' }, 'g/one')
    patience.waitFor({ css: '.a' }, 'g/two')
    vi.advanceTimersByTime(60_000)
    patience.waitFor({ css: '.a' }, 'g/two')
    vi.advanceTimersByTime(60_000)
    expect(onMissing.mock.calls).toEqual([['g/two', 'not-found', 10_000]])
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
    expect(onMissing.mock.calls).toEqual([['g/s', 'not-found', 10_000]])
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
    expect(onMissing.mock.calls).toEqual([['g/s', 'hidden', 10_000]])
  })

  it('says that it is covered', () => {
    const onMissing = wait()
    document.body.innerHTML = '<p class="a">a</p>'
    vi.advanceTimersByTime(10_000)
    expect(onMissing.mock.calls).toEqual([['g/s', 'covered', 10_000]])
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
