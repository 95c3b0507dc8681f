import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openView } from '../gallery/open-view.ts'
import type { OpenView } from '../gallery/open-view.ts'
import { createScenes, progressOf } from '../gallery/scenes.ts'
import { stepScene } from '../gallery/step-scenes.ts'

const scenes = createScenes(() => undefined)

let view: OpenView

beforeEach(async () => {
  await page.viewport(900, 700)
  view = openView()
})

afterEach(() => {
  view.remove()
  document.body.replaceChildren()
})

function add<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, into: ParentNode = document.body) {
  const element = document.createElement(tag)
  into.append(element)
  return element
}

describe('the focus', () => {
  it('stays in a field of a component', () => {
    const shadow = add('div').attachShadow({ mode: 'open' })
    const field = add('input', shadow)
    field.focus()
    view.show(stepScene({}, { requested: true }))
    expect(shadow.activeElement).toBe(field)
  })

  it('stays in a dialog of the page', () => {
    const dialog = add('div')
    dialog.setAttribute('aria-modal', 'true')
    const button = add('button', dialog)
    button.focus()
    view.show(stepScene({}, { requested: true }))
    expect(document.activeElement).toBe(button)
  })

  it('goes back to what had it in a component', () => {
    const shadow = add('div').attachShadow({ mode: 'open' })
    const button = add('button', shadow)
    button.focus()
    view.show(stepScene({}, { requested: true }))
    expect(document.activeElement).toBe(view.shadow().host)
    view.show(undefined)
    expect(shadow.activeElement).toBe(button)
  })

  it('goes to the target when what had it is gone', () => {
    const opener = add('button')
    const target = add('button')
    opener.focus()
    view.show(stepScene({}, { target, requested: true }))
    opener.remove()
    view.show(undefined)
    expect(document.activeElement).toBe(target)
  })

  it('goes to the main part when there is nothing else, and leaves no attribute there', () => {
    const opener = add('button')
    const main = add('main')
    opener.focus()
    view.show(stepScene({}, { requested: true }))
    opener.hidden = true
    view.show(undefined)
    expect(document.activeElement).toBe(main)
    main.blur()
    expect(main.outerHTML).toBe('<main></main>')
  })

  it('goes to the main part, and what the page has written there stays', async () => {
    const opener = add('button')
    const main = add('main')
    main.setAttribute('tabindex', 'x')
    opener.focus()
    view.show(stepScene({}, { requested: true }))
    opener.hidden = true
    view.show(undefined)
    expect(main.tabIndex).toBe(-1)
    expect(document.activeElement).toBe(main)
    view.remove()
    expect(main.outerHTML).toBe('<main tabindex="x"></main>')
  })

  it('does not go to a main part that is hidden, which stays as it was', () => {
    const main = add('main')
    main.hidden = true
    view.show(stepScene({}, { requested: true }))
    view.show(undefined)
    expect(main.outerHTML).toBe('<main hidden=""></main>')
  })

  it('leaves no attribute on the main part when everything is taken off the page', () => {
    const opener = add('button')
    const main = add('main')
    opener.focus()
    view.show(stepScene({}, { requested: true }))
    opener.hidden = true
    view.remove()
    expect(main.outerHTML).toBe('<main></main>')
  })

  it('goes back when everything is taken off the page', () => {
    const opener = add('button')
    opener.focus()
    view.show(stepScene({}, { requested: true }))
    view.remove()
    expect(document.activeElement).toBe(opener)
  })
})

describe('the launcher', () => {
  it('gives way to what has the focus under it, and comes back', async () => {
    const field = add('input')
    field.style.cssText = 'position:fixed;right:30px;bottom:30px;width:60px;height:20px'
    const other = add('button')
    view.show(undefined, { launcher: progressOf('done', 'next', 'closed') })
    await expect.poll(() => view.shadow().querySelector('.launcher')).not.toBeNull()
    const launcher = view.shadow().querySelector('.launcher') as HTMLElement
    const before = launcher.getBoundingClientRect()
    field.focus()
    expect(launcher.getBoundingClientRect().bottom).toBeLessThan(field.getBoundingClientRect().top)
    other.focus()
    expect(launcher.getBoundingClientRect()).toEqual(before)
  })
})

describe('what is read out', () => {
  const spoken = (): string => view.shadow().querySelector('[role=status]')?.textContent ?? ''

  it('is the step, once, though it goes and comes back', async () => {
    const step = stepScene({}, { requested: false })
    view.show(step)
    expect(spoken()).toBe('')
    await expect.poll(spoken).toContain('Send it')
    const changes: MutationRecord[] = []
    const observer = new MutationObserver((records) => void changes.push(...records))
    observer.observe(view.shadow(), { childList: true, characterData: true, subtree: true })
    view.show(undefined, { isUnderWay: true })
    view.show(step)
    view.show(stepScene({ id: 'two', title: 'Two' }, { requested: false, index: 1 }))
    await expect.poll(spoken).toContain('Two')
    const region = view.shadow().querySelector('[role=status]')
    const words = changes
      .filter(({ target }) => target === region)
      .map(({ addedNodes }) => addedNodes[0]?.textContent)
    observer.disconnect()
    expect(words.filter((text) => text?.includes('Send it'))).toEqual([])
  })

  it.each([
    ['its guide was ended', undefined],
    ['something else came', scenes['survey-nps']],
  ])('is the step again when %s and it is started anew', async (_, between) => {
    const step = stepScene({}, { requested: false })
    view.show(step)
    await expect.poll(spoken).toContain('Send it')
    view.show(between)
    const region = view.shadow().querySelector('[role=status]') as HTMLElement
    const panel = (): Element | null => view.shadow().querySelector('.layer:not([inert]) .step')
    await expect.poll(panel).toBeNull()
    region.textContent = ''
    view.show(step)
    await expect.poll(spoken).toContain('Send it')
  })

  it('has a second region for what cannot wait, empty', () => {
    view.show(scenes['step-centred'])
    expect(view.shadow().querySelector('[role=alert].hidden')?.textContent).toBe('')
  })
})

it('leaves the keys of a composition alone', async () => {
  view.show(scenes['survey-text'])
  await expect.element(page.getByRole('textbox')).toBeVisible()
  const field = view.shadow().querySelector('textarea') as HTMLTextAreaElement
  field.focus()
  const key = new KeyboardEvent('keydown', {
    key: 'Escape',
    isComposing: true,
    bubbles: true,
    composed: true,
  })
  field.dispatchEvent(key)
  expect(view.actions).toEqual([])
  await userEvent.keyboard('{Escape}')
  expect(view.actions).toHaveLength(1)
})
