import { describe, expect, it } from 'vitest'
import { goTo } from './go-to.ts'

/** Where the router of the host is led. */
function ledTo(url: string): string[] {
  const urls: string[] = []
  goTo(url, { navigate: (to) => void urls.push(to) }, () => {})
  return urls
}

describe('goTo', () => {
  it.each([
    ['/reports', '/reports'],
    ['/reports?tab=a#last', '/reports?tab=a#last'],
    ['/login?next=https://example.com/', '/login?next=https://example.com/'],
  ])('leads to %s', (url, to) => {
    expect(ledTo(url)).toEqual([to])
  })

  it.each([
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '/\n/evil',
    '/.//evil',
    '/ok/..//evil',
    'https://evil.example/',
    'javascript:alert(1)',
    'reports',
    '',
  ])('does not lead to %j', (url) => {
    expect(ledTo(url)).toEqual([])
  })

  it.each([
    ['#/mails', '#/reports?tab=a'],
    ['#!/mails/42', '#!/reports?tab=a'],
  ])('goes there by the hash where the page is routed by %s', (hash, to) => {
    const start = location.href
    history.replaceState(undefined, '', hash)
    goTo('/reports?tab=a', {}, () => {})
    expect(location.hash).toBe(to)
    goTo('//evil.example/', {}, () => {})
    expect(location.hash).toBe(to)
    history.replaceState(undefined, '', start)
  })

  it('tells of a router that throws', () => {
    const told: string[] = []
    const navigate = (): never => {
      throw new Error('no such page')
    }
    goTo('/reports', { navigate }, (code) => void told.push(code))
    expect(told).toEqual(['callback-threw'])
  })
})
