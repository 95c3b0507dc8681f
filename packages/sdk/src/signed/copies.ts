import { attempt } from '../report/attempt.ts'
import type { TextStore } from '../report/text-store.ts'
import type { Good } from './verify.ts'

/** The last good file of one address. */
export interface Copy {
  /** A file that is older than this is not taken any more. */
  readonly seq: number
  readonly exp: number
  /** As it was fetched; empty where its time is over. */
  readonly file: string
}

const PREFIX = 'fw:trusted:'
const NONE: Copy = { seq: 0, exp: 0, file: '' }

/** Keeps the last good file of each address on the device, as far as the user lets us keep anything. */
export function createCopies(storage: TextStore, address: string) {
  const key = PREFIX + address

  return {
    read: (): Copy => read(storage, key),
    /** Keeps this one, unless another tab has taken a newer one meanwhile. */
    keep({ file, manifest: { seq, exp } }: Pick<Good, 'file' | 'manifest'>): void {
      if (seq < read(storage, key).seq) return
      write(storage, key, { seq, exp, file })
    },
    /** Of the files of other addresses that nobody may show any more only the number stays. */
    tidy(now: number): void {
      for (const one of storage.keys(PREFIX)) {
        const copy = read(storage, one)
        if (copy.file && copy.exp * 1000 <= now) write(storage, one, { ...copy, file: '' })
      }
    },
  }
}

function write(storage: TextStore, key: string, copy: Copy): void {
  storage.set(key, JSON.stringify(copy))
}

function read(storage: TextStore, key: string): Copy {
  const copy: Partial<Copy> = Object(attempt(() => JSON.parse(storage.get(key) ?? '')))
  return { ...NONE, ...copy }
}
