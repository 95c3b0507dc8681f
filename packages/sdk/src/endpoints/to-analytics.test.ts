import { afterEach, describe, expect, it } from 'vitest'
import { FirstwinSetupError } from '../errors.ts'
import { TOOLS, type AnalyticsName } from './analytics-tools.ts'
import { awkward, context, user, visitor, win } from './events.fixture.ts'
import { toAnalytics } from './to-analytics.ts'

/** What stands on the window during one test. */
function putOnPage(names: Readonly<Record<string, unknown>>): void {
  Object.assign(globalThis, names)
  cleanUp = () => Object.keys(names).forEach((name) => Reflect.deleteProperty(globalThis, name))
}
let cleanUp = (): void => {}
afterEach(() => cleanUp())

const track = (): void => {}

describe('a tool counts as loaded', () => {
  const loaded = { track }
  const gtag = (): void => {}
  const cases: [AnalyticsName, string, Record<string, unknown>, unknown][] = [
    ['segment', 'not as a stub', { analytics: Object.assign([], { track }) }, undefined],
    ['segment', 'once it has come', { analytics: loaded }, loaded],
    ['segment', 'not where another thing has its name', { analytics: 'on' }, undefined],
    ['rudderstack', 'not as a stub', { rudderanalytics: Object.assign([], { track }) }, undefined],
    ['rudderstack', 'once it has come', { rudderanalytics: loaded }, loaded],
    ['posthog', 'not as a stub', { posthog: Object.assign([], { capture: track }) }, undefined],
    ['snowplow', 'not as a stub', { snowplow: Object.assign(() => {}, { q: [] }) }, undefined],
    ['gtag', 'not before Google’s script', { gtag }, undefined],
    ['gtag', 'with Google’s script', { gtag, google_tag_manager: {} }, gtag],
    ['gtm', 'not before Google’s script', { dataLayer: [] }, undefined],
    ['segment', 'not where there is none', {}, undefined],
    ['posthog', 'not where there is none', {}, undefined],
    ['snowplow', 'not where there is none', {}, undefined],
  ]
  it.each(cases)('%s: %s', (...[name, , page, tool]) => {
    putOnPage(page)
    expect(TOOLS[name].find()).toBe(tool)
  })

  it('posthog: once it says so', () => {
    const posthog = { __loaded: true }
    putOnPage({ posthog })
    expect(TOOLS.posthog.find()).toBe(posthog)
  })

  it('snowplow: once its stub has given way', () => {
    const snowplow = Object.assign(() => {}, { q: { push: () => {} } })
    putOnPage({ snowplow })
    expect(TOOLS.snowplow.find()).toBe(snowplow)
  })
})

describe('toAnalytics', () => {
  /** What a tool that is one function, or has this method, was called with. */
  async function called(name: AnalyticsName, method = '', events = [user, win, visitor]) {
    const calls: unknown[][] = []
    const take = (...args: unknown[]): void => void calls.push(args)
    await toAnalytics(name, { tool: method ? { [method]: take } : take })(events, context)
    return calls
  }

  it('gives gtag what Google Analytics keeps, of events only', async () => {
    const [first, ...rest] = await called('gtag')
    expect(first).toEqual([
      'event',
      'win_reached',
      { message_id: win.messageId, occurred_at: win.timestamp, ...win.properties },
    ])
    expect(rest.map(([, name]) => name)).toEqual(['step_viewed'])
  })

  it('cuts for gtag what Google Analytics would discard', async () => {
    const long = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`a-${index}`, 'x'.repeat(200)]),
    )
    const odd = { ...awkward, event: 'mail.'.repeat(20), properties: { nested: {}, ...long } }
    const [[, name, parameters] = []] = await called('gtag', '', [odd])
    expect(name).toMatch(/^\w{40}$/)
    expect(Object.keys(parameters as object)).toHaveLength(25)
    expect(parameters).not.toHaveProperty('nested')
    expect(parameters).toMatchObject({ a_0: 'x'.repeat(100) })
  })

  it('pushes one object for Tag Manager, of which nothing is left for the next', async () => {
    const { messageId, timestamp, properties } = win
    expect(await called('gtm', 'push', [win])).toEqual([
      [
        {
          event: 'win_reached',
          firstwin: { ...properties, messageId, timestamp },
          _clear: true,
        },
      ],
    ])
  })

  it('tells Snowplow by schema where there is one', async () => {
    const calls: unknown[][] = []
    const tool = (...args: unknown[]): void => void calls.push(args)
    const schema = 'iglu:com.acme/firstwin/jsonschema/1-0-0'
    await toAnalytics('snowplow', { tool, schema })([user, win], context)
    const data = { event: 'win_reached', messageId: win.messageId, ...win.properties }
    const timestamp = { type: 'ttm', value: Date.parse(win.timestamp) }
    expect(calls).toEqual([['trackSelfDescribingEvent', { event: { schema, data }, timestamp }]])
  })

  it('dates an event without a time by its sending', async () => {
    const calls = await called('posthog', 'capture', [awkward])
    expect(calls).toMatchObject([[awkward.event, {}, { timestamp: new Date(context.sentAt) }]])
  })

  it('does not begin for a tool that it does not know', () => {
    expect(() => toAnalytics('segmnt' as 'segment')).toThrow(FirstwinSetupError)
  })
})
