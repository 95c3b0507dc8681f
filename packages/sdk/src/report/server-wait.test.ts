import { describe, expect, it } from 'vitest'
import { serverWaitMs } from './server-wait.ts'

const NOW = Date.UTC(2026, 10, 22, 3, 0, 0)

describe('serverWaitMs', () => {
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['-5', 0],
    [null, 0],
    ['', 0],
    ['soon', 0],
    ['Sun, 22 Nov 2026 03:00:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 02:59:00 GMT', 0],
    ['3600', 3_600_000],
    // Timers of browsers would ring at once.
    ['4294967296', 3_600_000],
    ['1e999', 3_600_000],
    ['Sun, 22 Nov 2099 03:00:00 GMT', 3_600_000],
  ])('reads %s as %i ms', (header, ms) => {
    expect(serverWaitMs(header, NOW)).toBe(ms)
  })
})
