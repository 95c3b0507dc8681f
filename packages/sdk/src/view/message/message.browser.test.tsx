import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { openView } from '../gallery/open-view.ts'
import type { OpenView } from '../gallery/open-view.ts'
import { createScenes } from '../gallery/scenes.ts'

const scenes = createScenes(() => undefined)

let view: OpenView

beforeEach(() => {
  view = openView()
})

afterEach(() => view.remove())

describe('message', () => {
  it('leaves a path of the host to who hears that it was followed', async () => {
    view.show(scenes.announcement)
    const address = location.href
    await page.getByRole('link', { name: 'Try it' }).click()
    expect(view.actions).toEqual([{ do: 'follow' }])
    expect(location.href).toBe(address)
  })

  it('opens another site in a tab of its own', async () => {
    view.show(scenes.community)
    const link = page.getByRole('link', { name: 'See the meet-up (example.com)' })
    await expect.element(link).toHaveAttribute('target', '_blank')
    await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer')
  })

  it('needs no link', async () => {
    view.show(scenes.surprise)
    const card = page.getByRole('dialog', { name: 'One more year together' })
    await expect.element(card.getByText('You have sent 1200 mails. Thank you.')).toBeVisible()
    await card.getByRole('button', { name: 'Close' }).click()
    expect(view.actions).toEqual([{ do: 'dismiss', reason: 'closed' }])
  })
})

describe('offer', () => {
  it('says why, and its no weighs as much as its yes', async () => {
    view.show(scenes.offer)
    const yes = page.getByRole('link', { name: 'See what it includes' })
    const no = page.getByRole('button', { name: 'No, thank you' })
    await expect.element(page.getByText(/You send ten mails a week/)).toBeVisible()
    const [first, second] = [yes, no].map((choice) => {
      const { width, height } = choice.element().getBoundingClientRect()
      const { backgroundColor, color, fontWeight } = getComputedStyle(choice.element())
      return { width, height, backgroundColor, color, fontWeight }
    })
    expect(second).toEqual(first)
  })

  it('takes a no', async () => {
    view.show(scenes.offer)
    await page.getByRole('button', { name: 'No, thank you' }).click()
    expect(view.actions).toEqual([{ do: 'decline' }])
  })
})
