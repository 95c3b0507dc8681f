import { describe, expect, it } from 'vitest'
import { createCache } from './create-cache.ts'

/** A cache over promises that the test settles, and what it reported. */
function cacheOf(isBroken = false) {
  const asked: PromiseWithResolvers<string>[] = []
  const reports: string[] = []
  const get = createCache(
    (key: string) => {
      if (key === 'at hand') return key
      const waiting = Promise.withResolvers<string>()
      asked.push(waiting)
      return waiting.promise
    },
    {
      onReady() {
        reports.push('ready')
        if (isBroken) throw new Error('cannot draw')
      },
      onFailed: (key) => reports.push(`failed ${key}`),
      onError: (error) => reports.push(String(error)),
    },
  )
  return { get, asked, reports }
}

/** Lets everything that waits for the promise go on. */
const settled = (promise: Promise<unknown>) => Promise.allSettled([promise])

describe('createCache', () => {
  it('hands out at once what is at hand', () => {
    const { get, reports } = cacheOf()
    expect(get('at hand')).toBe('at hand')
    expect(reports).toEqual([])
  })

  it('fetches once, however often it is asked, and tells when it has come', async () => {
    const { get, asked, reports } = cacheOf()
    expect([get('a'), get('a')]).toEqual([undefined, undefined])
    expect(asked).toHaveLength(1)
    asked[0]?.resolve('value')
    await settled(asked[0]?.promise as Promise<string>)
    expect(reports).toEqual(['ready'])
    expect(get('a')).toBe('value')
    expect(asked).toHaveLength(1)
  })

  it('tells when it did not come, and tries again when asked again', async () => {
    const { get, asked, reports } = cacheOf()
    get('a')
    asked[0]?.reject(new TypeError('Failed to fetch'))
    await settled(asked[0]?.promise as Promise<string>)
    expect(reports).toEqual(['failed a'])
    get('a')
    expect(asked).toHaveLength(2)
  })
  it('keeps to itself what goes wrong in those that it tells', async () => {
    const { get, asked, reports } = cacheOf(true)
    get('a')
    asked[0]?.resolve('value')
    await settled(asked[0]?.promise as Promise<string>)
    await settled(Promise.resolve())
    expect(reports).toEqual(['ready', 'Error: cannot draw'])
  })
})
