import { describe, expect, it } from 'vitest'
import { createWorld } from './fake-world.ts'
import { readEndpoints } from './read-endpoints.ts'

const BASE = 'https://app.example/mails?x=1'
const { event } = createWorld()

describe('readEndpoints', () => {
  it('names each queue by its address, without what could be a secret', () => {
    const endpoint = ['/v1/batch', 'https://user:word@hog.example/batch/?key=1#2', async () => {}]
    expect(readEndpoints({ endpoint }, BASE).map(({ name }) => name)).toEqual([
      'app.example-v1-batch',
      'hog.example-batch-',
      'function',
    ])
  })

  it('gives no name twice, and keeps the one that it was given', () => {
    const send = async (): Promise<void> => {}
    const endpoint = [send, send, { send, name: 'a:b' }, { send, name: 'a:b' }]
    expect(readEndpoints({ endpoint }, BASE).map(({ name }) => name)).toEqual([
      'function',
      'function-2',
      'a-b',
      'a-b-2',
    ])
  })

  it('has the key and the encoding of `init`, unless it has its own', () => {
    const endpoint = ['/a', { url: '/b', key: 'k2', encode: 'ndjson' as const }]
    const found = readEndpoints({ endpoint, key: 'k1', encode: 'posthog' }, BASE)
    expect(found).toMatchObject([
      { url: '/a', key: 'k1', encode: 'posthog' },
      { url: '/b', key: 'k2', encode: 'ndjson' },
    ])
  })

  it('wants all, or what is named, or what a rule says', () => {
    const [all, named, ruled] = readEndpoints(
      {
        endpoint: [
          '/a',
          { url: '/b', filter: ['win_reached'] },
          { url: '/c', filter: ({ userId }) => userId !== undefined },
        ],
      },
      BASE,
    )
    const win = event('win_reached')
    expect(all?.filter).toBeUndefined()
    expect([named?.filter?.(win), named?.filter?.(event('step_viewed'))]).toEqual([true, false])
    expect([ruled?.filter?.(win), ruled?.filter?.({ ...win, userId: 'u' })]).toEqual([false, true])
  })
})
