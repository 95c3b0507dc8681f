import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openView } from '../gallery/open-view.ts'
import type { OpenView } from '../gallery/open-view.ts'
import { createScenes } from '../gallery/scenes.ts'

const scenes = createScenes(() => undefined)
const setup = page.getByRole('dialog', { name: 'Start from something that works' })
const hour = setup.getByRole('spinbutton', { name: 'Send at (hour)' })
const apply = setup.getByRole('button', { name: 'Use these settings' })

let view: OpenView

beforeEach(() => {
  view = openView()
})

afterEach(() => view.remove())

describe('setup', () => {
  it('stands filled in with what is recommended', async () => {
    view.show(scenes.setup)
    await expect
      .element(setup.getByRole('radio', { name: 'Weekend sale Recommended for you' }))
      .toBeChecked()
    await apply.click()
    const values = { template: 'sale', sendHour: 10, shopName: '' }
    expect(view.actions).toEqual([{ do: 'apply', values }])
  })

  it('hands over what the user chose and typed', async () => {
    view.show(scenes.setup)
    await setup.getByText('Newsletter').click()
    await hour.fill('7')
    await setup.getByRole('textbox', { name: 'Name of your shop' }).fill(' Komorebi ')
    await userEvent.keyboard('{Enter}')
    const values = { template: 'newsletter', sendHour: 7, shopName: 'Komorebi' }
    expect(view.actions).toEqual([{ do: 'apply', values }])
  })

  it.each([
    ['', 'Please fill this in.'],
    ['-1', 'Please enter 0 or more.'],
    ['24', 'Please enter 23 or less.'],
  ])('says what is wrong with the hour %j, and goes there', async (typed, error) => {
    view.show(scenes.setup)
    await hour.fill(typed)
    await apply.click()
    await expect.element(hour).toHaveAttribute('aria-invalid', 'true')
    await expect.element(hour).toHaveAccessibleDescription(`${error} From 0 to 23.`)
    expect(view.shadow().activeElement).toBe(hour.element())
    expect(view.actions).toEqual([])
  })

  it('keeps what was typed when the host could not take it, and says so', async () => {
    view.show(scenes.setup)
    await hour.fill('7')
    await apply.click()
    view.show({ ...scenes.setup, failed: true })
    await expect.element(setup.getByRole('alert').getByText(/That did not work/)).toBeVisible()
    await expect.element(hour).toHaveValue(7)
  })

  it('comes back later when asked to', async () => {
    view.show(scenes.setup)
    await setup.getByRole('button', { name: 'Later' }).click()
    expect(view.actions).toEqual([{ do: 'dismiss', reason: 'later' }])
  })

  it('asks for a choice where nothing is recommended', async () => {
    view.show({ ...scenes.setup, values: { sendHour: 10 }, recommended: [] })
    await apply.click()
    await expect.element(setup.getByText('Please choose')).toBeVisible()
    expect(view.actions).toEqual([])
  })
})

describe('survey', () => {
  it('takes a double click on its button for one', async () => {
    view.show(scenes['survey-text'])
    await page.getByRole('textbox').fill('Fine')
    await userEvent.dblClick(page.getByRole('button', { name: 'Send answer' }))
    expect(view.actions).toEqual([{ do: 'answer', answer: 'Fine' }])
  })

  const send = page.getByRole('button', { name: 'Send answer' })

  it('takes a score, with the ends named', async () => {
    view.show(scenes['survey-nps'])
    const scores = page.getByRole('radio')
    await expect.element(scores.first()).toHaveAccessibleName('0, Not at all likely')
    await expect.element(scores.last()).toHaveAccessibleName('10, Extremely likely')
    await page.getByRole('radio', { name: '9', exact: true }).click()
    await userEvent.keyboard('{ArrowLeft}')
    await send.click()
    expect(view.actions).toEqual([{ do: 'answer', answer: 8 }])
  })

  it('takes a choice', async () => {
    view.show(scenes['survey-choice'])
    await page.getByRole('radio', { name: 'The preview' }).click()
    await send.click()
    expect(view.actions).toEqual([{ do: 'answer', answer: 'preview' }])
  })

  it('takes words, up to what can be sent', async () => {
    view.show(scenes['survey-text'])
    const field = page.getByRole('textbox', { name: 'What made you happiest so far?' })
    await expect.element(field).toHaveAttribute('maxlength', '1000')
    await field.fill('The first reply')
    await send.click()
    expect(view.actions).toEqual([{ do: 'answer', answer: 'The first reply' }])
  })

  it('asks for an answer before it sends one', async () => {
    view.show(scenes['survey-nps'])
    await send.click()
    await expect
      .element(page.getByRole('dialog').getByRole('alert'))
      .toHaveTextContent('Please choose')
    expect(view.actions).toEqual([])
  })

  it('thanks for the last answer, aloud, and keeps nothing of it', async () => {
    view.show(scenes['survey-text'])
    const field = page.getByRole('textbox')
    await field.fill('The first reply')
    const textarea = field.element() as HTMLTextAreaElement
    await send.click()
    expect(textarea.value).toBe('')
    view.show(undefined)
    await expect.element(page.getByText('Thank you for your answer.')).toBeInTheDocument()
    await expect.poll(() => textarea.isConnected).toBe(false)
  })

  it('does not thank whoever closes it', async () => {
    view.show(scenes['survey-text'])
    await page.getByRole('button', { name: 'Close' }).click()
    view.show(undefined)
    view.show(scenes.surprise)
    await expect
      .element(page.getByText('One more year together', { exact: true }).last())
      .toBeInTheDocument()
    expect(view.shadow().querySelector('.root > output')?.textContent).not.toContain('Thank you')
  })

  it('keeps nothing of an answer for the next question', async () => {
    view.show(scenes['survey-choice'])
    await page.getByRole('radio', { name: 'The preview' }).click()
    view.show(scenes['survey-nps'])
    await expect.element(page.getByRole('radio', { name: '5', exact: true })).not.toBeChecked()
    expect(page.getByRole('radio', { checked: true }).elements()).toHaveLength(0)
  })
})
