import { describe, expect, it } from 'vitest'
import { ago } from './ago.ts'

const SECOND = 1_000
const rows: [seconds: number, en: string, ja: string][] = [
  [-5, 'now', '今'],
  [59, 'now', '今'],
  [61, '1 min. ago', '1 分前'],
  [3 * 3_600, '3 hr. ago', '3 時間前'],
  [26 * 3_600, 'yesterday', '昨日'],
]

describe('ago', () => {
  it.each(rows)('%d s ago is %s and %s', (seconds, en, ja) => {
    const now = Date.UTC(2026, 0, 1)
    const at = now - seconds * SECOND
    expect([ago(at, now, 'en'), ago(at, now, 'ja')]).toEqual([en, ja])
  })
})
