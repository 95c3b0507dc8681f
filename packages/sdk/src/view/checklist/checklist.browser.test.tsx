import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openView } from '../gallery/open-view.ts'
import type { OpenView } from '../gallery/open-view.ts'
import { smallWin } from '../gallery/journey-parts.ts'
import { createScenes, progressOf } from '../gallery/scenes.ts'

const scenes = createScenes(() => undefined)
const launcher = progressOf('done', 'next', 'closed')
const pill = page.getByRole('button', { name: 'Getting started, 1 of 3 done' })
const panel = page.getByRole('dialog', { name: 'Send your first mail' })

let view: OpenView

beforeEach(async () => {
  await page.viewport(900, 700)
  view = openView()
})

afterEach(() => view.remove())

describe('launcher', () => {
  it('opens the checklist, and says that it is closed', async () => {
    view.show(undefined, { launcher })
    await expect.element(pill).toHaveAttribute('aria-expanded', 'false')
    await pill.click()
    expect(view.actions).toEqual([{ do: 'open' }])
  })

  it('closes the checklist again', async () => {
    view.show(scenes.checklist, { launcher })
    await expect.element(pill).toHaveAttribute('aria-expanded', 'true')
    await pill.click()
    expect(view.actions).toEqual([{ do: 'close' }])
  })

  it('stays away where there is no path', async () => {
    view.show(scenes.checklist)
    await expect.element(panel).toBeVisible()
    await expect.element(pill).not.toBeInTheDocument()
  })
})

describe('checklist', () => {
  it('shows what is done, opens the next task and folds the others', async () => {
    view.show(scenes.checklist)
    const tasks = panel.getByRole('listitem')
    await expect.element(tasks.nth(0)).toHaveTextContent('Pick a templateCompleted')
    await expect.element(tasks.nth(1).getByRole('button', { name: 'Show me' })).toBeVisible()
    await expect.element(tasks.nth(2).getByText('Opens after the one before')).toBeInTheDocument()
    expect(tasks.nth(2).getByRole('button').elements()).toHaveLength(0)
  })

  it('begins a task', async () => {
    view.show(scenes.checklist)
    await panel.getByRole('button', { name: 'Show me' }).click()
    expect(view.actions).toEqual([{ do: 'begin', task: 'open-preview' }])
  })

  it('says how much is done to screen readers', async () => {
    view.show(scenes.checklist)
    const ring = panel.getByRole('progressbar', { name: 'Send your first mail' })
    await expect.element(ring).toHaveAttribute('aria-valuetext', '1 of 3 done')
  })

  it('unfolds the tasks that may be done in any order, one at a time', async () => {
    view.show(scenes['checklist-any'])
    await expect.element(panel.getByRole('button', { name: 'Show me' })).toBeVisible()
    await panel.getByText('See it as your customer will').click()
    await expect.element(panel.getByText(/look at it with their eyes/)).toBeVisible()
    await panel.getByRole('button', { name: 'Show me' }).click()
    expect(view.actions).toEqual([{ do: 'begin', task: 'open-preview' }])
  })

  it('praises a win in the panel, and reads it out', async () => {
    view.show(scenes['checklist-praise'])
    await expect.element(panel.getByText('Well done · You saw how it works')).toBeVisible()
    await expect
      .element(page.getByText('Well done: You saw how it works. 1 of 3 done'))
      .toBeInTheDocument()
  })

  it('says goodbye when all is done', async () => {
    view.show(scenes['checklist-finished'])
    await expect.element(panel.getByText('You did it, all of it.')).toBeVisible()
    expect(panel.getByRole('button', { name: 'Show me' }).elements()).toHaveLength(0)
  })

  it('marks the next task, where there is one', async () => {
    view.show(scenes.checklist)
    await expect.element(panel.getByRole('listitem').nth(1)).toHaveAttribute('aria-current', 'step')
    view.show(scenes['checklist-any'])
    await expect.poll(() => view.shadow().querySelectorAll('[aria-current]').length).toBe(0)
  })

  it('plays a film of the author who has no captions, without an empty track', async () => {
    const [first, second, ...others] = scenes.checklist.progress.tasks
    const video = { src: '/a.mp4', title: 'A' }
    const tasks = [first, { ...second, task: { ...second?.task, video } }, ...others] as never
    view.show({ ...scenes.checklist, progress: { ...scenes.checklist.progress, tasks } })
    await panel.getByRole('button', { name: 'Play the video: A' }).click()
    await expect.poll(() => view.shadow().querySelector('video')).not.toBeNull()
    expect(view.shadow().querySelector('track')).toBeNull()
  })

  it('fetches a film only when it is asked for', async () => {
    view.show(scenes.checklist)
    const poster = panel.getByRole('button', { name: 'Play the video: The preview (30 s)' })
    await expect.element(poster).toBeVisible()
    expect(view.shadow().querySelector('video')).toBeNull()
    await poster.click()
    await expect.poll(() => view.shadow().querySelector('video')?.preload).toBe('none')
    expect(view.shadow().querySelector('track')?.kind).toBe('captions')
  })
})

describe('what is done', () => {
  const now = progressOf('done', 'done', 'next')
  const news = 'See it as your customer will: Completed. 2 of 3 done'
  const said = (): string | undefined => view.shadow().querySelector('.dock output')?.textContent
  const win = { ...smallWin, id: now.tasks[1]?.task.win ?? '' }
  const toast = { ...scenes.toast, win } as const
  const otherToast = { ...toast, win: { ...win, id: 'other' } } as const

  it.each([
    ['while the list is folded', undefined, undefined, news],
    ['while the list is open', scenes.checklist, scenes.checklist, news],
    ['when the list unfolds with it', undefined, scenes.checklist, news],
    ['when another win is praised', undefined, otherToast, news],
    ['but not when a toast praises just this', undefined, toast, ''],
    [
      'but not when the list praises just this',
      undefined,
      { ...scenes.checklist, praise: win },
      '',
    ],
  ] as const)('is read out once, %s', async (...row) => {
    const [, before, after, expected] = row
    view.show(before && { ...before, progress: launcher }, { launcher })
    await expect.poll(said).toBe('')
    const region = view.shadow().querySelector('.dock output')
    view.show(after?.kind === 'checklist' ? { ...after, progress: now } : after, { launcher: now })
    await expect.poll(said).toBe(expected)
    expect(view.shadow().querySelector('.dock output')).toBe(region)
  })

  it('is not read out where another path was done before', async () => {
    view.show(undefined, { launcher: { ...launcher, path: { ...launcher.path, id: 'other' } } })
    await expect.poll(said).toBe('')
    view.show(undefined, { launcher: now })
    expect(said()).toBe('')
  })
})

describe('checklist: keyboard', () => {
  it('takes the focus when opened, and gives it back to the pill', async () => {
    view.show(undefined, { launcher })
    await pill.click()
    view.show(scenes.checklist, { launcher })
    expect(view.shadow().activeElement?.getAttribute('aria-labelledby')).toBe('path-title')
    await userEvent.keyboard('{Escape}')
    expect(view.actions.at(-1)).toEqual({ do: 'close' })
    view.show(undefined, { launcher })
    expect(view.shadow().activeElement).toBe(pill.element())
  })

  it('leaves the focus alone when it opened by itself', async () => {
    view.show(scenes.checklist, { launcher })
    await expect.element(panel).toBeVisible()
    expect(document.activeElement).toBe(document.body)
  })

  it('does not close by Escape while the focus is elsewhere', async () => {
    view.show(scenes.checklist, { launcher })
    await expect.element(panel).toBeVisible()
    await userEvent.keyboard('{Escape}')
    expect(view.actions).toEqual([])
  })
})
