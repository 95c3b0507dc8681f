import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { currentRoute, watchRoute } from './location.ts'
import { watchHistory } from './watch-history.ts'

const start = location.href

it.each([
  ['/a/b', '/a/b'],
  ['/a?b=c#d', '/a'],
  ['/a#/b', '/b'],
  ['/a#!/b/c?d=e', '/b/c'],
  ['/a#/', '/'],
  ['/a#/b#c', '/b'],
  ['/a#b/c', '/a'],
  ['/a#!b', '/a'],
])('has for %s the route %s', (url, route) => {
  history.replaceState(undefined, '', url)
  expect(currentRoute()).toBe(route)
})

const real = Object.getOwnPropertyDescriptor(window, 'navigation') as PropertyDescriptor
let lifetime = new AbortController()

beforeEach(() => {
  lifetime = new AbortController()
})
afterEach(() => {
  lifetime.abort()
  Object.defineProperty(window, 'navigation', real)
  history.replaceState(undefined, '', start)
})

async function watch(): Promise<string[]> {
  const routes: string[] = []
  const fetched = Promise.resolve({ watchHistory })
  const note = (): void => void routes.push(currentRoute())
  watchRoute(note, () => fetched, lifetime.signal)
  await fetched
  return routes
}

function methods(): [History['pushState'], History['replaceState']] {
  // oxlint-disable-next-line typescript/unbound-method -- Compared, and called with `apply`.
  return [history.pushState, history.replaceState]
}

/** As in a browser without the Navigation API. */
function withoutNavigation(): void {
  Object.defineProperty(window, 'navigation', { value: undefined, configurable: true })
}

describe.each([
  ['with the Navigation API', () => {}],
  ['without it', withoutNavigation],
])('watchRoute %s', (_name, prepare) => {
  it('says each new path once', async () => {
    prepare()
    const routes = await watch()
    history.pushState(undefined, '', '/campaigns')
    history.pushState(undefined, '', '/campaigns?page=2')
    history.replaceState({ scroll: 1 }, '', '/campaigns/42')
    expect(routes).toEqual(['/campaigns', '/campaigns/42'])
    history.back()
    await vi.waitFor(() => expect(routes).toEqual(['/campaigns', '/campaigns/42', '/campaigns']))
  })

  it('says the path in the hash, where that is one', async () => {
    prepare()
    const routes = await watch()
    history.pushState(undefined, '', '/app#top')
    location.hash = '#/mails?sort=new'
    await vi.waitFor(() => expect(routes).toEqual(['/app', '/mails']))
    location.hash = '#!/mails/42'
    await vi.waitFor(() => expect(routes).toEqual(['/app', '/mails', '/mails/42']))
    history.replaceState(undefined, '', '/app')
    expect(routes).toEqual(['/app', '/mails', '/mails/42', '/app'])
  })

  it('is not misled by an element of that name', async () => {
    const nav = document.createElement('nav')
    Object.defineProperty(window, 'navigation', { value: nav, configurable: true })
    const routes = await watch()
    history.pushState(undefined, '', '/clobbered')
    expect(routes).toEqual(['/clobbered'])
  })

  it('says nothing after its lifetime', async () => {
    prepare()
    const routes = await watch()
    lifetime.abort()
    history.pushState(undefined, '', '/later')
    expect(routes).toEqual([])
  })
})

describe('watchRoute and the history object', () => {
  it('leaves it alone where it can', async () => {
    const before = methods()
    await watch()
    expect(methods()).toEqual(before)
  })

  it('leaves to its methods their names, lengths and texts', async () => {
    withoutNavigation()
    const looks = (): unknown[] => methods().map((one) => [one.name, one.length, String(one)])
    const before = looks()
    await watch()
    expect(looks().flat().slice(0, 2)).toEqual(before.flat().slice(0, 2))
    expect(
      looks()
        .flat()
        .filter((text) => String(text).includes('[native code]')),
    ).toHaveLength(2)
  })

  it('has them throw what they throw, and no more', async () => {
    withoutNavigation()
    await watch()
    expect(() => history.pushState(undefined, '', 'https://elsewhere.test/')).toThrow(DOMException)
  })

  it('puts it back at the end', async () => {
    withoutNavigation()
    const before = methods()
    await watch()
    expect(methods()).not.toEqual(before)
    lifetime.abort()
    expect(methods()).toEqual(before)
  })

  it('does not put it back over a wrapper that came later, and is quiet inside it', async () => {
    withoutNavigation()
    const [original] = methods()
    const routes = await watch()
    const [ours] = methods()
    const theirs: History['pushState'] = (...args) => ours.apply(history, args)
    history.pushState = theirs
    lifetime.abort()
    history.pushState(undefined, '', '/later')
    expect(methods()[0]).toBe(theirs)
    expect(location.pathname).toBe('/later')
    expect(routes).toEqual([])
    history.pushState = original
  })
})
