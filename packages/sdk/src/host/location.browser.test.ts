import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchRoute } from './location.ts'

const start = location.href
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

function watch(): string[] {
  const routes: string[] = []
  watchRoute((path) => void routes.push(path), lifetime.signal)
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
    const routes = watch()
    history.pushState(undefined, '', '/campaigns')
    history.pushState(undefined, '', '/campaigns?page=2')
    history.replaceState({ scroll: 1 }, '', '/campaigns/42')
    expect(routes).toEqual(['/campaigns', '/campaigns/42'])
    history.back()
    await vi.waitFor(() => expect(routes).toEqual(['/campaigns', '/campaigns/42', '/campaigns']))
  })

  it('says nothing after its lifetime', () => {
    prepare()
    const routes = watch()
    lifetime.abort()
    history.pushState(undefined, '', '/later')
    expect(routes).toEqual([])
  })
})

describe('watchRoute and the history object', () => {
  it('leaves it alone where it can', () => {
    const before = methods()
    watch()
    expect(methods()).toEqual(before)
  })

  it('puts it back at the end', () => {
    withoutNavigation()
    const before = methods()
    watch()
    expect(methods()).not.toEqual(before)
    lifetime.abort()
    expect(methods()).toEqual(before)
  })

  it('does not put it back over a wrapper that came later, and is quiet inside it', () => {
    withoutNavigation()
    const [original] = methods()
    const routes = watch()
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
