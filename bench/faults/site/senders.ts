import { SILENT_PATH } from '../gate/gate.ts'
import type { Sender } from './page-options.ts'

/** What a page contains that reports by a sender. */
export interface SenderPage {
  /** Before the library's script. */
  readonly before: string
  /** The library's script. */
  readonly script: string
}

/**
 * Each page has the same three names: `track(marks)` tells that something happened, once for each
 * mark; `isThere()` says whether the library has come; `waiting()` how many wait on the device.
 *
 * @param endpoint where the page sends to
 */
export function senderPage(sender: Sender, endpoint: string, query: URLSearchParams): SenderPage {
  if (sender === 'firstwin') return firstwin(endpoint, query)
  return OTHERS[sender](endpoint)
}

function firstwin(endpoint: string, query: URLSearchParams): SenderPage {
  const url = `${endpoint}/v1/batch`
  const second = { url: `${endpoint}${SILENT_PATH}`, name: 'second' }
  const options = {
    forwardTracked: true,
    consent: query.get('consent') ?? 'granted',
    ...(query.get('secondEndpoint') === 'true' ? { endpoint: [url, second] } : {}),
  }
  const journey = query.get('journey') === 'false' ? '/nowhere.json' : '/journey.json'
  const user = query.get('user')
  const calls = [['init', [options]], ...(user ? [['identify', [user]]] : [])]
  return {
    before: `
      window.firstwin = new Proxy({ q: ${JSON.stringify(calls)} }, {
        get: (kept, name) => name in kept ? kept[name] : (...args) => void kept.q.push([name, args]),
      })
      const track = (marks) => { for (const mark of marks) firstwin.track('bench.done', { mark }) }
      const isThere = () => typeof firstwin.version === 'string'
      const waiting = () => Object.keys(localStorage).filter((key) => key.startsWith('fw:q:')).length`,
    script: `<script async src="/sdk/firstwin.js" data-journey="${journey}"
      data-endpoint="${url}" data-key="pk_faults" data-debug="false"></script>`,
  }
}

/** Their defaults, but for what is needed to read their bodies and to keep them off the internet. */
const OTHERS: Record<Exclude<Sender, 'firstwin'>, (endpoint: string) => SenderPage> = {
  posthog: (endpoint) => ({
    before: '',
    script: `<script src="/trackers/posthog-js/dist/array.full.js"></script><script>
      posthog.init('phc_bench', { api_host: '${endpoint}', autocapture: false, capture_pageview: false,
        capture_pageleave: false, disable_session_recording: true, disable_compression: true,
        disable_surveys: true, opt_out_useragent_filter: true, advanced_disable_flags: true, advanced_disable_decide: true,
        disable_external_dependency_loading: true })
      const track = (marks) => { for (const mark of marks) posthog.capture('bench.done', { mark }) }
      const isThere = () => posthog.__loaded === true</script>`,
  }),
  segment: (endpoint) => segment(endpoint, ''),
  'segment-batching': (endpoint) =>
    segment(endpoint, `, deliveryStrategy: { strategy: 'batching' }`),
  snowplow: (endpoint) => ({
    before: '',
    script: `<script src="/trackers/@snowplow/browser-tracker/dist/index.umd.min.js"></script><script>
      const sp = snowplowBrowserTracking
      sp.newTracker('sp', '${endpoint}', { appId: 'bench', encodeBase64: false })
      const track = (marks) => { for (const mark of marks) sp.trackStructEvent(
        { category: 'bench', action: 'done', label: mark }) }
      const isThere = () => true</script>`,
  }),
}

function segment(endpoint: string, strategy: string): SenderPage {
  const host = endpoint.replace('http://', '')
  return {
    before: '',
    script: `<script src="/trackers/@segment/analytics-next/dist/umd/index.js"></script><script>
      let there = false
      const settings = { integrations: { 'Segment.io': { apiKey: 'bench', apiHost: '${host}/v1',
        protocol: 'http'${strategy} } } }
      const [analytics] = [AnalyticsNext.AnalyticsBrowser.load(
        { writeKey: 'bench', cdnSettings: settings },
        { integrations: { 'Segment.io': { apiHost: '${host}/v1', protocol: 'http'${strategy} } } })]
      analytics.ready(() => { there = true })
      const track = (marks) => { for (const mark of marks) void analytics.track('bench.done', { mark }) }
      const isThere = () => there</script>`,
  }
}
