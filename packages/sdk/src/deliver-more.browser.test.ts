import { describe, expect, it, vi } from 'vitest'
import { storedUnder } from '../test/dump-storage.ts'
import { PATIENT, running, useWorld } from '../test/use-world.ts'
import { bundledChunks } from './chunks.ts'
import { cloudevents } from './endpoints/cloudevents.ts'
import type { WireEvent } from './index.ts'

const world = useWorld()
const MINUTE_MS = 60_000

interface Asked {
  url: string
  body: { writeKey?: string; token?: string; batch: WireEvent[] }
}

/** Endpoints below `/to/`, each with the answers that it is given; the last one stays. */
function serve(answers: Record<string, (() => Response | Promise<Response>)[]>): readonly Asked[] {
  const asked: Asked[] = []
  const original = globalThis.fetch
  const fetch: typeof original = async (input, init) => {
    const url = input as string
    const left = answers[url]
    if (!left) return await original(input, init)
    asked.push({ url, body: JSON.parse(init?.body as string) })
    return (await (left.length > 1 ? left.shift() : left[0])?.()) ?? new Response()
  }
  Object.assign(globalThis, { fetch })
  world.undo(() => Object.assign(globalThis, { fetch: original }))
  return asked
}

const yes = (): Response => new Response('{"accepted":1,"duplicates":0,"rejected":[]}')
const no = (): Response => new Response('', { status: 503 })
const isTokenOld = (): Response => new Response('{"code":"token"}', { status: 401 })

const namesAt = (asked: readonly Asked[], url: string): string[] =>
  asked
    .filter((one) => one.url === url)
    .flatMap(({ body }) => body.batch.map(({ event, type }) => event ?? type))

/** In the queue of an endpoint that is not the first. */
const waitingFor = (path: string): string[] =>
  storedUnder(`fw:q.${`${location.host}${path}`.replaceAll(/[^\w.]+/g, '-')}:`)

/** Lets timers run for so long, and whatever they began come to rest. */
async function letPass(ms: number): Promise<void> {
  await world.pass(ms)
  await bundledChunks.endpoints()
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', resolve)
    port1.start()
    port2.postMessage(0)
  })
}

describe('several endpoints', () => {
  it('get everything, each for itself: one that is broken or slow holds nobody up', async () => {
    const ends: AbortController[] = []
    const original = Reflect.get(AbortSignal, 'timeout')
    world.undo(() => Object.assign(AbortSignal, { timeout: original }))
    const timeout = (): AbortSignal => {
      const end = new AbortController()
      ends.push(end)
      return end.signal
    }
    Object.assign(AbortSignal, { timeout })
    const asked = serve({ '/to/a': [no], '/to/b': [yes], '/to/c': [() => new Promise(() => {})] })
    const firstwin = world.start({ endpoint: ['/to/a', '/to/b', '/to/c', world.endpoint.take] })
    firstwin.track('mail.sent')
    await world.arrived('win_reached')
    await expect.poll(() => namesAt(asked, '/to/b'), PATIENT).toContain('win_reached')
    // Until its answer was read it would be asked again.
    await expect.poll(() => waitingFor('/to/b'), PATIENT).toEqual([])
    expect(storedUnder('fw:q:').length).toBeGreaterThan(2)
    expect(waitingFor('/to/c').length).toBeGreaterThan(2)
    firstwin.stop()
    ends.forEach((end) => end.abort())

    const later = serve({ '/to/a': [yes], '/to/b': [yes], '/to/c': [yes] })
    world.reload({ endpoint: ['/to/a', '/to/b', '/to/c', world.endpoint.take] })
    await expect.poll(() => namesAt(later, '/to/a'), PATIENT).toContain('win_reached')
    await expect.poll(() => namesAt(later, '/to/c'), PATIENT).toContain('win_reached')
    expect(namesAt(later, '/to/b')).not.toContain('win_reached')
    expect(world.taken('win_reached')).toHaveLength(1)
  })

  it('get what they want, in their own words', async () => {
    const asked = serve({ '/to/a': [yes], '/to/b': [() => new Response('thanks')] })
    world
      .start({
        endpoint: [
          { url: '/to/a', filter: ['win_reached'], key: 'key-of-a' },
          {
            url: '/to/b',
            encode: (events) => ({
              body: JSON.stringify({ batch: events }),
              contentType: 'text/plain',
            }),
            readAnswer: ({ text }) => (text === 'thanks' ? { is: 'accepted' } : undefined),
            filter: ({ type }) => type === 'track',
          },
        ],
      })
      .track('mail.sent')
    await expect.poll(() => namesAt(asked, '/to/a'), PATIENT).toEqual(['win_reached'])
    await expect.poll(() => namesAt(asked, '/to/b'), PATIENT).toContain('task_completed')
    expect(asked.find(({ url }) => url === '/to/a')?.body.writeKey).toBe('key-of-a')
    await expect.poll(() => storedUnder('fw:q'), PATIENT).toEqual([])
  })

  it('are told of the filter that throws, which lets nothing through', async () => {
    const filter = (): boolean => {
      throw new Error('their bug')
    }
    const asked = serve({ '/to/a': [yes], '/to/b': [yes] })
    world.start({ endpoint: ['/to/a', { url: '/to/b', filter }] }).track('mail.sent')
    await expect.poll(() => namesAt(asked, '/to/a'), PATIENT).toContain('win_reached')
    expect(await world.told('A function that you gave')).not.toEqual([])
    expect(namesAt(asked, '/to/b')).toEqual([])
  })
})

describe('a token', () => {
  it('travels beside the key, and never to the device', async () => {
    const asked = serve({ '/to/a': [yes] })
    const firstwin = world.start({ endpoint: '/to/a' })
    firstwin.identify('u_1', {}, { token: 'signed.word.1' })
    firstwin.track('mail.sent')
    await expect.poll(() => namesAt(asked, '/to/a'), PATIENT).toContain('win_reached')
    expect(asked.map(({ body }) => body.token)).toContain('signed.word.1')
    const kept = JSON.stringify([localStorage, sessionStorage])
    expect(kept).not.toContain('signed.word')
  })

  it('that comes while the page runs is waited for by what its user did', async () => {
    const asked = serve({ '/to/a': [yes] })
    const firstwin = world.start({ endpoint: '/to/a' })
    firstwin.track('preview.opened')
    await expect.poll(() => namesAt(asked, '/to/a'), PATIENT).toContain('win_reached')
    let give: (token: string) => void = () => {}
    const given = new Promise<string>((resolve) => {
      give = resolve
    })
    const token = (): Promise<string> => given
    firstwin.identify('u_1', {}, { token })
    firstwin.track('mail.sent')
    await world.pass(3000)
    const isTheirs = ({ body }: Asked): boolean => body.batch.some(({ userId }) => userId === 'u_1')
    expect(asked.filter(isTheirs)).toEqual([])
    give('signed.word.2')
    await expect.poll(() => namesAt(asked, '/to/a'), PATIENT).toContain('identify')
    expect(asked.filter(isTheirs).map(({ body }) => body.token)).toContain('signed.word.2')
  })

  it.each([
    ['by its name', 'cloudevents' as const],
    ['as it is', cloudevents],
  ])('is waited for in the form of CloudEvents too, given %s', async (_, encode) => {
    const sent: string[] = []
    const url = '/to/cloud'
    const original = globalThis.fetch
    const fetch: typeof original = async (input, init) => {
      if (input !== url) return await original(input, init)
      sent.push(init?.body as string)
      return yes()
    }
    Object.assign(globalThis, { fetch })
    world.undo(() => Object.assign(globalThis, { fetch: original }))
    let give: (token: string) => void = () => {}
    const given = new Promise<string>((resolve) => {
      give = resolve
    })
    const token = (): Promise<string> => given
    const firstwin = world.start({ endpoint: { url, encode } })
    firstwin.track('preview.opened')
    await expect.poll(() => sent.join(), PATIENT).toContain('win_reached')
    firstwin.identify('u_1', {}, { token })
    firstwin.track('mail.sent')
    await world.pass(3000)
    expect(sent.join()).not.toContain('u_1')
    give('signed.word.2')
    await expect.poll(() => sent.join(), PATIENT).toContain('u_1')
    for (const body of sent.filter((one) => one.includes('u_1'))) {
      expect(body).toContain('"token":"signed.word.2"')
    }
  })

  it('that is asked for where there is none is no reason to ask again at once', async () => {
    // Time stands still but for what this test lets pass: the shortest pause is 250 ms.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const asked = serve({ '/to/a': [isTokenOld] })
    world.start({ endpoint: '/to/a' }).track('mail.sent')
    while (asked.length === 0) await letPass(50)
    for (let round = 0; round < 50; round += 1) await letPass(2)
    expect(asked.length).toBe(1)
    expect(storedUnder('fw:q:').length).toBeGreaterThan(0)
  })

  it('that is refused is fetched anew', async () => {
    let count = 0
    const asked = serve({ '/to/a': [isTokenOld, yes] })
    const firstwin = world.start({ endpoint: '/to/a' })
    await running(firstwin)
    firstwin.identify('u_1', {}, { token: async () => `word.${(count += 1)}` })
    firstwin.track('mail.sent')
    await expect.poll(() => asked.length, PATIENT).toBeGreaterThan(0)
    const now = performance.now.bind(performance)
    world.undo(() => Object.assign(performance, { now }))
    Object.assign(performance, { now: () => now() + MINUTE_MS })
    await world.pass(MINUTE_MS)
    firstwin.track('preview.opened')
    await expect
      .poll(() => asked.filter(({ body }) => body.token === 'word.2').length, PATIENT)
      .toBeGreaterThan(0)
    await expect.poll(() => storedUnder('fw:q:'), PATIENT).toEqual([])
  })

  it('of one user does not carry what another did: that waits until they are back', async () => {
    const down = serve({ '/to/a': [no] })
    const firstwin = world.start({ endpoint: '/to/a' })
    firstwin.identify('u_1', {}, { token: 'word.1' })
    firstwin.track('mail.sent')
    await expect.poll(() => down.length, PATIENT).toBeGreaterThan(0)
    firstwin.stop()

    const asked = serve({ '/to/a': [yes] })
    const other = world.reload({ endpoint: '/to/a' })
    await running(other)
    other.identify('u_2', {}, { token: 'word.2' })
    await world.pass(5000)
    await expect.poll(() => namesAt(asked, '/to/a'), PATIENT).toContain('identify')
    const users = (): unknown[] => asked.flatMap(({ body }) => body.batch.map((one) => one.userId))
    expect(users()).not.toContain('u_1')

    const back = world.reload({ endpoint: '/to/a' })
    back.identify('u_1', {}, { token: 'word.1' })
    await expect.poll(users, PATIENT).toContain('u_1')
    for (const { body } of asked) {
      const whose = body.batch.flatMap(({ userId }) => userId ?? [])
      const word = body.token ?? ''
      for (const user of whose) expect(user.at(-1)).toBe(word.at(-1))
    }
  })
})
