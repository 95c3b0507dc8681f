import type { Page } from '@playwright/test'
import { STRICT_HOST } from './a11y-page.ts'
import { PARTS } from './everything.ts'
import { untilQuiet } from './senses.ts'
import { expect, test } from './test.ts'
import { tour } from './tour.ts'

/*
 * Whatever the browser refuses us, the host goes on. Each of these throws, for whoever calls it from
 * our files: the host and the test tool need theirs.
 */

const BROKEN = [
  'Document.prototype.createElement',
  'Document.prototype.querySelectorAll',
  'Document.prototype.querySelector',
  'Document.prototype.createTextNode',
  'Document.prototype.createElementNS',
  'Document.prototype.elementFromPoint',
  'Element.prototype.attachShadow',
  'Element.prototype.append',
  'Element.prototype.remove',
  'Element.prototype.setAttribute',
  'Element.prototype.getAttribute',
  'Element.prototype.matches',
  'Element.prototype.closest',
  'Element.prototype.checkVisibility',
  'Element.prototype.getBoundingClientRect',
  'Element.prototype.scrollIntoView',
  'Element.prototype.animate',
  'Element.prototype.querySelector',
  'HTMLElement.prototype.showPopover',
  'HTMLElement.prototype.focus',
  'Node.prototype.appendChild',
  'Node.prototype.insertBefore',
  'Node.prototype.removeChild',
  'Node.prototype.contains',
  'Node.prototype.getRootNode',
  'EventTarget.prototype.addEventListener',
  'EventTarget.prototype.dispatchEvent',
  'CSSStyleSheet.prototype.replaceSync',
  'CSSStyleDeclaration.prototype.setProperty',
  'CSS.supports',
  'CSS.escape',
  'getComputedStyle',
  'matchMedia',
  'requestAnimationFrame',
  'setTimeout',
  'fetch',
  'crypto.getRandomValues',
  'performance.now',
  'structuredClone',
  'MutationObserver',
  'ResizeObserver',
  'IntersectionObserver',
  'AbortController',
  'Proxy',
  'Storage.prototype.getItem',
  'Storage.prototype.setItem',
  'Storage.prototype.removeItem',
  'JSON.parse',
  'JSON.stringify',
  'Intl.DateTimeFormat',
  'Event.prototype.composedPath',
  'MutationObserver.prototype.observe',
  'ResizeObserver.prototype.observe',
] as const

/** Makes one of them throw, before our script comes, unless `isWhole` is set. */
function breaking(name: string): string {
  return `{
    const way = '${name}'.split('.')
    const last = way.pop()
    const owner = way.reduce((at, key) => at[key], globalThis)
    const own = owner[last]
    const fail = () => {
      if (globalThis.isWhole || !new Error().stack.includes('/firstwin/firstwin')) return
      globalThis.failed = (globalThis.failed ?? 0) + 1
      const [, place] = /firstwin\\/(firstwin\\S+:\\d+)/.exec(new Error().stack) ?? []
      throw new TypeError('broken: ${name} in ' + place)
    }
    const Broken = new Proxy(own, {
      apply(_, self, args) { fail(); return Reflect.apply(own, self, args) },
      construct(_, args, made) { fail(); return Reflect.construct(own, args, made === Broken ? own : made) },
    })
    owner[last] = Broken
  }`
}

/** The host counts what reaches it, and says so in its title. */
const HOST = `globalThis.counts = { click: 0, input: 0, submit: 0, key: 0 }
document.querySelector('[data-firstwin]').addEventListener('click', () => (counts.click += 1))
document.querySelector('[name=subject]').addEventListener('input', () => (counts.input += 1))
document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault()
  counts.submit += 1
})
addEventListener('keydown', () => (counts.key += 1))`

async function expectHostWorks(page: Page, name: string): Promise<void> {
  await page.evaluate(untilQuiet)
  const subject = page.getByLabel('Subject')
  await subject.focus()
  await page.keyboard.type('a')
  await page.keyboard.press('Enter')
  const box = await page.evaluate(() => {
    const target = document.querySelector('[data-firstwin=target]')
    const { x, y, width, height } = target?.getBoundingClientRect() ?? new DOMRect()
    return { x: x + width / 2, y: y + height / 2 }
  })
  await page.mouse.click(box.x, box.y)
  const { counts, errors } = await page.evaluate(() => ({
    counts: (globalThis as unknown as { counts: unknown }).counts,
    errors: globalThis.seen.errors,
  }))
  expect.soft(counts, name).toEqual({ click: 1, input: 1, submit: 1, key: 2 })
  expect.soft(errors, name).toEqual([])
}

/** Not on the way of these tests, or not called by us at all. Of the rest each must have failed. */
const UNCALLED: ReadonlySet<string> = new Set([
  'Element.prototype.remove',
  'Element.prototype.closest',
  'Element.prototype.getAttribute',
  'Element.prototype.scrollIntoView',
  'HTMLElement.prototype.focus',
  'Node.prototype.appendChild',
  'Node.prototype.removeChild',
  'EventTarget.prototype.dispatchEvent',
  'CSS.supports',
  'structuredClone',
  'Intl.DateTimeFormat',
])

function timesFailed(page: Page): Promise<number> {
  return page.evaluate(() => Number(Reflect.get(globalThis, 'failed') ?? 0))
}

/** A test each, so that the report names what is wrong. */
for (const name of BROKEN) {
  test(`T29 the host goes on where ${name} throws`, async ({ host, page }) => {
    const journey = tour({ more: PARTS })
    await host.open(
      { ...STRICT_HOST, script: HOST, before: breaking(name), journey },
      { silent: true },
    )
    await expectHostWorks(page, name)
    if (UNCALLED.has(name)) return
    expect(await timesFailed(page), 'how often we have called it').toBeGreaterThan(0)
  })
}

/** Of which a turn, a draw or a look at the page makes most use. */
const MOST_USED = [
  'Document.prototype.querySelectorAll',
  'Element.prototype.getBoundingClientRect',
  'CSSStyleDeclaration.prototype.setProperty',
  'getComputedStyle',
  'JSON.stringify',
] as const

for (const name of MOST_USED) {
  test(`T29 the host goes on where ${name} throws once a step stands`, async ({ host, page }) => {
    const before = `globalThis.isWhole = true\n${breaking(name)}`
    await host.open({ ...STRICT_HOST, script: HOST, before, journey: tour({ more: PARTS }) })
    await expect.poll(async () => (await host.look()).isHit).toBe(true)
    const { button } = await host.look()
    await page.evaluate(() => Reflect.set(globalThis, 'isWhole', false))
    await page.mouse.click((button?.x ?? 0) + 9, (button?.y ?? 0) + 9)
    await expectHostWorks(page, name)
    expect(await timesFailed(page)).toBeGreaterThan(0)
  })
}
