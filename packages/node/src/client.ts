import type { Grouped, Happening, Identified, Tracked } from './happening.ts'
import { startQueue, type QueuePorts } from './queue.ts'
import { checkOptions } from './check-options.ts'
import { toEvent } from './to-event.ts'
import { readVersion } from './version.ts'

export interface ClientOptions {
  /** Where the events go: `https://first.example.com/v1/batch`. */
  readonly endpoint: string
  /** The write key of your product. */
  readonly key: string
  /**
   * Where events wait, on a disk that outlives the process. Several processes of one user may share it.
   * Made for that user only; one in which every user may write is refused.
   * @default '.firstwin', in the folder that the process was started in
   */
  readonly folder?: string
  /** How much may wait there. Beyond it the oldest events are lost, and counted. @default 64 MiB */
  readonly maxBytes?: number
  /**
   * Told what somebody should mend: a wrong key, events that the endpoint refuses, a full disk.
   * @default process.emitWarning, once for each different message
   */
  readonly onWarning?: (message: string) => void
}

export interface Client {
  /**
   * Something happened to a user. Resolves with `true` once it is on disk: from then on it is not
   * lost, whatever happens to this process. With `false`, and a warning, if it could not be written
   * (it is sent all the same, as long as the process lives) or cannot be an event. Never rejects.
   */
  track: (happening: Tracked) => Promise<boolean>
  /** What is known of a user. As `track`. */
  identify: (happening: Identified) => Promise<boolean>
  /** Which customer a user belongs to. As `track`. */
  group: (happening: Grouped) => Promise<boolean>
  /**
   * Sends what waits now. Resolves with whether the endpoint has everything. If it asked for a
   * pause, nothing is sent.
   */
  flush: () => Promise<boolean>
  /**
   * Sends what waits, for five seconds at most, and ends. What still waits then is sent by the next
   * client of the folder. Calling it twice is safe.
   */
  close: () => Promise<void>
}

/** What an endpoint answers is in warnings, and these on terminals, which it is not to steer. */
const STEERING = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu

/**
 * Reports from your servers, with nothing lost: each event is on disk before it is sent, and is
 * removed once the endpoint has answered. Does not keep the process alive.
 *
 * @example
 * const firstwin = createClient({ endpoint: 'https://first.example.com/v1/batch', key: 'pk_live_1' })
 * await firstwin.track({ userId: 'u_42', event: 'invoice.paid', properties: { amount: 120 } })
 * @throws {ClientSetupError} If an option cannot be right, or the folder cannot be written. Nothing
 * throws after this call.
 */
export function createClient(options: ClientOptions, ports: Partial<QueuePorts> = {}): Client {
  const { endpoint, key, folder, maxBytes } = checkOptions(options)
  const tell = options.onWarning ?? createWarn()
  const warn = (message: string): void => tell(message.replaceAll(STEERING, ' '))
  const queue = startQueue({ endpoint, key, folder, maxBytes, warn }, ports)
  const { now } = queue
  const version = readVersion()
  let counter = 0
  let isClosed = false

  async function keep(happening: Happening): Promise<boolean> {
    counter += 1
    const made = toEvent(happening, { now: now(), counter, version })
    const message = isClosed ? 'The client is closed.' : made.ok ? undefined : made.message
    if (made.ok && message === undefined) return queue.keep(made.text)
    warn(`Not an event: ${message ?? ''}`)
    return false
  }

  return {
    track: (happening) => keep({ ...happening, type: 'track' }),
    identify: (happening) => keep({ ...happening, type: 'identify' }),
    group: (happening) => keep({ ...happening, type: 'group' }),
    flush: () => queue.flush(),
    close: () => {
      isClosed = true
      return queue.close()
    },
  }
}

/** The same trouble is told once: it may come back with each event. */
function createWarn(): (message: string) => void {
  const told = new Set<string>()
  return (message) => {
    if (told.has(message) || told.size >= 100) return
    told.add(message)
    process.emitWarning(message, 'FirstwinWarning')
  }
}
