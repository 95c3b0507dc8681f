import { describe, expect, it } from 'vitest'
import { createCall } from './call.ts'
import type { SendContext } from './endpoint.ts'

const { signal } = new AbortController()
const OPTIONS = { key: 'k', token: () => 'jwt', now: () => Date.UTC(2026, 10, 22) }

describe('createCall', () => {
  it('hands over events with all there is to know, and takes the promise for the answer', async () => {
    const heard: SendContext[] = []
    const call = createCall(async (_, context) => void heard.push(context), OPTIONS)
    expect(await call([], signal, false)).toEqual({ is: 'accepted' })
    const sentAt = '2026-11-22T00:00:00.000Z'
    expect(heard).toMatchObject([{ key: 'k', token: 'jwt', sentAt, library: { name: 'firstwin' } }])
  })

  it.each([
    ['rejects', () => Promise.reject(new Error('down'))],
    [
      'throws',
      () => {
        throw new Error('their bug')
      },
    ],
  ])('asks a function that %s again, which is not silence', async (_how, send) => {
    expect(await createCall(send, OPTIONS)([], signal, false)).toEqual({ is: 'later', waitMs: 0 })
  })
})
