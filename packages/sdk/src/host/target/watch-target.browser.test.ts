import { afterEach, describe, expect, it, vi } from 'vitest'
import { watchTarget } from './watch-target.ts'

let lifetime = new AbortController()

afterEach(() => {
  lifetime.abort()
  lifetime = new AbortController()
  document.body.replaceChildren()
  document.adoptedStyleSheets = []
})

/** Ids of what was said, in order. */
function watch(): (string | undefined)[] {
  const said: (string | undefined)[] = []
  watchTarget({ id: 'a' }, (element) => void said.push(element?.id), lifetime.signal)
  return said
}

const add = (id: string): void =>
  document.body.insertAdjacentHTML('beforeend', `<p data-firstwin="a" id="${id}" class="a">a</p>`)
const get = (id: string): HTMLElement => document.getElementById(id) as HTMLElement
const frame = (): Promise<unknown> => new Promise(requestAnimationFrame)

describe('watchTarget', () => {
  it('says at once what is there, and that nothing is', () => {
    expect(watch()).toEqual([undefined])
    add('one')
    expect(watch()).toEqual(['one'])
  })

  it('says that it appeared, was hidden, shown, replaced and removed', async () => {
    const said = watch()
    const steps: [() => void, (string | undefined)[]][] = [
      [() => add('one'), [undefined, 'one']],
      [() => (get('one').hidden = true), [undefined, 'one', undefined]],
      [() => (get('one').hidden = false), [undefined, 'one', undefined, 'one']],
      [() => (get('one').remove(), add('two')), [undefined, 'one', undefined, 'one', 'two']],
      [() => get('two').remove(), [undefined, 'one', undefined, 'one', 'two', undefined]],
    ]
    for (const [act, expected] of steps) {
      act()
      await vi.waitFor(() => expect(said).toEqual(expected))
    }
  })

  it('notices that a style sheet hides it', async () => {
    add('one')
    const said = watch()
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('.a{display:none}')
    await frame()
    document.adoptedStyleSheets = [sheet]
    await vi.waitFor(() => expect(said).toEqual(['one', undefined]))
  })

  it('looks once a frame, however much changes', async () => {
    let looks = 0
    const target = {
      id: 'a',
      get within() {
        looks += 1
        return undefined
      },
    }
    watchTarget(target, () => {}, lifetime.signal)
    for (let i = 0; i < 50; i += 1) {
      document.body.append('text')
      await Promise.resolve()
    }
    await frame()
    await frame()
    expect(looks).toBe(2)
  })

  it('says nothing after its lifetime', async () => {
    const said = watch()
    add('one')
    lifetime.abort()
    await frame()
    await frame()
    expect(said).toEqual([undefined])
  })
})
