import type { Journey } from '@firstwin/schema'
import { tour } from './tour.ts'

/** A page of a host, as a test describes it. Everything left out is that of an ordinary product. */
export interface HostPage {
  /** Markup in the body. @default a header, a form and the button that the tour points at */
  body?: string
  /** Markup in the head, before our tag. */
  head?: string
  /** A style sheet of the host, served as a file of its own. */
  css?: string
  /** The host's script, at the end of the body. Runs after our tag's script. */
  script?: string
  /** Bundles of `apps/`, by name, loaded before `script`. */
  apps?: readonly string[]
  /** Attributes of the root element. @default `lang="en"` */
  html?: string
  doctype?: string
  journey?: Journey
  /** What the tag says besides the journey, as `data-…`. `{page}` is the page's own address. */
  data?: Readonly<Record<string, string>>
  /** Options for `init`, as an expression in the page. */
  init?: string
  /** Runs before `init`, in the same script. */
  before?: string
  /** Where our tag is. `none`: the host brings it itself. @default 'head' */
  tag?: 'head' | 'defer' | 'end' | 'none'
  /**
   * The whole document in place of all of the above, for what is no HTML. `{keep}` in it is replaced by
   * the script that comes before our tag.
   */
  document?: string
  /** Response headers. `{nonce}` is the nonce of the page's scripts, `{hashes}` are their hashes. */
  headers?: Readonly<Record<string, string>>
  /** @default 'text/html' */
  type?: string
  /** Files below the page's address, by name: what a test puts there later is what is served then. */
  files?: Readonly<Record<string, HostFile>>
  /** The status with which events are answered. @default 202 */
  answer?: number
}

export interface HostFile {
  body: string
  /** @default 'application/json' */
  type?: string
  /** Answers with 302, and this address in place of the file. `{page}` is the page's own. */
  location?: string
}

/** The button that the tour of `tour()` points at. */
export const TARGET = '<button type="button" data-firstwin="target">Send</button>'

/** The markup of an ordinary product. */
export const BODY = `<header><a href="#home">Home</a></header>
<main><h1>Mails</h1>
<form onsubmit="return false"><label>Subject <input name="subject"></label></form>
<p style="margin:160px 0 160px 320px">${TARGET}</p>
<p><a href="#end">The end of the page</a></p></main>`

/** What a page keeps for the test to read: see `seen` in `probe.ts`. */
const KEEP = `globalThis.seen = { errors: [], warnings: [], refusals: [], reports: [] }
addEventListener('error', ({ message }) => seen.errors.push(String(message)))
addEventListener('unhandledrejection', ({ reason }) => seen.errors.push(String(reason)))
document.addEventListener('securitypolicyviolation', (event) =>
  seen.refusals.push(event.violatedDirective + ' ' + event.blockedURI))
const complain = console.error
console.error = (...words) => { seen.errors.push(words.join(' ')); complain(...words) }
const warn = console.warn
console.warn = (...words) => { seen.warnings.push(words.join(' ')); warn(...words) }`

/** The page as HTML, under its own address: `/p/<id>`. */
export function toHtml(page: HostPage, id: string, nonce: string): string {
  const script = (code: string): string => `<script nonce="${nonce}">${code}</script>`
  const data = Object.entries({ journey: `/p/${id}/journey.json`, debug: 'false', ...page.data })
    .map(([name, value]) => [name, value.replaceAll('{page}', `/p/${id}`)] as const)
    .map(([name, value]) => ` data-${name}="${value.replaceAll('"', '&quot;')}"`)
    .join('')
  const stub = toStub(page)
  if (page.document !== undefined) return page.document.replace('{keep}', () => `${KEEP}\n${stub}`)
  const defer = page.tag === 'defer' ? ' defer' : ''
  const tag = `${script(stub)}
<script nonce="${nonce}"${defer} src="/firstwin/firstwin.js"${data}></script>`
  const { tag: place = 'head', doctype = '<!doctype html>', html = 'lang="en"' } = page
  const apps = (page.apps ?? []).map(
    (name) => `<script nonce="${nonce}" src="/apps/${name}.js"></script>`,
  )
  return `${doctype}
<html ${html}><head><meta charset="utf-8"><title>Host</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
${script(KEEP)}
${page.css === undefined ? '' : `<link rel="stylesheet" href="/p/${id}/host.css">`}
${page.head ?? ''}${place === 'head' || place === 'defer' ? tag : ''}</head>
<body>${page.body ?? BODY}
${place === 'end' ? tag : ''}${apps.join('\n')}
${page.script === undefined ? '' : script(page.script)}</body></html>`
}

/** What comes before our tag: calls that wait for it. */
function toStub(page: HostPage): string {
  return `${page.before ?? ''}
globalThis.firstwin = { q: [
  ['init', [${page.init ?? '{}'}]],
  ['on', ['*', (properties, name) => seen.reports.push({ name, properties, at: performance.now() })]],
] }`
}

export function journeyOf({ journey }: HostPage): Journey {
  return journey ?? tour()
}
