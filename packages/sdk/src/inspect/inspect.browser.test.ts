import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { see, seen } from '../../test/seen.ts'
import { PATIENT, running, START, useWorld } from '../../test/use-world.ts'
import type { Firstwin, InitOptions } from '../index.ts'

const world = useWorld()

const panel = page.getByRole('complementary', { name: 'Firstwin inspector' })
const tab = (name: string) => page.getByRole('tab', { name, exact: true })
const button = (name: string) => page.getByRole('button', { name, exact: true })

function element(): Element | null {
  return document.querySelector('firstwin-root[data-inspector]')
}

function text(): string {
  return element()?.shadowRoot?.querySelector('.root')?.textContent ?? ''
}

async function sees(words: string): Promise<void> {
  await expect.poll(text, PATIENT).toContain(words)
}

async function pressKeys(): Promise<void> {
  await userEvent.keyboard('{Alt>}{Shift>}{w}{/Shift}{/Alt}')
}

/** Waits until the door listens: its chunk comes after the journey. */
async function open(options: Partial<InitOptions> = {}): Promise<Firstwin> {
  const firstwin = world.start(options)
  await running(firstwin)
  await expect
    .poll(async () => {
      if (!element()) await pressKeys()
      return element() !== null
    }, PATIENT)
    .toBe(true)
  await expect.poll(text, PATIENT).not.toBe('')
  return firstwin
}

describe('the inspector', () => {
  it('opens and closes by its keys, and not while the user types', async () => {
    await open()
    const field = document.body.appendChild(document.createElement('input'))
    world.undo(() => field.remove())
    field.focus()
    await pressKeys()
    expect(element()).not.toBeNull()
    field.blur()
    await pressKeys()
    expect(element()).toBeNull()
  })

  it('leaves nothing behind', async () => {
    const firstwin = await open()
    firstwin.stop()
    expect(element()).toBeNull()
    expect(world.host.isAsBefore()).toBe(true)
    await pressKeys()
    expect(element()).toBeNull()
  })

  it('follows each turn: a win is reached while it is looked at', async () => {
    const firstwin = await open()
    await sees('0 of 3 done')
    await sees('template.applied happened · now 0×')
    firstwin.track('template.applied')
    await sees('1 of 3 done')
    await tab('Signals').click()
    await sees('template.applied')
    await sees('win_reached')
    await button('Clear').click()
    await sees('Nothing was heard yet')
    await button('Pause').click()
    firstwin.track('preview.opened')
    await button('Resume').click()
    await expect.poll(text, PATIENT).toContain('Nothing was heard yet')
  })

  it('makes no report by looking, and marks none', async () => {
    const firstwin = await open()
    for (const name of ['Why', 'Signals', 'User', 'Do']) await tab(name).click()
    firstwin.track('template.applied')
    const [win] = await world.arrived('win_reached')
    expect(win?.properties).not.toHaveProperty('inspected')
    expect(world.taken().filter(({ event }) => event?.startsWith('guide'))).toEqual([])
  })

  it('marks what is reported once the developer acted, until it is closed', async () => {
    const firstwin = await open()
    await tab('Do').click()
    await button('Jump sending/press').click()
    await see('Press here')
    const [started] = await world.arrived('guide_started')
    expect(started?.properties).toMatchObject({ inspected: true, guide: 'sending' })
    await button('Close the inspector').click()
    firstwin.track('template.applied')
    const [win] = await world.arrived('win_reached')
    expect(win?.properties).not.toHaveProperty('inspected')
  })

  it('moves the clock of the rules, and reports with the real one', async () => {
    const firstwin = await open()
    await tab('Do').click()
    await button('+1 day').click()
    await sees('Clock moved by 1 day')
    firstwin.track('template.applied')
    const [win] = await world.arrived('win_reached')
    expect(win?.timestamp).toBe(new Date(START).toISOString())
    expect(win?.properties).toMatchObject({ inspected: true, clockMovedMs: 86_400_000 })
    expect(firstwin.progress.get()?.wins['picked']).toBe(START + 86_400_000)
    await button('Real time').click()
    firstwin.track('preview.opened')
    await expect.poll(() => firstwin.progress.get()?.wins['seen'], PATIENT).toBe(START)
  })

  it('keeps its place, its tab and its side over a reload', async () => {
    await open()
    await tab('User').click()
    await button('Move to the other side').click()
    await button('Fold the inspector').click()
    world.reload()
    await button('Open the Firstwin inspector').click()
    await expect.element(tab('User')).toHaveAttribute('aria-selected', 'true')
    await expect.element(panel).toHaveClass('end')
    await button('Close the inspector').click()
    const kept: unknown = JSON.parse(sessionStorage.getItem('fw:inspect') ?? '')
    expect(kept).toMatchObject({ isOpen: false, tab: 'user', side: 'end' })
  })

  it('forgets the user on this device only after it was asked twice', async () => {
    const firstwin = await open()
    firstwin.identify('u1')
    firstwin.track('template.applied')
    await sees('1 of 3 done')
    await tab('Do').click()
    await button('Forget this user’s progress').click()
    await button('Cancel').click()
    expect(firstwin.progress.get()?.path?.done).toBe(1)
    await button('Forget this user’s progress').click()
    await button('Forget it').click()
    await expect.poll(() => firstwin.progress.get()?.path?.done, PATIENT).toBe(0)
    firstwin.track('template.applied')
    await expect.poll(() => firstwin.progress.get()?.path?.done, PATIENT).toBe(1)
  })

  it('copies everything for a bug report, or shows it where it may not', async () => {
    const copied: string[] = []
    const clipboard = { writeText: async (one: string) => void copied.push(one) }
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard })
    world.undo(() => Reflect.deleteProperty(navigator, 'clipboard'))
    await open()
    await tab('Do').click()
    await button('Copy everything as JSON').click()
    await sees('Copied.')
    expect(JSON.parse(copied[0] ?? '')).toMatchObject({ journey: 'shop', clockMovedMs: 0 })

    clipboard.writeText = () => Promise.reject(new Error('refused'))
    await button('Copy everything as JSON').click()
    const shown = page.getByRole('textbox', { name: 'Copy everything as JSON' })
    await expect.element(shown).toHaveValue(copied[0] ?? '')
  })

  it('speaks Japanese to Japanese pages, also where the page changes its mind', async () => {
    const firstwin = await open({ locale: 'ja' })
    await sees('3件中0件完了')
    firstwin.setLocale('en')
    await expect.poll(text, PATIENT).toContain('0 of 3 done')
  })

  it('keeps its keys and clicks from the page', async () => {
    const heard: string[] = []
    const hear = ({ type }: Event): void => void heard.push(type)
    for (const type of ['keydown', 'click', 'pointerdown']) {
      document.addEventListener(type, hear)
      world.undo(() => document.removeEventListener(type, hear))
    }
    await open()
    await tab('Why').click()
    heard.length = 0
    await page.getByRole('searchbox').fill('')
    await userEvent.keyboard('sending')
    await sees('it starts only when asked for')
    await userEvent.keyboard('{Escape}')
    expect(element()).toBeNull()
    expect(heard).toEqual([])
  })

  it('is not in the way of a step, even where it lies over the target', async () => {
    const firstwin = await open()
    world.host.button.style.cssText = 'position: fixed; left: 40px; top: 200px'
    firstwin.start('sending', { step: 'press' })
    await sees('step sending/press')
    expect(seen()).toContain('Press here')
  })

  it('stands in the modal dialog of the page, where it can be used', async () => {
    await open()
    const dialog = document.body.appendChild(document.createElement('dialog'))
    world.undo(() => dialog.remove())
    dialog.showModal()
    await expect.poll(() => element()?.parentElement, PATIENT).toBe(dialog)
    await tab('User').click()
    await sees('host-dialog')
    dialog.close()
    await expect.poll(() => element()?.parentElement, PATIENT).toBe(document.documentElement)
  })

  it('can be typed into while a focus trap of the page guards its dialog', async () => {
    await open()
    const dialog = document.body.appendChild(document.createElement('div'))
    const inside = dialog.appendChild(document.createElement('button'))
    const trap = ({ target }: Event): void => {
      if (target instanceof Node && !dialog.contains(target)) inside.focus()
    }
    document.addEventListener('focusin', trap)
    world.undo(() => {
      document.removeEventListener('focusin', trap)
      dialog.remove()
    })
    inside.focus()
    await tab('Why').click()
    await page.getByRole('searchbox').click()
    await userEvent.keyboard('sending')
    await expect.element(page.getByRole('searchbox')).toHaveValue('sending')
  })

  it('keeps the focus when a dialog of the page opens and closes, and is not made inert', async () => {
    await open()
    await tab('Why').click()
    const dialog = document.body.appendChild(document.createElement('dialog'))
    world.undo(() => dialog.remove())
    dialog.showModal()
    await expect.poll(() => element()?.parentElement, PATIENT).toBe(dialog)
    await page.getByRole('searchbox').fill('send')
    dialog.close()
    await expect.poll(() => element()?.parentElement, PATIENT).toBe(document.documentElement)
    expect(element()?.shadowRoot?.activeElement?.localName).toBe('input')
    element()?.toggleAttribute('inert', true)
    await expect.poll(() => element()?.hasAttribute('inert'), PATIENT).toBe(false)
  })
})
