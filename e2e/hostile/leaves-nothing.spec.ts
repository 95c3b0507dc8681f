import type { CDPSession, Page } from '@playwright/test'
import { engine, expect, test } from './test.ts'
import { tour } from './tour.ts'

/* What is left of us on the page after `stop()`: nothing, however often it was started. */

const CYCLES = 200
const HEAP_BYTES = 100_000
/** Chunks are fetched, and caches of the engine are filled, before it is weighed. */
const WARM_UP = 20

/** With a path, so that there is a launcher too. */
const journey = tour({
  more: {
    wins: [{ id: 'won', title: 'Won', when: { event: 'won' } }],
    paths: [
      {
        id: 'path',
        title: 'Path',
        tasks: [{ id: 'task', title: 'Task', win: 'won', guide: 'tour' }],
      },
    ],
  },
})

test.beforeEach(() => {
  test.skip(engine() !== 'chromium', 'Only the tools of Chromium count listeners and the heap.')
})

/**
 * Starts it, sees a step, and stops it, so many times. The journey is handed over: what is fetched
 * each time would be remembered by the browser.
 */
async function cycle(page: Page, times: number): Promise<void> {
  await page.evaluate(
    async ({ count, handed }) => {
      const { firstwin } = globalThis as unknown as {
        firstwin: { init: (options: object) => void; stop: () => void }
      }
      const find = (selector: string): unknown =>
        document.querySelector('firstwin-root')?.shadowRoot?.querySelector(selector)
      for (let done = 0; done < count; done += 1) {
        firstwin.stop()
        firstwin.init({ journey: handed })
        while (!find('.panel') || !find('.launcher')) await new Promise(requestAnimationFrame)
      }
      firstwin.stop()
    },
    { count: times, handed: journey },
  )
}

/** What is left once all that fades or waits for a frame is over, and the garbage is collected. */
async function weigh(page: Page, tools: CDPSession) {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)))
  await tools.send('HeapProfiler.collectGarbage')
  const heap = await weighHeap(tools)
  const { nodes, jsEventListeners: listeners } = await tools.send('Memory.getDOMCounters')
  const html = await page.evaluate(() => document.documentElement.outerHTML)
  const sheets = await page.evaluate(
    () => document.adoptedStyleSheets.length + document.styleSheets.length,
  )
  return { nodes, listeners, heap, html, sheets }
}

interface Snapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[]] } }
  nodes: number[]
}

/**
 * Bytes of everything that scripts have made. Not the code itself, which grows as often as the engine
 * finds a faster way to run it, and not what the tools remember.
 */
async function weighHeap(tools: CDPSession): Promise<number> {
  const chunks: string[] = []
  const collect = ({ chunk }: { chunk: string }): void => void chunks.push(chunk)
  tools.on('HeapProfiler.addHeapSnapshotChunk', collect)
  await tools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  tools.off('HeapProfiler.addHeapSnapshotChunk', collect)
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as Snapshot
  const { node_fields: fields, node_types: types } = snapshot.meta
  const counted = new Set(
    ['object', 'closure', 'array', 'string', 'concatenated string', 'regexp', 'symbol'].map(
      (name) => types[0].indexOf(name),
    ),
  )
  const size = fields.indexOf('self_size')
  let bytes = 0
  for (let at = 0; at < nodes.length; at += fields.length) {
    if (counted.has(nodes[at] ?? -1)) bytes += nodes[at + size] ?? 0
  }
  return bytes
}

test('pain 38 stop() leaves nothing behind, after one start and after two hundred', async ({
  host,
  page,
}) => {
  await host.open({ journey })
  const tools = await page.context().newCDPSession(page)
  await cycle(page, WARM_UP)
  const before = await weigh(page, tools)
  await cycle(page, CYCLES)
  const after = await weigh(page, tools)

  expect(after.html).toBe(before.html)
  expect(after.html).not.toContain('firstwin-root')
  expect(after.sheets).toBe(before.sheets)
  expect(after.listeners).toBeLessThanOrEqual(before.listeners)
  expect(after.nodes).toBeLessThanOrEqual(before.nodes)
  expect(after.heap - before.heap).toBeLessThan(HEAP_BYTES)
  expect((await host.seen()).errors).toEqual([])
})

test('pain 38 stop() gives back every listener of the window and of the document', async ({
  host,
  page,
}) => {
  // Everything that is added is noted, with the signal that would take it away again.
  const before = `globalThis.kept = []
const add = EventTarget.prototype.addEventListener
EventTarget.prototype.addEventListener = function (type, run, options) {
  if (this === window || this === document || this instanceof MediaQueryList)
    kept.push({ type, signal: options && options.signal })
  return add.call(this, type, run, options)
}`
  await host.open({ journey, before })
  await host.seeStep('One')
  const left = await page.evaluate(() => {
    const { kept, firstwin } = globalThis as unknown as {
      kept: { type: string; signal?: AbortSignal }[]
      firstwin: { stop: () => void }
    }
    firstwin.stop()
    return {
      all: kept.length,
      left: kept.filter(({ signal }) => !signal?.aborted).map(({ type }) => type),
    }
  })
  expect(left.all).toBeGreaterThan(10)
  expect(left.left).toEqual([])
})
