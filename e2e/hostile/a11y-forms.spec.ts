import { a11yPage, expectFocus, expectHeard, heardOn } from './a11y-page.ts'
import { createDesk } from './desk.ts'
import { focusNow } from './senses.ts'
import { expect, test } from './test.ts'

/* What the user fills in: the setup and the survey. */

test('A30 the choices of a form are a named group of real radio buttons', async ({
  host,
  page,
}) => {
  await host.open(a11yPage(), { silent: true })
  const desk = createDesk(page)
  await desk.show('setup')
  const group = desk.panel('setup').getByRole('radiogroup')
  await expect(group).toHaveCount(1)
  const made = await group.evaluate((one: Element) => [
    one.localName,
    one.querySelector('legend')?.textContent,
    ...[...one.querySelectorAll('input')].map(({ type, name }) => `${type} ${name}`),
  ])
  expect(made).toEqual(['fieldset', 'Template', 'radio template', 'radio template'])
})

test('A30 a score is one of eleven real radio buttons, whose ends have names', async ({
  host,
  page,
}) => {
  await host.open(a11yPage(), { silent: true })
  const desk = createDesk(page)
  await desk.show('survey')
  const scores = desk.panel('survey').getByRole('radio')
  await expect(scores).toHaveCount(11)
  await expect(scores.first()).toHaveAttribute('type', 'radio')
  for (const name of ['0, Not at all likely', '10, Extremely likely', '5']) {
    await expect(page.getByRole('radio', { name, exact: true })).toHaveCount(1)
  }
  const group = desk.panel('survey').getByRole('radiogroup')
  expect(
    await group.evaluate((one: Element) => {
      const root = one.getRootNode() as ShadowRoot
      return root.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent
    }),
  ).toBe('Would you recommend us?')
})

test('A30 arrows go from score to score, and stay in the survey', async ({ host, page }) => {
  await host.open(a11yPage(), { silent: true })
  const desk = createDesk(page)
  await desk.show('survey')
  const score = (name: string) => desk.panel('survey').getByRole('radio', { name, exact: true })
  await score('5').focus()
  await page.keyboard.press(' ')
  await expect(score('5')).toBeChecked()
  await page.keyboard.press('ArrowRight')
  await expect(score('6')).toBeChecked()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(score('4')).toBeChecked()
  await page.keyboard.press('Tab')
  await expectFocus(page, 'ours: button Send answer')
})

/** What a screen reader says of a field besides its name. */
function errorOf(field: Element): { isInvalid: boolean; description: string } {
  const bearer = field.closest('[aria-invalid=true]')
  const root = field.getRootNode() as ShadowRoot
  const ids = bearer?.getAttribute('aria-describedby')?.split(' ') ?? []
  const texts = ids.map((id) => root.getElementById(id)?.textContent ?? '')
  return { isInvalid: bearer !== null, description: texts.join(' ') }
}

test('A31 the first field with an error has the focus, and says what is wrong', async ({
  host,
  page,
}) => {
  await host.open(a11yPage(), { silent: true })
  const desk = createDesk(page)
  const setup = desk.panel('setup')
  await desk.show('setup')
  await setup.getByRole('radio', { name: 'Newsletter' }).check()
  await page.getByLabel('Send at (hour)').fill('99')
  await setup.getByRole('button', { name: 'Use these settings' }).click()
  await expectFocus(page, 'ours: input hour')
  const hour = setup.locator('[name=hour]')
  await expect.poll(() => hour.evaluate(errorOf)).toMatchObject({ isInvalid: true })
  const { description } = await hour.evaluate(errorOf)
  expect(description).toContain('Please enter 23 or less.')
  expect(description).toContain('From 0 to 23.')
  await expect(setup.getByText('Please enter 23 or less.')).toBeVisible()
  const shop = await setup.locator('[name=shop]').evaluate(errorOf)
  expect(shop.isInvalid).toBe(false)
})

test('A31 a survey without an answer says so, and takes the focus there', async ({
  host,
  page,
}) => {
  await host.open(a11yPage(), { silent: true })
  const desk = createDesk(page)
  await desk.show('survey')
  await page.getByRole('button', { name: 'Send answer' }).click()
  await expect(desk.panel('survey').getByText('Please choose')).toBeVisible()
  await expect.poll(() => page.evaluate(focusNow)).toBe('ours: input answer')
  const first = desk.panel('survey').getByRole('radio').first()
  expect(await first.evaluate(errorOf)).toEqual({ isInvalid: true, description: 'Please choose' })
  const said = (await heardOn(page)).filter(({ text }) => text === 'Please choose')
  expect(said).toHaveLength(1)
})

test('A32 each field has a label to be seen', async ({ host, page }) => {
  await host.open(a11yPage(), { silent: true })
  const desk = createDesk(page)
  const labels = (panel: Element): (string | undefined)[] =>
    [...panel.querySelectorAll<HTMLInputElement>('input, textarea, select')].map((field) => {
      const root = field.getRootNode() as ShadowRoot
      const by = root.getElementById(field.getAttribute('aria-labelledby') ?? '')
      const label = by ?? field.labels?.[0]
      const { width = 0, height = 0 } = label?.getBoundingClientRect() ?? {}
      return width > 4 && height > 4 ? (label?.textContent ?? undefined) : undefined
    })
  await desk.show('setup')
  expect(await desk.panel('setup').evaluate(labels)).toEqual([
    'Weekend sale',
    'Newsletter',
    'Send at (hour)',
    'Name of your shop',
  ])
  await desk.close('setup')
  await desk.show('survey')
  const scores = await desk.panel('survey').evaluate(labels)
  expect(scores.filter((label) => label !== undefined)).toHaveLength(11)
  await page.getByRole('radio', { name: '7', exact: true }).check()
  await page.getByRole('button', { name: 'Send answer' }).click()
  const joy = page.getByRole('dialog', { name: 'What made you happiest?' })
  await expect(joy).toBeVisible()
  expect(await joy.evaluate(labels)).toEqual(['What made you happiest?'])
})

test('A32 what was filled in stays when it could not be taken', async ({ host, page }) => {
  const init = '{ apply: () => Promise.reject(new Error("full")) }'
  await host.open(a11yPage(undefined, { init }), { silent: true })
  const desk = createDesk(page)
  const setup = desk.panel('setup')
  await desk.show('setup')
  await setup.getByRole('radio', { name: 'Newsletter' }).check()
  await page.getByLabel('Send at (hour)').fill('7')
  await page.getByLabel('Name of your shop').fill('Komorebi')
  await page.getByRole('button', { name: 'Use these settings' }).click()
  await expect(setup.getByText(/That did not work/)).toBeVisible()
  await expect(setup.getByRole('radio', { name: 'Newsletter' })).toBeChecked()
  await expect(page.getByLabel('Send at (hour)')).toHaveValue('7')
  await expect(page.getByLabel('Name of your shop')).toHaveValue('Komorebi')
  const said = (await heardOn(page)).filter(({ text }) => text.startsWith('That did not work'))
  expect(said).toMatchObject([{ isAssertive: true }])
})

test('A33 that the answers were taken is a status', async ({ host, page }) => {
  await host.open(a11yPage(), { silent: true })
  const desk = createDesk(page)
  await desk.show('survey')
  await expectHeard(page, ['Would you recommend us?'])
  await page.getByRole('radio', { name: '9', exact: true }).check()
  await page.getByRole('button', { name: 'Send answer' }).press('Enter')
  await expectHeard(page, ['Would you recommend us?', 'What made you happiest?'])
  await page.getByRole('textbox', { name: 'What made you happiest?' }).fill('The first open')
  await page.getByRole('button', { name: 'Send answer' }).press('Enter')
  await expectHeard(page, [
    'Would you recommend us?',
    'What made you happiest?',
    'Thank you for your answer.',
  ])
  const heard = await heardOn(page)
  expect(heard.every(({ isAssertive }) => !isAssertive)).toBe(true)
})
