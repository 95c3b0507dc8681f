/* What a screen reader and a keyboard user notice. Runs in the page. */

/** Something that was read out by a live region of ours. */
export interface Heard {
  text: string
  isAssertive: boolean
  /** For how long the region had been in the page, empty, before it spoke. In ms. */
  emptyMs: number
}

declare global {
  var heard: Heard[]
}

/**
 * A script for the page, before `init`: keeps in `heard` what our live regions say. A region that
 * comes with its words in it is not heard by screen readers; here it is, with an `emptyMs` of 0.
 */
export const EAR = `globalThis.heard = []
{
  const regions = new Map()
  const look = (shadow) => {
    const found = shadow.querySelectorAll('[role=status],[role=alert],[role=log],output,[aria-live]')
    for (const region of found) {
      const live = region.getAttribute('aria-live')
      if (live === 'off') continue
      const text = region.textContent.trim()
      const before = regions.get(region)
      if (before && before.text === text) continue
      const now = performance.now()
      if (text) heard.push({
        text,
        isAssertive: live === 'assertive' || region.getAttribute('role') === 'alert',
        emptyMs: before && !before.text ? now - before.since : 0,
      })
      regions.set(region, { text, since: now })
    }
  }
  const known = new WeakSet()
  new MutationObserver(() => {
    const host = Document.prototype.querySelector.call(document, 'firstwin-root')
    if (!host?.shadowRoot || known.has(host)) return
    known.add(host)
    const again = () => look(host.shadowRoot)
    const what = { subtree: true, childList: true, characterData: true }
    new MutationObserver(again).observe(host.shadowRoot, what)
    again()
  }).observe(document, { subtree: true, childList: true })
}
`

/**
 * A script for the page, before `init`: a clock that a test moves. Our timers of a second and more wait
 * for `forward(ms)`; `init` is to be told of the clock by `NOW`.
 */
export const CLOCK = `globalThis.ahead = 0
{
  const waiting = new Map()
  const { setTimeout: start, clearTimeout: stop } = globalThis
  let last = 1e9
  globalThis.setTimeout = (run, ms = 0, ...args) => {
    // Ours alone: the page's driver has timers, too.
    const isOurs = new Error().stack.includes('/firstwin/firstwin')
    if (ms < 1000 || !isOurs) return start(run, ms, ...args)
    waiting.set(++last, { run: () => run(...args), at: ahead + ms })
    return last
  }
  globalThis.clearTimeout = (id) => void (waiting.delete(id) || stop(id))
  globalThis.forward = (ms) => {
    const end = ahead + ms
    for (;;) {
      const [next] = [...waiting].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at)
      if (!next) break
      waiting.delete(next[0])
      ahead = next[1].at
      next[1].run()
    }
    ahead = end
  }
}
`

export const NOW = '{ now: () => Date.now() + ahead }'

/**
 * What has the focus, in open shadow roots too: `ours: dialog One`, `page: a Home`, `page: body`.
 * Ours is what stands in our shadow root.
 */
export function focusNow(): string {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  if (!active || active === document.documentElement) return 'page: nothing'
  if (active === document.body) return 'page: body'
  const root = active.getRootNode() as Document | ShadowRoot
  const isOurs = root instanceof ShadowRoot && root.host.localName === 'firstwin-root'
  const label = root.getElementById(active.getAttribute('aria-labelledby') ?? '')
  const words =
    label?.textContent ??
    active.getAttribute('aria-label') ??
    active.getAttribute('name') ??
    active.textContent
  return `${isOurs ? 'ours' : 'page'}: ${active.localName} ${(words ?? '').replaceAll(/\s+/g, ' ').trim()}`
}

/** The page without us, byte for byte. */
export function hostNow(): string {
  const copy = document.documentElement.cloneNode(true) as Element
  for (const ours of copy.querySelectorAll('firstwin-root')) ours.remove()
  return copy.outerHTML
}

/** The next frame but one: what was asked for has been drawn. */
export function untilDrawn(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
  })
}

/** By then what we would do has been done, or has failed. */
export async function untilQuiet(): Promise<void> {
  const seen = (): number => performance.getEntriesByType('resource').length
  let last = -1
  for (let still = 0; still < 6; still = seen() === last ? still + 1 : 0) {
    last = seen()
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  }
}
