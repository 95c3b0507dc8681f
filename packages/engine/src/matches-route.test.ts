import { describe, expect, it } from 'vitest'
import { matchesRoute } from './matches-route.ts'

describe('a glob', () => {
  it.each([
    ['/', '/', true],
    ['/', '/a', false],
    ['/a', '/a', true],
    ['/a', '/a/', true],
    ['/a/', '/a', true],
    ['/a', '/A', false],
    ['/a', '/a/b', false],
    ['/a/b', '/a', false],
    ['/campaigns/*', '/campaigns/7', true],
    ['/campaigns/*', '/campaigns', false],
    ['/campaigns/*', '/campaigns/7/edit', false],
    ['/*/edit', '/7/edit', true],
    ['/**', '/', true],
    ['/**', '/a/b/c', true],
    ['/a/**', '/a', true],
    ['/a/**', '/b', false],
    ['/**/edit', '/edit', true],
    ['/**/edit', '/a/b/edit', true],
    ['/**/edit', '/a/edit/b', false],
    ['/a/**/c/*', '/a/b/c/c/d', true],
    ['/**/b/**/d', '/a/b/c/b/d', true],
    ['/**/b/**/d', '/a/d/b', false],
    // Text is text: what means something in a regular expression means nothing here.
    ['/a.c', '/abc', false],
    ['/(a+)+', '/aaa', false],
  ])('%s matches %s: %s', (glob, path, expected) => {
    expect(matchesRoute(glob, path)).toBe(expected)
  })

  it('is quick where a regular expression would hang', () => {
    const glob = '/**/a'.repeat(200)
    expect(matchesRoute(`${glob}/b`, '/a'.repeat(2000))).toBe(false)
  })

  it('looks at no more of an endless route than tells routes apart', () => {
    const route = '/a'.repeat(50_000)
    expect(matchesRoute('/a/**/b', route)).toBe(false)
    expect(matchesRoute('/a/**', route)).toBe(true)
  })
})
