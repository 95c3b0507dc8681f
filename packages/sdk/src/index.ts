import { bundledChunks } from './chunks.ts'
import { createFirstwin, type Firstwin } from './firstwin.ts'
import { outsideZones } from './host/outside-zones.ts'
import type { InitOptions } from './options.ts'

/**
 * Starts Firstwin on this page.
 *
 * @example
 * const firstwin = init({ journey: '/onboarding.journey.json', endpoint: '/firstwin/v1/batch' })
 * firstwin.identify(user.id, { plan: user.plan, contractedAt: user.contractedAt })
 * @throws {FirstwinSetupError} If the options cannot work. Nothing throws after this call.
 */
export function init(options: InitOptions): Firstwin {
  // Bundlers may turn `await` into what zones follow.
  return outsideZones(() => createFirstwin(options, bundledChunks))
}

export { FirstwinSetupError } from './errors.ts'
export type { Firstwin } from './firstwin.ts'
export type { Consent, Hooks, InitOptions } from './options.ts'
export type { Theme } from './scene.ts'
export type { Endpoint } from './report/send-batch.ts'
export type { Redact, WireEvent } from './report/wire-event.ts'
