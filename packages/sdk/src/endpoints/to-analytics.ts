import { FirstwinSetupError } from '../errors.ts'
import type { SendEvents } from '../report/endpoint.ts'
import { TOOLS, type AnalyticsName, type AnalyticsOptions } from './analytics-tools.ts'
import { createHandOver } from './hand-over.ts'

/**
 * Hands events over to the analytics tool that is already on the page, as a `send` of `endpoint`.
 * Until the tool has loaded (its stub does not count) events stay in our queue. What becomes of them
 * after that is up to the tool; where it returns a promise (Segment), that is waited for.
 *
 * @example
 * init({ journey, endpoint: ['/firstwin/v1/batch', { send: toAnalytics('segment'), name: 'segment' }] })
 * @throws {FirstwinSetupError} If there is no such tool.
 */
export function toAnalytics(name: AnalyticsName, options: AnalyticsOptions = {}): SendEvents {
  const known = new Map(Object.entries(TOOLS)).get(name)
  if (!known) throw new FirstwinSetupError(`toAnalytics knows no "${name}".`)
  const { find, hand } = known
  return createHandOver({
    find: () => options.tool ?? find(),
    hand: (tool, event) => hand(tool, event, options),
    pause: async (ms) => {
      await new Promise((resolve) => {
        setTimeout(resolve, ms)
      })
    },
  })
}
