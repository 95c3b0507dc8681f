import { attempt } from './attempt.ts'
import type { Answer } from './endpoint.ts'
import { addDrops } from './drop-counts.ts'
import { isPlainYes } from './is-plain-yes.ts'
import { QUEUE_PREFIX } from './keep-event.ts'
import { makeRoom } from './make-room.ts'
import type { PlainOptions } from './plain-queue.ts'
import { takePlain, type PlainBatch } from './take-plain.ts'

/** What became of one batch. */
export interface End {
  readonly keys: readonly string[]
  readonly answer?: Answer
  readonly isYes?: boolean
  /** There is something to do that is not done here. */
  readonly isOdd: boolean
}

type SenderOptions = Pick<PlainOptions, 'storage' | 'now' | 'isGranted' | 'isOdd' | 'give'>

export interface PlainSender {
  readonly isWaiting: () => boolean
  /** Sends one batch of what waits and is not on its way. Never rejects. */
  readonly send: () => Promise<End>
  /** Bounds what waits, after something came. */
  readonly makeRoom: () => void
  /** These are not on their way any more. */
  readonly free: (keys: readonly string[]) => void
}

export function createPlainSender(options: SenderOptions): PlainSender {
  const { storage, isGranted } = options
  const onTheWay = new Set<string>()

  const waiting = (): string[] =>
    isGranted() ? storage.keys(QUEUE_PREFIX).filter((key) => !onTheWay.has(key)) : []

  return {
    isWaiting: () => waiting().length > 0,
    makeRoom: () =>
      makeRoom(storage, onTheWay, (key) => {
        addDrops(storage, 'cap', Number(storage.get(key)) || 1)
        storage.remove(key)
      }),
    async send() {
      const all = waiting()
      const isOdd = all.length > 0 && options.isOdd()
      const batch = attempt(() => takePlain(storage, isOdd ? [] : all, options.now()))
      if (isOdd || !batch) return { keys: [], isOdd: true }
      batch.keys.forEach((key) => onTheWay.add(key))
      return await giveBatch(batch, options)
    },
    free: (keys) => keys.forEach((key) => onTheWay.delete(key)),
  }
}

async function giveBatch(
  { keys, events, isRest }: PlainBatch,
  { give, storage }: SenderOptions,
): Promise<End> {
  if (!keys[0]) return { keys, isOdd: isRest }
  try {
    const answer = await give(events)
    const isYes = isPlainYes(answer)
    if (isYes) keys.forEach((key) => storage.remove(key))
    return { keys, answer, isYes, isOdd: isRest || !isYes }
  } catch {
    return { keys, isOdd: true }
  }
}
