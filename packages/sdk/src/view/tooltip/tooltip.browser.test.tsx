import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openStepPage } from '../gallery/step-page.ts'
import type { StepPage } from '../gallery/step-page.ts'
import { stepScene } from '../gallery/step-scenes.ts'

const dialog = (name = 'Send it') => page.getByRole('dialog', { name })
const element = (id: string): HTMLElement => stage.element(id)
const panel = (): HTMLElement => stage.panel()
const showStep: StepPage['showStep'] = (...args) => stage.showStep(...args)

let stage: StepPage
let view: StepPage['view']

beforeEach(async () => {
  await page.viewport(900, 600)
  stage = openStepPage()
  ;({ view } = stage)
})

afterEach(() => view.remove())

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

  it('glides to the next target, ring and panel together', () => {
    showStep()
    showStep({ id: 'next' }, { target: element('after') })
    const glides = [panel(), view.shadow().querySelector('.ring')].map((moving) =>
      moving?.getAnimations().some(({ effect }) => effect?.getTiming().duration === 220),
    )
    expect(glides).toEqual([true, true])
    expect(view.shadow().querySelectorAll('.tooltip')).toHaveLength(1)
  })

  it('stands beside a target in a frame of this origin, wherever that is', async () => {
    const frame = document.createElement('iframe')
    frame.style.cssText = 'position:absolute;left:300px;top:100px;border:5px solid;scale:0.5'
    frame.style.transformOrigin = '0 0'
    document.body.append(frame)
    const inner = frame.contentDocument?.createElement('button') as HTMLButtonElement
    inner.style.cssText = 'position:absolute;left:100px;top:80px;width:60px;height:20px'
    frame.contentDocument?.body.append(inner)
    view.show(stepScene({}, { target: inner, requested: false }))
    const ring = view.shadow().querySelector('.ring')?.getBoundingClientRect()
    const { left, top } = frame.getBoundingClientRect()
    const wanted = { left: left + 52.5 - 4, top: top + 42.5 - 4, width: 38, height: 18 }
    expect(ring).toMatchObject(wanted)
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

  it.each([
    ['Next', { do: 'next' }],
    ['Back', { do: 'back' }],
  ])('takes a double click on %s for one', async (name, action) => {
    showStep({}, { index: 1 })
    await userEvent.dblClick(dialog().getByRole('button', { name }))
    expect(view.actions).toEqual([action])
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

  it('has help read out: its place is there before its words, and takes no room', async () => {
    const step = { stuck: { after: '40s', help: 'Stuck?' }, body: undefined } as const
    showStep({ body: undefined })
    await expect.element(dialog()).toBeVisible()
    const { height } = dialog().element().getBoundingClientRect()
    showStep(step)
    const place = view.shadow().querySelector('.body [role=status]')
    expect(place?.textContent).toBe('')
    expect(dialog().element().getBoundingClientRect().height).toBe(height)
    showStep(step, { stuck: true })
    await expect.poll(() => place?.textContent).toBe('Stuck? ')
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
