import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openView } from '../gallery/open-view.ts'
import type { OpenView } from '../gallery/open-view.ts'
import { createScenes } from '../gallery/scenes.ts'
import { leaveWhenSeen } from './leave-when-seen.ts'
import { throwConfetti } from './confetti.ts'

const scenes = createScenes(() => undefined)
const card = page.getByRole('dialog', { name: 'Congratulations, Hana!' })
const toast = page.getByRole('status').filter({ hasText: 'You saw how it works' })

let view: OpenView

beforeEach(() => {
  view = openView()
})

afterEach(() => {
  vi.useRealTimers()
  view.remove()
})

describe('celebration', () => {
  it('says what was achieved, how fast, and what is next', async () => {
    view.show(scenes.celebration)
    const fact = 'Your first mail is on its way · 6 min after you started'
    await expect.element(card.getByText(fact)).toBeVisible()
    await card.getByRole('button', { name: 'See what comes next' }).click()
    expect(view.actions).toEqual([{ do: 'follow' }])
  })

  it('does not repeat the title as the fact', async () => {
    view.show(scenes['celebration-plain'])
    await expect.element(page.getByText('9 days after you started', { exact: true })).toBeVisible()
  })

  it('speaks Japanese', async () => {
    view.show(scenes.celebration, { locale: 'ja' })
    const japanese = page.getByRole('dialog', {
      name: 'おめでとうございます!第一歩を踏み出しました',
    })
    await expect.element(japanese.getByText(/開始から6分で達成/)).toBeVisible()
    await expect.element(japanese.getByRole('button', { name: '次のステップを見る' })).toBeVisible()
  })

  it('takes no focus and leaves the page usable', async () => {
    const button = document.createElement('button')
    document.body.append(button)
    button.focus()
    view.show(scenes.celebration)
    await expect.element(card).toBeVisible()
    expect(document.activeElement).toBe(button)
    expect(getComputedStyle(document.querySelector('firstwin-root') as Element).pointerEvents).toBe(
      'none',
    )
    button.remove()
  })

  it('throws confetti behind the card, which is gone after a while', async () => {
    view.show(scenes.celebration)
    await expect.element(card).toBeVisible()
    const canvas = view.shadow().querySelector('canvas')
    expect(canvas?.ariaHidden).toBe('true')
    expect(canvas?.nextElementSibling?.tagName).toBe('DIALOG')
    await expect.poll(() => view.shadow().querySelector('canvas'), { timeout: 5000 }).toBeNull()
  })
})

describe('throwConfetti with reduced motion', () => {
  const stageOf = (reduced: () => boolean) => ({
    ui: {} as never,
    panel: document.body,
    signal: new AbortController().signal,
    announce: () => {},
    oops: undefined,
    reduced,
  })
  const panel = document.createElement('div')
  const canvas = () => document.querySelector('canvas')

  beforeEach(() => document.body.append(panel))
  afterEach(() => {
    panel.remove()
    delete panel.dataset['awaited']
  })

  it('throws nothing', () => {
    throwConfetti(
      panel,
      stageOf(() => true),
    )
    expect(canvas()).toBeNull()
  })

  it('clears the air when it is turned on in the middle', async () => {
    let reduced = false
    throwConfetti(
      panel,
      stageOf(() => reduced),
    )
    expect(canvas()).not.toBeNull()
    reduced = true
    await expect.poll(canvas).toBeNull()
  })
})

describe('toast', () => {
  it('says the win in the corner and takes no focus', async () => {
    view.show(scenes.toast)
    await expect.element(toast.getByText('6 min after you started')).toBeVisible()
    expect(document.activeElement).toBe(document.body)
  })

  it('can be closed', async () => {
    view.show(scenes.toast)
    await toast.getByRole('button', { name: 'Close' }).click()
    expect(view.actions).toEqual([{ do: 'dismiss', reason: 'closed' }])
  })

  it('gives the focus of a step that ended back to the page', async () => {
    const button = document.createElement('button')
    document.body.append(button)
    button.focus()
    view.show(scenes['step-centred'])
    expect(view.shadow().activeElement).not.toBeNull()
    view.show(scenes.toast)
    await expect.poll(() => document.activeElement).toBe(button)
    button.remove()
  })
})

describe('leaveWhenSeen', () => {
  const panel = document.createElement('div')
  panel.style.cssText = 'position:fixed;left:50px;top:50px;width:100px;height:50px'

  beforeEach(() => document.body.append(panel))
  afterEach(() => {
    panel.remove()
    delete panel.dataset['awaited']
  })

  it('lets it stay for twenty seconds, then go', () => {
    vi.useFakeTimers()
    let seen = 0
    leaveWhenSeen(panel, () => (seen += 1), new AbortController().signal)
    vi.advanceTimersByTime(19_999)
    expect(seen).toBe(0)
    vi.advanceTimersByTime(1)
    expect(seen).toBe(1)
  })

  it.each([
    ['a guide waits for its place', true, 1000, 1],
    ['the press still belongs to the win', true, 999, 0],
    ['nothing waits for its place', false, 1000, 0],
  ])('and a press on the page, when %s', async (...row) => {
    const [, isAwaited, afterMs, expected] = row
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const end = new AbortController()
    let seen = 0
    if (isAwaited) panel.dataset['awaited'] = 'true'
    leaveWhenSeen(panel, () => (seen += 1), end.signal)
    vi.advanceTimersByTime(afterMs)
    await userEvent.keyboard('{Shift}')
    expect(seen).toBe(expected)
    end.abort()
  })

  it('waits while the pointer is on it', async () => {
    let seen = 0
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    leaveWhenSeen(panel, () => (seen += 1), new AbortController().signal)
    panel.dispatchEvent(new PointerEvent('pointerenter'))
    vi.advanceTimersByTime(60_000)
    expect(seen).toBe(0)
    panel.dispatchEvent(new PointerEvent('pointerleave'))
    vi.advanceTimersByTime(60_000)
    expect(seen).toBe(1)
  })

  it('waits while the focus is in it, also when the pointer leaves', () => {
    vi.useFakeTimers()
    let seen = 0
    leaveWhenSeen(panel, () => (seen += 1), new AbortController().signal)
    for (const sign of ['focusin', 'pointerenter', 'pointerleave']) {
      panel.dispatchEvent(new Event(sign))
    }
    vi.advanceTimersByTime(60_000)
    expect(seen).toBe(0)
    panel.dispatchEvent(new Event('focusout'))
    vi.advanceTimersByTime(20_000)
    expect(seen).toBe(1)
  })

  it('waits while nobody looks at the tab', () => {
    vi.useFakeTimers()
    let seen = 0
    const look = vi.spyOn(Document.prototype, 'visibilityState', 'get').mockReturnValue('hidden')
    leaveWhenSeen(panel, () => (seen += 1), new AbortController().signal)
    vi.advanceTimersByTime(60_000)
    expect(seen).toBe(0)
    look.mockRestore()
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    vi.advanceTimersByTime(20_000)
    expect(seen).toBe(1)
  })

  it('does nothing once it is gone', () => {
    vi.useFakeTimers()
    let seen = 0
    const lifetime = new AbortController()
    leaveWhenSeen(panel, () => (seen += 1), lifetime.signal)
    lifetime.abort()
    vi.advanceTimersByTime(60_000)
    expect(seen).toBe(0)
  })
})
