import type { CDPSession, Page } from '@playwright/test'
import { TARGET, type HostPage } from './host-page.ts'
import { engine, expect, test } from './test.ts'
import { tour } from './tour.ts'

/* What is left of us on the page after `stop()`: nothing, however often it was started. */

const CYCLES = 200
const HEAP_BYTES = 100_000
/** Chunks are fetched, and caches of the engine are filled, before it is weighed. */
const WARM_UP = 20

/** With a path, so that there is a launcher too. */
const journey = tour({
  start: 'on-request',
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
        firstwin: Record<'init' | 'start' | 'stop', (what?: unknown) => void>
      }
      const find = (selector: string): unknown =>
        document.querySelector('firstwin-root')?.shadowRoot?.querySelector(selector)
      for (let done = 0; done < count; done += 1) {
        firstwin.stop()
        firstwin.init({ journey: handed })
        firstwin.start('tour')
        while (!find('.panel') || !find('.launcher')) await new Promise(requestAnimationFrame)
      }
      firstwin.stop()
    },
    { count: times, handed: journey },
  )
}

/** What is left once all that fades or waits for a frame is over, and the garbage is collected. */
async function weigh(page: Page, tools: CDPSession) {
  const { nodes, jsEventListeners: listeners } = await settle(tools)
  const heap = await weighHeap(tools)
  const html = await page.evaluate(() => document.documentElement.outerHTML)
  const sheets = await page.evaluate(
    () => document.adoptedStyleSheets.length + document.styleSheets.length,
  )
  return { nodes, listeners, heap, html, sheets }
}

/** Collects garbage until two counts in a row are the same. */
async function settle(tools: CDPSession) {
  let counts = await tools.send('Memory.getDOMCounters')
  await expect(async () => {
    const before = counts
    await tools.send('HeapProfiler.collectGarbage')
    counts = await tools.send('Memory.getDOMCounters')
    expect(counts).toEqual(before)
  }).toPass({ intervals: [300], timeout: 15_000 })
  return counts
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
  await host.open({ journey }, { silent: true })
  await expectNothingLeft(page, CYCLES)
  expect((await host.seen()).errors).toEqual([])
})

const FRAME = `<iframe style="width:400px;height:200px" srcdoc="${TARGET.replaceAll('"', "'")}"></iframe>`

/** Where the target is, besides the page itself. */
const PLACES: Readonly<Record<string, HostPage>> = {
  'a frame': { body: FRAME },
  'an open shadow root': {
    body: '<x-app></x-app>',
    script: `document.querySelector('x-app').attachShadow({ mode: 'open' }).innerHTML = '${TARGET}'`,
  },
  'a modal dialog': {
    body: `<dialog style="margin:60px 300px">${TARGET}</dialog>`,
    script: `document.querySelector('dialog').showModal()`,
  },
}

for (const [name, described] of Object.entries(PLACES)) {
  test(`pain 38 stop() leaves nothing behind where the target is in ${name}`, async ({
    host,
    page,
  }) => {
    await host.open({ ...described, journey }, { silent: true })
    await expectNothingLeft(page, CYCLES / 4)
    expect((await host.seen()).errors).toEqual([])
  })
}

async function expectNothingLeft(page: Page, cycles: number): Promise<void> {
  const tools = await page.context().newCDPSession(page)
  await cycle(page, WARM_UP)
  const before = await weigh(page, tools)
  await cycle(page, cycles)
  const after = await weigh(page, tools)

  expect(after.html).toBe(before.html)
  expect(after.html).not.toContain('firstwin-root')
  expect(after.sheets).toBe(before.sheets)
  expect(after.listeners).toBeLessThanOrEqual(before.listeners)
  expect(after.nodes).toBeLessThanOrEqual(before.nodes)
  expect(after.heap - before.heap).toBeLessThan(HEAP_BYTES)
}

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
  await host.open({ journey, before }, { silent: true })
  await host.call('start', 'tour')
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
