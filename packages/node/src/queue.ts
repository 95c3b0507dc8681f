import { checkFolder } from './check-folder.ts'
import { createAppendLog } from './disk/append-log.ts'
import { createShelf, type Shelf } from './disk/shelf.ts'
import { ClientSetupError, reasonOf } from './errors.ts'
import { createLeftBehind } from './left-behind.ts'
import { createDelivery } from './send/delivery.ts'
import { createDrops, removeDrops } from './send/drop-counts.ts'
import { fileParcel, looseParcel } from './send/parcel.ts'
import { post, type Post } from './send/post.ts'
import { createTurns } from './send/turns.ts'
import { uuid7 } from './uuid7.ts'

export interface QueueOptions {
  readonly endpoint: string
  readonly key: string
  readonly folder: string
  readonly maxBytes: number
  readonly warn: (message: string) => void
}

/** What the queue needs of the world. */
export interface QueuePorts {
  readonly post: Post
  /** Ms since 1970. */
  readonly now: () => number
  /** 0…1. */
  readonly random: () => number
  /** Runs it once, so many ms from now, unless the function that it returns is called. */
  readonly schedule: (run: () => void, delayMs: number) => () => void
}

export interface Queue {
  readonly now: () => number
  /** Whether the event, in JSON, is on disk. Never rejects. */
  keep: (text: string) => Promise<boolean>
  flush: () => Promise<boolean>
  close: () => Promise<void>
}

const REAL: QueuePorts = { post, now: Date.now, random: Math.random, schedule }
/** So that events that come together go together. */
const GATHER_MS = 1_000
/** How often we look whether another process of the folder has died and left something. */
const LOOK_MS = 60_000
const CLOSE_MS = 5_000
/** How many events that could not be written come together in memory. */
const MAX_LOOSE = 500

/**
 * Keeps events in a folder and sends them from there.
 * @throws {ClientSetupError} If the folder cannot be written, or may be written by everybody.
 */
export function startQueue(options: QueueOptions, ports: Partial<QueuePorts>): Queue {
  const { folder, warn } = options
  const world = { ...REAL, ...ports }
  checkFolder(options)
  const shelf = openShelf(folder, world.now())
  const drops = createDrops(shelf.dir)
  const delivery = createDelivery({ ...options, ...world, drops })
  const log = createAppendLog({
    dir: shelf.dir,
    onFull: (segment) => {
      delivery.add(fileParcel(segment))
      turns.hurry()
    },
    onFailure: (error) => warn(`Events cannot be written to ${folder} (${reasonOf(error)}).`),
  })
  const leftBehind = createLeftBehind({ folder, drops, onFound: delivery.add, warn })
  const turns = createTurns({ ...world, turn, warn })
  /** Events that could not be written. */
  let loose: string[] = []
  let lookAt = 0

  /** What is there by now is sent. Resolves with how long the rest must wait. */
  async function turn(): Promise<number> {
    // Its clock may be set back.
    if (Math.abs(lookAt - world.now()) >= LOOK_MS || world.now() >= lookAt) {
      lookAt = world.now() + LOOK_MS
      leftBehind.look()
    }
    const sealed = await log.seal()
    if (sealed) delivery.add(fileParcel(sealed))
    if (loose.length > 0) delivery.add(looseParcel(loose))
    loose = []
    return delivery.drain()
  }

  async function close(): Promise<void> {
    await turns.end(CLOSE_MS)
    await log.seal()
    leftBehind.release()
    if (Object.keys(drops.read()).length === 0) removeDrops(shelf.dir)
    shelf.release()
  }

  let closing: Promise<void> | undefined
  turns.wake(0)
  return {
    now: world.now,
    async keep(text) {
      const isOnDisk = await log.append(text)
      if (!isOnDisk) loose.push(text)
      if (loose.length >= MAX_LOOSE) turns.hurry()
      else turns.wake(GATHER_MS)
      return isOnDisk
    },
    async flush() {
      await turns.run()
      return !delivery.isWaiting()
    },
    close: () => (closing ??= close()),
  }
}

function openShelf(folder: string, now: number): Shelf {
  try {
    return createShelf(folder, uuid7(now, 0))
  } catch (error) {
    throw new ClientSetupError(
      `The folder ${folder} cannot be written (${reasonOf(error)}). Make it writable, or name another.`,
      { cause: error },
    )
  }
}

/** Timers do not keep the process alive. */
function schedule(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs)
  timer.unref()
  return () => clearTimeout(timer)
}
