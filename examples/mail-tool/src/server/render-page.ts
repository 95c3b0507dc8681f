import { randomBytes } from 'node:crypto'
import { escapeHtml } from '../mail/escape-html.ts'
import { toLocale } from '../model/locale.ts'
import type { PageStart } from '../model/snapshot.ts'
import type { Call } from './call.ts'
import type { FirstwinTag, MailTool } from './mail-tool.ts'
import { html, type Reply } from './reply.ts'
import { pagePolicy } from './security-policy.ts'
import { snapshotOf } from './snapshot-of.ts'

/** A page without content of its own: the script draws it from the data written into it. */
export function renderPage(entry: 'app' | 'inbox', call: Call, tool: MailTool): Reply {
  const nonce = randomBytes(16).toString('base64')
  const start = pageStart(call, tool)
  const firstwin = entry === 'app' ? firstwinTag(nonce, tool.firstwin) : ''
  const scheme = call.user?.scheme ?? 'auto'
  const body = `<!doctype html>
<html lang="${start.locale}" data-scheme="${scheme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Binsen</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/${entry}.css">
${firstwin}<script type="application/json" id="start">${jsonInHtml(start)}</script>
<script type="module" nonce="${nonce}" src="/assets/${entry}.js"></script>
</head>
<body><div id="root"></div></body>
</html>
`
  return html(body, pagePolicy(nonce, tool.firstwin.endpoint))
}

function pageStart({ user, headers }: Call, { store, clock }: MailTool): PageStart {
  const locale = user?.locale ?? toLocale(headers['accept-language'])
  const snapshot = user ? { snapshot: snapshotOf(store.state, user) } : {}
  return { locale, ...snapshot, clock: clock.reading() }
}

/** Keeps the calls that are made before Firstwin has loaded. */
const STUB =
  'window.firstwin||=new Proxy({q:[]},{get:(t,k)=>k in t?t[k]:(...a)=>{t.q.push([k,a])}})'

/** All that embeds Firstwin in the page; src/client/onboarding.ts makes the calls. */
function firstwinTag(nonce: string, { endpoint, key }: FirstwinTag): string {
  return `<script nonce="${nonce}">${STUB}</script>
<script async nonce="${nonce}" src="/firstwin/firstwin.js" data-journey="/onboarding.compiled.json" data-endpoint="${escapeHtml(endpoint)}" data-key="${escapeHtml(key)}"></script>
`
}

/** JSON that cannot end the script element it stands in. */
function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
