import { describe, expect, it } from 'vitest'
import { route } from './route.ts'

const fits = (value: string): boolean => route.safeParse(value).success

describe('route', () => {
  it.each([
    '/',
    '/reports',
    '/reports/',
    '/campaigns/*/edit',
    '/キャンペーン',
    '/reports?tab=a#last',
    '/?a',
    '/#a',
    '/login?next=https://example.com/',
  ])('may be %s', (value) => {
    expect(fits(value)).toBe(true)
  })

  it.each([
    '',
    'reports',
    'https://example.com/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example/',
    '/\n/evil',
    '/\u0000/evil',
    '/.//evil',
    '/ok/..//evil',
    '/a b',
    '/a\n',
    '/a?b\\c',
  ])('may not be %j', (value) => {
    expect(fits(value)).toBe(false)
  })

  it('is judged in no time, however long it is', () => {
    const start = performance.now()
    expect(fits(`/${'a'.repeat(100_000)}\\`)).toBe(false)
    expect(performance.now() - start).toBeLessThan(500)
  })
})
