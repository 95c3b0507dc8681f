import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ACCEPTED, answer, createWorld, NOW } from '../test/fake-world.ts'
import { createClient } from './client.ts'

const USER = { userId: 'u_42' }

describe('an event', () => {
  it('is on disk before anything is sent', async () => {
    const { start, folder, files, bodies } = createWorld()
    expect(await start().track({ ...USER, event: 'paid', properties: { amount: 3 } })).toBe(true)
    const text = files().map((name) => readFileSync(join(folder, name), 'utf8'))
    expect(JSON.parse(text.join(''))).toMatchObject({ event: 'paid', properties: { amount: 3 } })
    expect(bodies).toEqual([])
  })

  it('is removed once the endpoint has answered', async () => {
    const { start, files } = createWorld()
    const client = start()
    await client.track({ ...USER, event: 'paid' })
    expect(await client.flush()).toBe(true)
    expect(files()).toEqual([])
  })

  it('travels as the wire form says', async () => {
    const { start, bodies } = createWorld()
    const client = start()
    await client.group({ ...USER, groupId: 'acme', traits: { plan: 'team' } })
    await client.flush()
    expect(JSON.parse(bodies[0] ?? '')).toMatchObject({
      writeKey: 'pk_test',
      sentAt: '2026-11-22T03:00:00.000Z',
      batch: [
        {
          type: 'group',
          userId: 'u_42',
          groupId: 'acme',
          traits: { plan: 'team' },
          timestamp: '2026-11-22T03:00:00.000Z',
          context: { library: { name: '@firstwin/node', version: '1.0.0' } },
        },
      ],
    })
  })

  it('has an id by its moment, or the one that it was given', async () => {
    const { start, batches } = createWorld()
    const client = start()
    const messageId = '019aa000-0000-7000-8000-000000000001'
    await client.track({ ...USER, event: 'one' })
    await client.track({ ...USER, event: 'two', messageId })
    await client.flush()
    const ids = batches.flat().map((event) => event.messageId)
    expect(ids[0]?.startsWith(NOW.toString(16).padStart(12, '0').slice(0, 8))).toBe(true)
    expect(ids[1]).toBe(messageId)
  })

  it.each([
    [{ userId: '', event: 'paid' }, '`userId` is missing'],
    [{ userId: 'u', event: '' }, '`event` is missing'],
    [{ userId: 'u', event: 'paid', timestamp: new Date('x') }, '`timestamp` is not a date'],
    [{ userId: 'u', event: 'paid', messageId: 'a' }, 'not a UUID of version 7'],
    [{ userId: 'u', event: 'paid', properties: { text: 'x'.repeat(20_000) } }, '16384 bytes'],
    [{ userId: 'u', event: 'paid', properties: { big: 1n } }, 'cannot be written as JSON'],
  ])('that cannot be one is refused with a warning: %#', async (happening, message) => {
    const { start, warnings } = createWorld()
    expect(await start().track(happening)).toBe(false)
    expect(warnings.join()).toContain(message)
  })
})

describe('a batch', () => {
  it('has at most a hundred events, in their order', async () => {
    const { start, batches, sent } = createWorld()
    const client = start()
    const names = Array.from({ length: 250 }, (_, index) => `e${index}`)
    await Promise.all(names.map((event) => client.track({ ...USER, event })))
    await client.flush()
    expect(batches.map(({ length }) => length)).toEqual([100, 100, 50])
    expect(sent()).toEqual(names)
  })
})

describe('a folder', () => {
  it('gives what one process left to the next', async () => {
    const { start, endpoint, sent, files } = createWorld()
    endpoint.answer = () => answer(503)
    const first = start()
    await first.track({ ...USER, event: 'left' })
    await first.close()
    endpoint.answer = () => ACCEPTED
    const second = start()
    expect(await second.flush()).toBe(true)
    expect(sent()).toEqual(['left'])
    expect(files()).toEqual([])
  })

  it('is shared: nobody takes what another one still holds', async () => {
    const { start, batches } = createWorld()
    const one = start()
    const other = start()
    await one.track({ ...USER, event: 'of one' })
    await other.flush()
    expect(batches).toEqual([])
    await one.flush()
    expect(batches).toHaveLength(1)
  })

  it('is empty once everything is sent and the client is closed', async () => {
    const { start, folder } = createWorld()
    const client = start()
    await client.track({ ...USER, event: 'paid' })
    await client.close()
    expect(readdirSync(folder)).toEqual([])
  })

  it('may end in half a line, where a process was killed in it', async () => {
    const { start, endpoint, folder, files, sent } = createWorld()
    endpoint.answer = () => answer(503)
    const first = start()
    await first.track({ ...USER, event: 'whole' })
    await first.close()
    const file = join(folder, files()[0] ?? '')
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"type":"tr`)
    endpoint.answer = () => ACCEPTED
    expect(await start().flush()).toBe(true)
    expect(sent()).toEqual(['whole'])
  })
})

describe('a disk that takes nothing', () => {
  it('is said, and the event is sent all the same', async () => {
    const { start, folder, sent, warnings } = createWorld()
    const client = start()
    rmSync(folder, { recursive: true })
    expect(await client.track({ ...USER, event: 'paid' })).toBe(false)
    expect(warnings.join()).toContain('cannot be written')
    expect(await client.flush()).toBe(true)
    expect(sent()).toEqual(['paid'])
  })
})

describe('a client', () => {
  it.each([
    [{ endpoint: 'collector' }, '`endpoint` is no address'],
    [{ key: '' }, '`key` is empty'],
    [{ folder: '/dev/null/queue' }, 'cannot be written'],
  ])('that cannot work is refused at once: %j', (options, message) => {
    const { folder } = createWorld()
    const right = { endpoint: 'http://collector.test', key: 'pk_test', folder }
    expect(() => createClient({ ...right, ...options })).toThrow(message)
  })

  it('warns of what an endpoint says without obeying it on the terminal', async () => {
    const { start, endpoint, warnings } = createWorld()
    endpoint.answer = () => answer(400, {}, 'no\u001b]0;PWNED\u0007\u009b2J\nfine\u202e')
    const client = start()
    await client.track({ ...USER, event: 'paid' })
    await client.flush()
    expect(warnings.join()).toContain('PWNED')
    expect(warnings.join()).not.toMatch(/[\p{Cc}\u202e]/u)
  })

  it('takes nothing after its end, and says so', async () => {
    const { start, warnings } = createWorld()
    const client = start()
    await client.close()
    await client.close()
    expect(await client.track({ ...USER, event: 'late' })).toBe(false)
    expect(warnings.join()).toContain('closed')
  })
})
