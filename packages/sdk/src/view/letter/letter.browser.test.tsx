import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { openView } from '../gallery/open-view.ts'
import type { OpenView } from '../gallery/open-view.ts'
import { createScenes } from '../gallery/scenes.ts'

const scenes = createScenes(() => undefined)
const letter = page.getByRole('dialog', { name: 'You made a good choice' })

let view: OpenView

beforeEach(() => {
  view = openView()
})

afterEach(() => view.remove())

describe('letter', () => {
  it('is dated and signed by a person', async () => {
    view.show(scenes.letter)
    await expect.element(letter.getByText('November 22, 2026')).toBeVisible()
    await expect.element(letter.getByText('Aoi Tanaka').last()).toBeVisible()
    await expect.element(letter.getByText('Founder')).toBeVisible()
    await expect.element(letter.getByText('AT', { exact: true })).toBeVisible()
  })

  it('draws the way from today over each task', async () => {
    view.show(scenes.letter)
    const stops = letter.getByRole('listitem')
    await expect.element(stops.first()).toHaveTextContent('Today')
    expect(stops.elements().map((stop) => stop.className)).toEqual([
      'stop done',
      'stop done',
      'stop next',
      'stop closed',
      'stop goal closed',
    ])
    await expect.element(stops.nth(3)).toHaveTextContent('Send it2 min')
    await expect.element(stops.nth(4)).toHaveTextContent('Send your first mail')
  })

  it('has no road map for a user without a path', async () => {
    view.show(scenes['letter-alone'])
    await expect.element(letter).toBeVisible()
    expect(letter.getByRole('list').elements()).toHaveLength(0)
  })

  it.each([
    ['Show me the first step', { do: 'follow' }],
    ['Later', { do: 'dismiss', reason: 'later' }],
    ['Close', { do: 'dismiss', reason: 'closed' }],
  ])('sends what %s means', async (name, action) => {
    view.show(scenes.letter)
    await letter.getByRole('button', { name }).click()
    expect(view.actions).toEqual([action])
  })

  it('takes no picture from an unsafe address', async () => {
    const signedBy = { name: '田中', portrait: 'javascript:alert(1)', signature: 'data:,x' }
    view.show({ ...scenes.letter, message: { ...scenes.letter.message, signedBy } })
    await expect.element(letter.getByText('田', { exact: true })).toBeVisible()
    expect(view.shadow().querySelector('img')).toBeNull()
  })
})
