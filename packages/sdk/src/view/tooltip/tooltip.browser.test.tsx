import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openView } from '../gallery/open-view.ts'
import type { OpenView } from '../gallery/open-view.ts'
import { stepScene } from '../gallery/step-scenes.ts'

let view: OpenView

beforeEach(async () => {
  await page.viewport(900, 600)
  document.body.replaceChildren()
  document.body.style.cssText = 'margin:0;height:600px'
  addButton('before', 'left:20px;top:20px')
  addButton('target', 'left:400px;top:200px')
  addButton('after', 'left:20px;top:500px')
  view = openView()
})

afterEach(() => view.remove())

function addButton(id: string, place: string): void {
  const button = document.createElement('button')
  button.id = id
  button.textContent = id
  button.style.cssText = `position:absolute;width:100px;height:40px;${place}`
  document.body.append(button)
}

const element = (id: string): HTMLElement => document.querySelector(`#${id}`) as HTMLElement
const panel = (): HTMLElement => view.shadow().querySelector('.tooltip') as HTMLElement
const dialog = (name = 'Send it') => page.getByRole('dialog', { name })

function showStep(...[step = {}, more = {}]: Partial<Parameters<typeof stepScene>>): void {
  view.show(stepScene(step, { target: element('target'), requested: false, ...more }))
}

describe('tooltip: where it stands', () => {
  it('stands under its target, with the arrow at the middle of it', () => {
    showStep()
    const box = panel().getBoundingClientRect()
    const arrow = panel().querySelector('.arrow')?.getBoundingClientRect() as DOMRect
    expect(box.top).toBe(240 + 13)
    expect(arrow.left + arrow.width / 2).toBeCloseTo(450, -1)
    expect(arrow.top).toBeLessThan(box.top)
  })

  it.each(['top', 'left', 'right'] as const)('stands at the %s when asked to', (placement) => {
    showStep({ placement })
    expect(panel().dataset['side']).toBe(placement)
  })

  it('follows its target', async () => {
    showStep()
    element('target').style.top = '100px'
    await expect.poll(() => panel().getBoundingClientRect().top).toBe(140 + 13)
  })

  it('follows a target that something above pushes down', async () => {
    element('target').style.position = 'static'
    showStep()
    await expect.poll(() => panel().getAnimations().length).toBe(0)
    const before = panel().getBoundingClientRect().top
    const banner = document.createElement('div')
    banner.style.height = '70px'
    document.body.prepend(banner)
    await expect.poll(() => panel().getBoundingClientRect().top).toBe(before + 70)
  })

  it('brings a target that is out of sight into view', async () => {
    document.body.style.height = '3000px'
    element('target').style.top = '2000px'
    showStep()
    await expect.poll(() => element('target').getBoundingClientRect().bottom).toBeLessThan(600)
    await expect.element(dialog()).toBeVisible()
    window.scrollTo(0, 0)
  })

  it.each([
    ['320x256', 320, 256],
    ['375x667', 375, 667],
  ])('fits into %s with its buttons', async (_, width, height) => {
    await page.viewport(width, height)
    element('target').style.left = '250px'
    showStep({ body: 'A long word after the other. '.repeat(40) })
    const box = panel().getBoundingClientRect()
    const button = dialog().getByRole('button', { name: 'Next' }).element().getBoundingClientRect()
    expect(box.left).toBeGreaterThanOrEqual(0)
    expect(box.right).toBeLessThanOrEqual(width)
    expect(box.bottom).toBeLessThanOrEqual(height)
    expect(button.bottom).toBeLessThanOrEqual(height)
  })

  it('lets the keyboard scroll what does not fit', async () => {
    await page.viewport(320, 256)
    showStep({ body: 'A long word after the other. '.repeat(40) })
    expect(view.shadow().querySelector<HTMLElement>('.body')?.tabIndex).toBe(0)
  })

  it('lays a ring around the target and leaves clicks to the page', async () => {
    let clicks = 0
    element('target').addEventListener('click', () => (clicks += 1))
    showStep({ spotlight: true })
    const ring = view.shadow().querySelector('.ring')?.getBoundingClientRect()
    expect(ring).toMatchObject({ left: 394, top: 194, width: 112, height: 52 })
    await userEvent.click(element('target'))
    expect(clicks).toBe(1)
  })

  it('stands in the middle without a target', () => {
    view.show(stepScene({}, { target: undefined }))
    const box = panel().getBoundingClientRect()
    expect(box.left + box.width / 2).toBe(450)
    expect(box.top + box.height / 2).toBeCloseTo(300, 0)
  })
})

describe('tooltip: what it offers', () => {
  it('says where one is, and has no way back on the first step', async () => {
    showStep()
    await expect.element(dialog().getByText('1 of 3')).toBeVisible()
    await expect.element(dialog().getByRole('button', { name: 'Back' })).not.toBeInTheDocument()
  })

  it('sends next, back and close', async () => {
    showStep({}, { index: 1 })
    await dialog().getByRole('button', { name: 'Next' }).click()
    await dialog().getByRole('button', { name: 'Back' }).click()
    await dialog().getByRole('button', { name: 'Close' }).click()
    expect(view.actions).toEqual([
      { do: 'next' },
      { do: 'back' },
      { do: 'dismiss', reason: 'closed' },
    ])
  })

  it('calls the last step done', async () => {
    showStep({}, { index: 2 })
    await expect.element(dialog().getByRole('button', { name: 'Done' })).toBeVisible()
  })

  it('leads to the target instead where the page has to be used', async () => {
    showStep({ advance: { on: 'click' } })
    await expect.element(dialog().getByRole('button', { name: 'Next' })).not.toBeInTheDocument()
    await dialog().getByRole('button', { name: 'Take me there' }).click()
    expect(document.activeElement).toBe(element('target'))
  })

  it('offers help once the user is stuck', async () => {
    const step = { stuck: { after: '40s', help: 'Stuck?', link: '/support' } }
    showStep(step)
    await expect.element(dialog().getByText('Stuck?')).not.toBeInTheDocument()
    showStep(step, { stuck: true })
    await dialog().getByRole('link', { name: 'Get help' }).click()
    expect(view.followed).toEqual(['/support'])
  })

  it('reports one step as shown once, however often it is drawn', () => {
    showStep()
    showStep({}, { stuck: true })
    showStep({ id: 'other' })
    expect(view.shown).toEqual(['step', 'step'])
  })

  it('is read out once', async () => {
    showStep({}, { index: 1 })
    await expect.element(page.getByText('Step 2 of 3: Send it')).toBeInTheDocument()
  })
})

describe('tooltip: keyboard', () => {
  it('takes the focus when the user asked for it', () => {
    showStep({}, { requested: true })
    expect(view.shadow().activeElement).toBe(panel())
  })

  it('leaves the focus alone when it came by itself', () => {
    element('before').focus()
    showStep()
    expect(document.activeElement).toBe(element('before'))
  })

  it('leaves the focus in a field that is being typed into', () => {
    const field = document.createElement('input')
    document.body.append(field)
    field.focus()
    showStep({}, { requested: true })
    expect(document.activeElement).toBe(field)
  })

  it('keeps the focus from step to step', async () => {
    showStep({}, { requested: true })
    await userEvent.click(dialog().getByRole('button', { name: 'Next' }))
    showStep({ id: 'second', title: 'Second' }, { index: 1 })
    expect(view.shadow().activeElement).toBe(panel())
  })

  it('gives the focus back when it goes', () => {
    element('before').focus()
    showStep({}, { requested: true })
    view.show(undefined)
    expect(document.activeElement).toBe(element('before'))
  })

  it('comes after its target in the tab order, and is no trap', async () => {
    showStep({ advance: { on: 'click' } })
    element('target').focus()
    await userEvent.keyboard('{Tab}')
    expect(view.shadow().activeElement).toBe(panel())
    await userEvent.keyboard('{Tab}{Tab}')
    expect(view.shadow().activeElement?.textContent).toBe('Take me there')
    await userEvent.keyboard('{Tab}')
    expect(document.activeElement).toBe(element('after'))
  })

  it('leads to the target from its last control when the user did not come from there', async () => {
    showStep({}, { requested: true })
    await userEvent.keyboard('{Tab}{Tab}{Tab}')
    expect(document.activeElement).toBe(element('target'))
  })

  it('goes back to the target with Shift+Tab', async () => {
    showStep({}, { requested: true })
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
    expect(document.activeElement).toBe(element('target'))
  })

  it('is dismissed by Escape, which the page does not hear', async () => {
    let heard = 0
    const listen = (): void => void (heard += 1)
    document.addEventListener('keydown', listen)
    showStep({}, { requested: true })
    await userEvent.keyboard('{Escape}')
    document.removeEventListener('keydown', listen)
    expect(view.actions).toEqual([{ do: 'dismiss', reason: 'escape' }])
    expect(heard).toBe(0)
  })

  it('leaves Escape to the page while the focus is in a field of it', async () => {
    showStep()
    element('before').focus()
    await userEvent.keyboard('{Escape}')
    expect(view.actions).toEqual([])
  })

  it('leaves Escape alone while a character is composed', () => {
    showStep({}, { requested: true })
    const event = new KeyboardEvent('keydown', {
      key: 'Escape',
      isComposing: true,
      bubbles: true,
      composed: true,
    })
    panel().dispatchEvent(event)
    expect(view.actions).toEqual([])
  })

  it('leaves the elements of the page as they were', () => {
    const before = document.body.outerHTML
    showStep({ spotlight: true }, { requested: true })
    view.show(undefined)
    expect(document.body.outerHTML).toBe(before)
  })
})
