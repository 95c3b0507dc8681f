import { afterEach, describe, expect, it } from 'vitest'
import { withTabLock } from './tab-lock.ts'

afterEach(() => void Reflect.deleteProperty(navigator, 'locks'))

/** Runs two at once; says how many ran. */
async function runTwo(): Promise<number> {
  let count = 0
  let end = (): void => {}
  const busy = new Promise<void>((resolve) => {
    end = resolve
  })
  const first = withTabLock('test', async () => {
    count += 1
    await busy
  })
  const second = withTabLock('test', async () => {
    count += 1
  })
  await second
  end()
  await first
  return count
}

describe('withTabLock', () => {
  it('runs one at a time, and the other not at all', async () => {
    expect(await runTwo()).toBe(1)
  })

  it('gives the lock back', async () => {
    await runTwo()
    expect(await runTwo()).toBe(1)
  })

  it.each([
    ['are missing', undefined],
    ['are refused', { request: () => Promise.reject(new DOMException('no', 'SecurityError')) }],
  ])('runs both where locks %s', async (_what, value) => {
    Object.defineProperty(navigator, 'locks', { value, configurable: true })
    expect(await runTwo()).toBe(2)
  })
})
