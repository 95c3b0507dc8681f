import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openView } from '../gallery/open-view.ts'
import type { OpenView } from '../gallery/open-view.ts'
import { createScenes } from '../gallery/scenes.ts'
import { createEchoes } from './echoes.ts'

const scenes = createScenes(() => undefined)
const button = document.createElement('button')

/** What the user does at this time, in ms; the `detail` of clicks counts them as browsers do. */
function eventOf(type: string, at: number, detail = 1): MouseEvent {
  const real = new MouseEvent(type, { clientX: 10, clientY: 10 })
  const faked = { type, timeStamp: at, detail, isTrusted: true, composedPath: () => [button] }
  return new Proxy(real, {
    get: (target, name): unknown => Reflect.get(name in faked ? faked : target, name),
  })
}

/** Whether our button would not hear of a press and the click that follows. */
function clicker(isOurs: boolean, echoes = createEchoes()) {
  return (at: number, detail: number): boolean => {
    echoes.isOne(eventOf('pointerdown', at), isOurs)
    return echoes.isOne(eventOf('click', at + 80, detail), isOurs)
  }
}

describe('echoes', () => {
  it('ends with the time of a double click, however often is clicked', () => {
    const isEcho = clicker(true)
    const heard = [0, 400, 800, 1200, 1600].map((at, index) => !isEcho(at, index + 1))
    expect(heard).toEqual([true, false, true, false, true])
  })

  it('is the whole second click, though its press came late and lasted', () => {
    const isEcho = clicker(true)
    expect([isEcho(0, 1), isEcho(490, 2)]).toEqual([false, true])
  })

  it('is no click by a key', () => {
    const echoes = createEchoes()
    const isEcho = clicker(true, echoes)
    expect([isEcho(0, 1), isEcho(100, 2)]).toEqual([false, true])
    expect(echoes.isOne(eventOf('click', 300, 0), true)).toBe(false)
    expect(echoes.isOne(eventOf('click', 300, 0), false)).toBe(false)
  })

  it('is a click on us that follows one on the page, and no double click of the page', () => {
    const echoes = createEchoes()
    const [onPage, onUs] = [clicker(false, echoes), clicker(true, echoes)]
    expect([onPage(0, 1), onPage(100, 2), onUs(300, 1)]).toEqual([false, false, true])
  })
})

describe('after a double click', () => {
  let view: OpenView

  beforeEach(async () => {
    await page.viewport(900, 700)
    view = openView()
  })

  afterEach(() => {
    view.remove()
    document.body.replaceChildren()
  })

  it('the page has its keys: a button is pressed by Enter', async () => {
    let clicks = 0
    const host = document.body.appendChild(document.createElement('button'))
    host.addEventListener('click', () => (clicks += 1))
    view.show(scenes['step-centred'])
    await page.getByRole('button', { name: 'Next' }).dblClick()
    host.focus()
    await userEvent.keyboard('{Enter}')
    expect(clicks).toBe(1)
  })

  it('a form of ours is sent by Enter', async () => {
    view.show(scenes.setup)
    const field = page.getByRole('textbox').first()
    await field.fill('Hana')
    await field.dblClick()
    await userEvent.keyboard('Yuki{Enter}')
    expect(view.actions.map((action) => action.do)).toEqual(['apply'])
  })
})
