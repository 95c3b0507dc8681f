import type { Page } from '@playwright/test'
import { STRICT_HOST } from './a11y-page.ts'
import { everything } from './everything.ts'
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

/** Makes one of them throw, before our script comes. */
function breaking(name: string): string {
  return `{
    const way = '${name}'.split('.')
    const last = way.pop()
    const owner = way.reduce((at, key) => at[key], globalThis)
    const own = owner[last]
    const fail = () => {
      if (!new Error().stack.includes('/firstwin/firstwin')) return
      globalThis.failed = (globalThis.failed ?? 0) + 1
      throw new TypeError('broken: ${name}')
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

/** By then what we would do has been done, or has failed. */
async function untilQuiet(): Promise<void> {
  const seen = (): number => performance.getEntriesByType('resource').length
  let last = -1
  for (let still = 0; still < 6; still = seen() === last ? still + 1 : 0) {
    last = seen()
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  }
}

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

/** A test each, so that the report names what is wrong. */
for (const name of BROKEN) {
  test(`T29 the host goes on where ${name} throws`, async ({ host, page }) => {
    const before = breaking(name)
    const journey = everything({ guides: [...(tour().guides ?? [])] })
    await host.open({ ...STRICT_HOST, script: HOST, before, journey }, { silent: true })
    await expectHostWorks(page, name)
  })
}

test('T29 what the host calls never throws', async ({ host, page }) => {
  await host.open({ ...STRICT_HOST, journey: everything() }, { silent: true })
  const thrown = await page.evaluate(() => {
    const { firstwin } = globalThis as unknown as { firstwin: Record<string, unknown> }
    const circular: Record<string, unknown> = {}
    circular['self'] = circular
    const throwing = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no')
        },
        ownKeys: () => {
          throw new Error('no')
        },
      },
    )
    const values = [
      undefined,
      null,
      0,
      Number.NaN,
      '',
      'x',
      [],
      {},
      circular,
      throwing,
      Symbol('x'),
      1n,
      () => {
        throw new Error('no')
      },
    ]
    const found = new Set<string>()
    const methods = [
      'identify',
      'group',
      'track',
      'page',
      'start',
      'open',
      'close',
      'explain',
      'on',
      'setLocale',
      'setTheme',
      'setConsent',
      'configure',
      'reset',
      'stop',
      'init',
    ]
    const pairs = values.flatMap((first) => values.map((second) => [first, second]))
    for (const name of methods) {
      const method = firstwin[name]
      for (const pair of typeof method === 'function' ? pairs : []) {
        try {
          Reflect.apply(method as () => void, firstwin, pair)
        } catch (error) {
          found.add(`${name}: ${String(error)}`)
        }
      }
    }
    return [...found]
  })
  // A set-up that cannot work is said so where it is made.
  expect(thrown.filter((one) => !/^init: .*FirstwinSetupError/.test(one))).toEqual([])
  await page.evaluate(untilQuiet)
  const { errors } = await host.seen()
  expect(errors).toEqual([])
})
