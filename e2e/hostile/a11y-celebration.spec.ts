import type { Page } from '@playwright/test'
import { a11yPage, expectFocus, expectHeard, forward, heardOn } from './a11y-page.ts'
import { createDesk } from './desk.ts'
import { engine, expect, test, toolLacks } from './test.ts'
import { tour } from './tour.ts'

/* Praise must not get in the way: not of the hands, the ears or the eyes. */

const PRAISE = { toast: /^It works/, card: /^Hooray\. The first mail is out/ } as const

for (const kind of ['toast', 'card'] as const) {
  test(`A25 the ${kind} is read out once and leaves the focus to who types`, async ({
    host,
    page,
  }) => {
    await host.open(a11yPage(), { silent: true })
    const desk = createDesk(page)
    const subject = page.getByLabel('Subject')
    await subject.focus()
    await page.keyboard.type('He')
    await desk.show(kind)
    await page.keyboard.type('llo')
    await expect(subject).toHaveValue('Hello')
    await expectHeard(page, [PRAISE[kind]])
    const [{ isAssertive } = { isAssertive: true }] = await heardOn(page)
    expect(isAssertive).toBe(false)
    await expectFocus(page, 'page: input subject')
  })
}

test('A25 the toast is a status', async ({ host, page }) => {
  await host.open(a11yPage(), { silent: true })
  const desk = createDesk(page)
  await desk.show('toast')
  await expect(desk.panel('toast')).toHaveAttribute('role', 'status')
  await expect(desk.panel('toast')).not.toHaveAttribute('tabindex')
  await expectFocus(page, 'page: body')
})

/** Notes when a canvas of ours comes and goes. */
const CANVAS = `globalThis.canvases = []
new MutationObserver(() => {
  const host = Document.prototype.querySelector.call(document, 'firstwin-root')
  if (!host || host.watched) return
  host.watched = true
  new MutationObserver((changes) => {
    for (const { addedNodes, removedNodes } of changes) {
      for (const node of addedNodes) if (node.localName === 'canvas')
        canvases.push({ node, from: performance.now(), hidden: node.getAttribute('aria-hidden') })
      for (const node of removedNodes) for (const one of canvases)
        if (one.node === node) one.to = performance.now()
    }
  }).observe(host.shadowRoot, { subtree: true, childList: true })
}).observe(document, { subtree: true, childList: true })
`

interface Flight {
  hidden: string | null
  from: number
  to?: number
}

/** Those that have not ended say 0. */
const flights = (page: Page): Promise<Required<Flight>[]> =>
  page.evaluate(() => {
    const { canvases } = globalThis as unknown as { canvases: Flight[] }
    return canvases.map(({ hidden, from, to = 0 }) => ({ hidden, from, to }))
  })

/** Stands in for the setting of the device: of the script's view, in every engine. */
const STILL = `{
  const { matchMedia: ask } = globalThis
  const still = new EventTarget()
  still.matches = globalThis.isStill = false
  globalThis.matchMedia = (query) => (/reduced-motion/.test(query) ? still : ask.call(globalThis, query))
  globalThis.setStill = (is) => { still.matches = is; still.dispatchEvent(new Event('change')) }
}
`

const setStill = (page: Page, is: boolean): Promise<void> =>
  page.evaluate(
    (to) => (globalThis as unknown as { setStill: (to: boolean) => void }).setStill(to),
    is,
  )

test('A26 no paper flies where motion is unwanted', async ({ host, page }) => {
  await host.open(a11yPage(undefined, { before: `${CANVAS}${STILL}` }), { silent: true })
  await setStill(page, true)
  const desk = createDesk(page)
  await desk.show('card')
  await expectHeard(page, [PRAISE.card])
  expect(await flights(page)).toEqual([])
})

test('A26 the paper is gone at once when motion becomes unwanted', async ({ host, page }) => {
  await host.open(a11yPage(undefined, { before: `${CANVAS}${STILL}` }), { silent: true })
  const desk = createDesk(page)
  await desk.show('card')
  await expect.poll(async () => (await flights(page)).length).toBe(1)
  await setStill(page, true)
  await expect.poll(async () => (await flights(page))[0]?.to).toBeGreaterThan(0)
  const [flight] = await flights(page)
  expect((flight?.to ?? 0) - (flight?.from ?? 0)).toBeLessThan(2400)
})

/** What moves on screen by a transform, or flies by a canvas. */
function movingNow(): string[] {
  const shadow = document.querySelector('firstwin-root')?.shadowRoot
  const animations = shadow?.getAnimations() ?? []
  return animations
    .filter(({ playState }) => playState === 'running')
    .filter(({ effect }) => {
      const frames = effect instanceof KeyframeEffect ? effect.getKeyframes() : []
      return frames.some((frame) =>
        ['transform', 'translate', 'scale', 'rotate'].some(
          (name) => !['none', '', undefined, '1'].includes(frame[name] as string | undefined),
        ),
      )
    })
    .map(({ effect }) => (effect as KeyframeEffect).target?.className.toString() ?? '')
}

test('A26 nothing moves where motion is unwanted', async ({ host, page }) => {
  if (engine() !== 'chromium') return toolLacks('no media features by this driver')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await host.open(a11yPage(undefined, { before: CANVAS }), { silent: true })
  const desk = createDesk(page)
  await desk.each(['card', 'toast', 'step', 'checklist', 'letter'], async () => {
    expect(await page.evaluate(movingNow)).toEqual([])
  })
  expect(await flights(page)).toEqual([])
})

test('A26 what moves stops when motion becomes unwanted', async ({ host, page }) => {
  if (engine() !== 'chromium') return toolLacks('no media features by this driver')
  await host.open(a11yPage(undefined, { before: CANVAS }), { silent: true })
  await createDesk(page).show('card')
  await expect.poll(async () => (await flights(page)).length).toBe(1)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect.poll(async () => (await flights(page))[0]?.to).toBeGreaterThan(0)
  expect(await page.evaluate(movingNow)).toEqual([])
})

/** Keeps how the page is scrolled. */
const SCROLLS = `globalThis.scrolls = []
for (const [owner, names] of [[Element.prototype, ['scrollIntoView', 'scrollTo', 'scrollBy', 'scroll']],
  [globalThis, ['scrollTo', 'scrollBy', 'scroll']]]) for (const name of names) {
  const own = owner[name]
  owner[name] = function (...args) {
    scrolls.push(String(args[0]?.behavior ?? 'auto'))
    return own.apply(this, args)
  }
}
`

test('A26 a target is brought into view without a glide where motion is unwanted', async ({
  host,
  page,
}) => {
  const css = '.spot { margin: 3000px 0 160px 320px }'
  await host.open(a11yPage(tour(), { css, before: `${SCROLLS}${STILL}setStill(true)\n` }))
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000)
  const scrolls = await page.evaluate(
    () => (globalThis as unknown as { scrolls: string[] }).scrolls,
  )
  expect(scrolls.filter((behaviour) => behaviour === 'smooth')).toEqual([])
})

test('A27 the paper is hidden from screen readers and gone after 3 s', async ({ host, page }) => {
  await host.open(a11yPage(undefined, { before: CANVAS }), { silent: true })
  const desk = createDesk(page)
  await desk.show('card')
  await expect
    .poll(async () => (await flights(page))[0]?.to, { intervals: [300] })
    .toBeGreaterThan(0)
  const [flight] = await flights(page)
  expect(flight?.hidden).toBe('true')
  // What is beyond 3 s is a slow machine's last frame.
  expect((flight?.to ?? 0) - (flight?.from ?? 0)).toBeLessThan(3500)
  const endless = await page.evaluate(
    () =>
      (document.querySelector('firstwin-root')?.shadowRoot?.getAnimations() ?? []).filter(
        ({ effect }) => Number(effect?.getComputedTiming().endTime) > 3000,
      ).length,
  )
  expect(endless).toBe(0)
})

const STAY_MS = 20_000

test('A28 the toast stays for 20 s', async ({ host, page }) => {
  await host.open(a11yPage(), { silent: true })
  const desk = createDesk(page)
  await desk.show('toast')
  await forward(page, STAY_MS - 100)
  await expect(desk.panel('toast')).toBeVisible()
  await forward(page, 200)
  await expect(desk.panel('toast')).toBeHidden()
})

test('A28 the toast stays while the pointer or the focus is in it', async ({ host, page }) => {
  await host.open(a11yPage(), { silent: true })
  const desk = createDesk(page)
  await desk.show('toast')
  await desk.panel('toast').hover()
  await forward(page, 10 * STAY_MS)
  await expect(desk.panel('toast')).toBeVisible()
  await desk.panel('toast').getByRole('button', { name: 'Close' }).focus()
  await page.mouse.move(5, 5)
  await forward(page, 10 * STAY_MS)
  await expect(desk.panel('toast')).toBeVisible()
  await page.getByLabel('Subject').focus()
  await forward(page, STAY_MS + 100)
  await expect(desk.panel('toast')).toBeHidden()
})

test('A28 the card stays until it is put away', async ({ host, page }) => {
  await host.open(a11yPage(), { silent: true })
  const desk = createDesk(page)
  await desk.show('card')
  await forward(page, 100 * STAY_MS)
  await expect(desk.panel('card')).toBeVisible()
})

/** Keeps what would make a sound. */
const SOUNDS = `globalThis.sounds = []
for (const name of ['AudioContext', 'webkitAudioContext', 'Audio', 'SpeechSynthesisUtterance']) {
  const own = globalThis[name]
  if (own) globalThis[name] = new Proxy(own, { construct: (...args) => (sounds.push(name), Reflect.construct(...args)) })
}
const { play } = HTMLMediaElement.prototype
HTMLMediaElement.prototype.play = function () { sounds.push('play'); return play.call(this) }
`

test('A29 nothing makes a sound', async ({ host, page }) => {
  await host.open(a11yPage(undefined, { before: SOUNDS }), { silent: true })
  const desk = createDesk(page)
  await desk.each(['toast', 'card', 'checklist', 'letter'], async () => {
    await expect(page.locator('audio, video, embed, object')).toHaveCount(0)
  })
  expect(await page.evaluate(() => (globalThis as unknown as { sounds: string[] }).sounds)).toEqual(
    [],
  )
})
