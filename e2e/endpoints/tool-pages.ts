/*
 * How customers put each tool into a page: the stub that keeps calls until the tool has loaded, as its
 * maker prints it, and what loads the tool. The tools report to the page's own origin.
 */

export interface ToolPage {
  /** Stands in the head. Puts into `stubbed` what it is called with. */
  readonly stub: string
  /** Runs in the page when the test says so. */
  readonly load: string
}

const START = `const stubbed = (window.stubbed = [])
const keep = (name) => (...args) => { stubbed.push([name, ...args]) }
const stubs = (...names) => Object.assign([], Object.fromEntries(names.map((name) => [name, keep(name)])))`

const load = (src: string, then = ''): string =>
  `new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement('script'), { src: '${src}', onload, onerror }))
  }).then(() => { ${then} })`

const segment: ToolPage = {
  stub: `${START}
    window.analytics = stubs('track', 'identify', 'group', 'page', 'ready', 'on', 'user', 'reset')
    analytics._writeKey = 'key'
    analytics._cdn = location.origin + '/cdn'
    analytics._loadOptions = {}`,
  load: load('/tools/segment.js'),
}

const rudderstack: ToolPage = {
  stub: `${START}
    window.rudderanalytics = stubs('track', 'identify', 'group', 'page', 'ready', 'reset')`,
  // Of npm, with its plug-ins in it: the tag's are on RudderStack's own network.
  load: `import('/tools/rudderstack.js').then(({ RudderAnalytics }) => {
    const tool = new RudderAnalytics()
    window.rudderanalytics = tool
    tool.load('key', location.origin + '/in/rudderstack', {
      getSourceConfig: () => ({
        source: {
          id: 'source', name: 'Host', writeKey: 'key', enabled: true, workspaceId: 'one',
          config: { statsCollection: {} }, connections: [], destinations: [], dataplanes: {},
        },
        updatedAt: '2026-01-01T00:00:00.000Z',
      }),
    })
  })`,
}

const posthog: ToolPage = {
  stub: `${START}
    window.posthog = stubs('capture', 'identify', 'group', 'reset', 'register')
    posthog._i = [['key', {
      api_host: location.origin + '/in/posthog', disable_compression: true, request_batching: false,
      // A driven browser is a bot to it, whose events it drops.
      opt_out_useragent_filter: true, autocapture: false, capture_pageview: false,
      capture_pageleave: false, disable_session_recording: true, advanced_disable_flags: true,
      disable_external_dependency_loading: true,
    }, 'posthog']]
    posthog.people = []
    posthog.__SV = 1`,
  load: load('/tools/posthog.js'),
}

/** Of npm: the host gives it its name, and its commands. */
const snowplow: ToolPage = {
  stub: `${START}
    window.snowplow = Object.assign(keep('snowplow'), { q: [] })`,
  load: load(
    '/tools/snowplow.js',
    `const tracker = window.snowplowBrowserTracking
    tracker.newTracker('sp', location.origin + '/in/snowplow', { encodeBase64: false })
    window.snowplow = (command, ...args) => tracker[command](...args)`,
  ),
}

export const toolPages = { segment, rudderstack, posthog, snowplow } as const

export type ToolName = keyof typeof toolPages
