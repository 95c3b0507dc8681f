import type { IdentityOptions, Limits } from '@firstwin/collector'
import type { CompiledJourney } from '@firstwin/schema'
import { dataFolder } from '../open-store.ts'
import type { Input } from '../read-input.ts'
import { readJourney } from '../read-journey.ts'
import { readVersion } from '../version.ts'
import type { World } from '../world.ts'
import { readKeys, type Keys } from './keys.ts'
import {
  readDrain,
  readLogForm,
  readPort,
  readPublicUrl,
  readRates,
  readRetention,
  readTrustProxy,
  type LogForm,
} from './options.ts'
import { readIdentity } from './read-identity.ts'

/** What `serve` is going to do: all its settings, read and checked. */
export interface Plan {
  readonly version: string
  readonly port: number
  readonly host: string
  readonly publicUrl: string | undefined
  readonly folder: string
  readonly keys: Keys
  readonly anyOrigin: boolean
  readonly identity: IdentityOptions | undefined
  readonly journeys: readonly CompiledJourney[]
  /** `undefined` for ever. */
  readonly keepMs: number | undefined
  readonly trustProxy: number
  readonly limits: Partial<Limits>
  readonly drainMs: number
  readonly logForm: LogForm
}

/**
 * Keys that are missing are made last, so that a wrong setting leaves nothing behind.
 *
 * @throws {UsageError} If a setting cannot be right, or a file cannot be read.
 */
export function readPlan(input: Input, world: World): Plan {
  return {
    version: readVersion(),
    port: readPort(input),
    host: input.one('host') ?? '127.0.0.1',
    publicUrl: readPublicUrl(input),
    folder: dataFolder(input),
    anyOrigin: !input.has('origin') && !input.has('products'),
    identity: readIdentity(input, world),
    journeys: input.all('journey').map((file) => readJourney(file, world)),
    keepMs: readRetention(input),
    trustProxy: readTrustProxy(input),
    limits: readRates(input),
    drainMs: readDrain(input),
    logForm: readLogForm(input),
    keys: readKeys(input, world),
  }
}
