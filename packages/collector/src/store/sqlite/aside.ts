import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { StoreError } from '../../errors.ts'
import type { Ask } from '../../results/ask.ts'
import type { WinEntry } from '../../results/latest-wins.ts'
import type { Results } from '../../results/results.ts'
import type { Baseline } from '../baseline.ts'
import type { Similar, SimilarAsked } from '../similar.ts'
import { isAsideAnswer, type AsideOrder, type BaselineAsked } from './aside-order.ts'

export interface Aside extends Ask {
  baseline: (asked: BaselineAsked) => Promise<Baseline>
  similar: (asked: SimilarAsked) => Promise<Similar | undefined>
  /** Ends the thread. What was asked and is not answered rejects. */
  close: () => Promise<void>
}

interface Waiting {
  resolve: (answer: unknown) => void
  reject: (reason: StoreError) => void
}

/**
 * Works out results in a thread of its own, with a connection of its own. Of a hundred thousand people they
 * take three seconds of a processor, in which nobody could send an event. The thread begins with the
 * first question.
 */
export function createAside(file: string): Aside {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let asked = 0
  let closed = false

  /** What a thread says after another has taken its place is not about the other's questions. */
  function fail(failed: Worker, reason: string): void {
    if (worker !== failed) return
    worker = undefined
    for (const { reject } of waiting.values()) reject(new StoreError(reason))
    waiting.clear()
  }

  function hear(message: unknown): void {
    if (!isAsideAnswer(message)) return
    const told = waiting.get(message.id)
    waiting.delete(message.id)
    // A process that waits for nothing else may end.
    if (waiting.size === 0) worker?.unref()
    if ('problem' in message) told?.reject(new StoreError(`No results: ${message.problem}.`))
    else told?.resolve(message.answer)
  }

  function start(): Worker {
    // Beside this file, as a source or as it was built.
    const url = new URL(`aside-worker${extname(import.meta.url)}`, import.meta.url)
    const started = new Worker(url, { workerData: file })
    started.on('message', hear)
    started.on('error', (error) => fail(started, `No results: ${error.message}.`))
    started.on('exit', () => fail(started, 'The store is closed.'))
    return started
  }

  function ask(order: (id: number) => AsideOrder): Promise<unknown> {
    if (closed) return Promise.reject(new StoreError('The store is closed.'))
    asked += 1
    const id = asked
    const thread = (worker ??= start())
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      thread.ref()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
      thread.postMessage(order(id))
    })
  }

  return {
    ...createQuestions(ask),
    async close() {
      closed = true
      await worker?.terminate()
    },
  }
}

type AskThread = (order: (id: number) => AsideOrder) => Promise<unknown>

function createQuestions(ask: AskThread): Omit<Aside, 'close'> {
  return {
    async results(asked) {
      const found = await ask((id) => ({ id, task: 'results', asked }))
      if (isResults(found)) return found
      throw new StoreError('No results.')
    },
    async wins(asked) {
      const found = await ask((id) => ({ id, task: 'wins', asked }))
      if (isWins(found)) return found
      throw new StoreError('No results.')
    },
    async baseline(asked) {
      const found = await ask((id) => ({ id, task: 'baseline', asked }))
      if (isBaseline(found)) return found
      throw new StoreError('No baseline.')
    },
    async similar(asked) {
      const found = await ask((id) => ({ id, task: 'similar', asked }))
      return isSimilar(found) ? found : undefined
    },
  }
}

/** All come from our own thread: that it is one of them is all there is to know. */
function isResults(value: unknown): value is Results {
  return typeof value === 'object' && value !== null && 'tiers' in value
}

function isWins(value: unknown): value is readonly WinEntry[] {
  return Array.isArray(value)
}

function isBaseline(value: unknown): value is Baseline {
  return typeof value === 'object' && value !== null
}

function isSimilar(value: unknown): value is Similar {
  return typeof value === 'object' && value !== null && 'users' in value
}
