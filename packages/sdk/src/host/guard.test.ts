import { describe, expect, it } from 'vitest'
import { guard } from './guard.ts'

describe('guard', () => {
  it('passes arguments and the answer', () => {
    expect(guard((a: number, b: number) => a + b)(1, 2)).toBe(3)
  })

  it('answers undefined where the function throws, and says what it threw', () => {
    const errors: unknown[] = []
    const fail = (): number => {
      throw new Error('bug of the host')
    }
    expect(guard(fail, (error) => errors.push(error))()).toBeUndefined()
    expect(errors).toEqual([new Error('bug of the host')])
    expect(guard(fail)()).toBeUndefined()
  })
})
