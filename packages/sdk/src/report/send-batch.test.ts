import { describe, expect, it } from 'vitest'
import { createSend } from './send-batch.ts'

const SILENCE = { is: 'later', waitMs: 0, silent: true }

describe('createSend', () => {
  it('says what became of a batch', async () => {
    expect(await createSend(async () => ({ is: 'size' }))([], false)).toEqual({ is: 'size' })
  })

  it('takes a request that fails, and one that is patched to throw, for no answer', async () => {
    const failing = createSend(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await failing([], false)).toEqual(SILENCE)
    const throwing = createSend(() => {
      throw new Error('patched by the host')
    })
    expect(await throwing([], false)).toEqual(SILENCE)
  })

  it('gives up on a request that never settles', async () => {
    const end = new AbortController()
    const send = createSend(
      () => new Promise(() => {}),
      () => end.signal,
    )
    const outcome = send([], false)
    end.abort()
    expect(await outcome).toEqual(SILENCE)
  })

  it('asks in the very turn: when the page goes there is no other', () => {
    let asked = 0
    void createSend(() => {
      asked += 1
      return new Promise(() => {})
    })([], true)
    expect(asked).toBe(1)
  })
})
