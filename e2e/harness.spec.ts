import { expect, test } from './test.ts'

/*
 * What the other specs build on means the same in all engines: WebKit is driven by code of our own.
 */

// No stack: these pages are their own.
test.use({ baseURL: 'http://localhost' })

const PAGE = `<!doctype html><html lang="en"><title>Harness</title>
<style>body { margin: 0 } #late { margin-top: 1500px } [hidden] { display: none }</style>
<h1>Letters</h1>
<label>Subject <input name="subject" placeholder="Say hello"></label>
<label>Kind <select><option value="a">Sale</option><option value="b">News</option></select></label>
<button aria-label="Send it">→</button> <button hidden>Send later</button>
<ul><li>One</li><li>Two <b>bold</b></li></ul>
<p role="status"></p><div id="host"></div>
<button id="late">Far below</button>
<script>
  const say = (words) => { document.querySelector('[role=status]').textContent = words }
  document.querySelector('[aria-label]').onclick = () => say('sent')
  document.querySelector('#late').onclick = () => say('far')
  document.querySelector('input').oninput = (event) => say('typed ' + event.target.value)
  document.querySelector('select').onchange = (event) => say('chose ' + event.target.value)
  const root = document.querySelector('#host').attachShadow({ mode: 'open' })
  const inner = document.createElement('button')
  inner.textContent = 'In the shadow'
  inner.onclick = () => say('shadow')
  root.append(inner)
</script></html>`

test.beforeEach(async ({ page }) => {
  await page.goto(`data:text/html;charset=utf-8,${encodeURIComponent(PAGE)}`)
})

test('finds by role, name, level and text, and leaves out what is hidden', async ({ page }) => {
  await expect(page).toHaveTitle('Harness')
  await expect(page.getByRole('heading', { name: 'Letters', level: 1 })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'send' })).toHaveCount(1)
  await expect(page.locator('button[hidden]')).toBeHidden()
  await expect(page.getByRole('listitem').nth(1)).toHaveText('Two bold')
  await expect(page.getByRole('listitem').filter({ hasText: /^O/ })).toHaveText('One')
  await expect(page.getByText('bold', { exact: true })).toBeVisible()
  await expect(page.getByRole('list').getByText('nobody')).toHaveCount(0)
})

test('types, fills, chooses and presses as a person', async ({ page }) => {
  const field = page.getByLabel('Subject')
  await field.fill('Hello')
  await expect(page.getByRole('status')).toHaveText('typed Hello')
  await field.pressSequentially('!')
  await expect(page.getByPlaceholder('Say hello')).toHaveValue('Hello!')
  await page.keyboard.press('Shift+Home')
  await page.keyboard.type('ab')
  await expect(field).toHaveValue('ab')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Kind')).toBeFocused()
  await page.getByLabel('Kind').selectOption('b')
  await expect(page.getByRole('status')).toContainText('chose b')
})

test('clicks what can be clicked: by name, below the fold, in a shadow root', async ({ page }) => {
  const status = page.getByRole('status')
  await page.getByRole('button', { name: 'Send it' }).click()
  await expect(status).toHaveText('sent')
  await page.getByRole('button', { name: 'Far below' }).click()
  await expect(status).toHaveText('far')
  await page.getByRole('button', { name: 'In the shadow' }).click()
  await expect(status).not.toHaveText('far')
  await expect(status).toHaveText('shadow')
})

test('evaluates in the page and takes its picture', async ({ page }) => {
  expect(await page.evaluate((add: number) => Promise.resolve(40 + add), 2)).toBe(42)
  await page.setViewportSize({ width: 600, height: 500 })
  expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([600, 500])
  const { width } = (await page.getByRole('button', { name: 'Send it' }).boundingBox()) ?? {}
  expect(width).toBeGreaterThan(10)
  expect((await page.screenshot()).subarray(1, 4).toString()).toBe('PNG')
})

test('reports what is not so', async ({ page }) => {
  const lines = page.getByRole('listitem')
  await expect(
    expect(page.getByRole('status')).toHaveText('no', { timeout: 100 }),
  ).rejects.toThrow()
  await expect(expect(lines).toBeVisible({ timeout: 100 })).rejects.toThrow('strict mode')
})
