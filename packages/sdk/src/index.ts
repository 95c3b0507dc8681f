import { bundledChunks } from './chunks.ts'
import { createFirstwin, type Firstwin } from './firstwin.ts'
import { idleInstance } from './idle-instance.ts'
import { outsideZones } from './host/outside-zones.ts'
import { checkOptions, type InitOptions } from './options.ts'
import { shareInstance } from './share-instance.ts'

/**
 * Starts Firstwin on this page. Where it runs already, this gives that one its options, all but the
 * journey, and a warning; it runs until each of those who started it has called `stop()`. Without a
 * window, on a server, nothing is started, and no method does anything.
 *
 * @example
 * const firstwin = init({ journey: '/onboarding.journey.json', endpoint: '/firstwin/v1/batch' })
 * firstwin.identify(user.id, { plan: user.plan, contractedAt: user.contractedAt })
 * @throws {FirstwinSetupError} If the options cannot work. Nothing throws after this call.
 */
export function init(options: InitOptions): Firstwin {
  checkOptions(options)
  if (typeof window === 'undefined') return idleInstance
  // Bundlers may turn `await` into what zones follow.
  const create = (): Firstwin => outsideZones(() => createFirstwin(options, bundledChunks))
  return shareInstance(create, (running) => {
    // oxlint-disable-next-line no-console -- the only way to reach the developer of the page
    console.warn('[firstwin] started-twice')
    const { journey: _, ...rest } = options
    running.configure(rest)
  })
}

export { FirstwinSetupError } from './errors.ts'
export type { Firstwin } from './firstwin.ts'
export type { Consent, Hooks, InitOptions } from './options.ts'
export type { Theme } from './scene.ts'
export type {
  Answer,
  Encode,
  Encoded,
  EncodeName,
  Encoding,
  Endpoint,
  EndpointOptions,
  Outcome,
  ReadAnswer,
  SendContext,
  SendEvents,
} from './report/endpoint.ts'
export type { Token } from './identity.ts'
export type { Redact, WireEvent } from './report/wire-event.ts'
