import type { Values } from '@firstwin/engine'
import { FirstwinSetupError } from './errors.ts'
import type { EncodeName, Endpoint } from './report/endpoint.ts'
import type { Redact } from './report/wire-event.ts'
import type { Theme } from './scene.ts'

/** `pending`: nothing is stored or sent until `setConsent('granted')`. */
export type Consent = 'granted' | 'denied' | 'pending'

export interface InitOptions extends Hooks {
  /** Where the journey is, or the journey itself, raw or compiled. */
  journey: string | object
  /**
   * The hash of the journey's file, `sha384-…` as in a script tag. Any other file is refused like one
   * that cannot be reached: it is told, and nothing is shown. As in script tags, what is not a hash of
   * SHA-256, SHA-384 or SHA-512 checks nothing.
   * @default any file is taken
   */
  integrity?: string | undefined
  /**
   * One or two public keys of Ed25519 (base64, 44 characters), in a list or with a blank between them:
   * only a journey that one of them has signed for the page's origin is taken, as `npx firstwin sign`
   * makes it. Any other is reported as `journey_rejected`, and the last good copy of this device is
   * shown, if there is one. Texts that are no key fit no journey; a third key is not looked at.
   * @default any journey is taken
   */
  trust?: string | readonly string[] | undefined
  /**
   * Where reports go: a URL that takes batches, a function that resolves once it has them, either
   * with more said of it, or a list of these. Each has its own queue, pauses and fate.
   * @default none: nothing is sent
   */
  endpoint?: Endpoint | readonly Endpoint[] | undefined
  /** The public write key of the endpoint. */
  key?: string | undefined
  /** How events become the body of a request, for endpoints that do not say it. @default 'batch' */
  encode?: EncodeName | undefined
  /** The language of what is shown. @default the page's `lang`, else the browser's */
  locale?: string | undefined
  /** @default 'granted'. A browser that sends Global Privacy Control counts as `denied`. */
  consent?: Consent | undefined
  /** A browser that sends Do Not Track counts as `denied`, too. Any text says yes. @default false */
  respectDoNotTrack?: boolean | string | undefined
  /** Explains in the console what is wrong with the set-up. @default on local hosts only */
  debug?: boolean | string | undefined
  /** Lets `?firstwin=inspect` and Alt+Shift+W open the inspector. @default as `debug` */
  inspect?: boolean | string | undefined
  /** Sends the host's own `track` events to the endpoint too. @default false */
  forwardTracked?: boolean | undefined
  theme?: Theme | undefined
  /** Mounted here instead of at the end of the page. */
  container?: Element | undefined
}

/** What the host does for Firstwin. Each may be given or changed by a later `init`. */
export interface Hooks {
  /** Goes to a route of the host: its router's own function. @default `location.assign` */
  navigate?: ((url: string) => void) | undefined
  /**
   * Takes the values of a setup. The setup counts as applied once this has returned, or its promise
   * is resolved; if it throws or rejects, the form stays with what was typed.
   */
  apply?: ((setup: string, values: Values) => unknown) | undefined
  /** Changes an event before it is kept and sent; `undefined` drops it. */
  redact?: Redact | undefined
  /** Milliseconds since 1970. For demonstrations and tests that move the clock. @default Date.now */
  now?: (() => number) | undefined
}

/**
 * Checks what can only be a mistake of the caller.
 * @throws {FirstwinSetupError} If there is no journey, or the endpoint is a number or `true`.
 */
export function checkOptions({ journey, endpoint }: Partial<InitOptions>): void {
  if (journey && !Number(endpoint)) return
  throw new FirstwinSetupError('`journey` must be a URL or object, `endpoint` no number.')
}
