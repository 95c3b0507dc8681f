/**
 * What lies between the page and the browser, by the page's address: run before anything else. Each
 * is a script of its own text, which the page gets as it stands.
 */
export function toWorld(query: URLSearchParams): string {
  const clockMs = Number(query.get('clockMs') ?? 0)
  const storage = query.get('storage')
  return [
    MOVABLE_CLOCK,
    clockMs ? `window.moveClock(${clockMs})` : '',
    query.get('locks') === 'false' ? NO_LOCKS : '',
    storage === 'refused' ? NO_STORAGE : '',
    storage === 'full' ? FULL_STORAGE : '',
    query.get('patched') === 'true' ? PATCHED : '',
  ].join('\n')
}

/** As if the user or the system set the clock; timers and `performance` go on as they were. */
const MOVABLE_CLOCK = `
  const RealDate = Date
  let off = 0
  window.moveClock = (ms) => { off = ms }
  window.Date = class extends RealDate {
    constructor(...args) { args.length ? super(...args) : super(RealDate.now() + off) }
    static now() { return RealDate.now() + off }
  }`

const NO_LOCKS = `Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined })`

const NO_STORAGE = `
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } })
  }`

const FULL_STORAGE = `
  for (let size = 2 ** 22, part = 0; size >= 1; ) {
    try { localStorage.setItem('host:' + part++, 'x'.repeat(size)) } catch { size /= 2 }
  }`

/** As old libraries and Zone.js do: another fetch, other arrays. */
const PATCHED = `
  Array.prototype.toJSON = function () { return JSON.stringify([...this]) }
  const plain = window.fetch
  window.fetch = function (...args) { return new Promise((yes, no) => { plain.apply(this, args).then(yes, no) }) }`
