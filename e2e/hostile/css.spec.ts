import { expect, test } from './test.ts'

/* Styles of hosts that reach for everything on the page. */

const SHEETS = {
  'H1 everything is unset': '*, *::before, *::after, *::backdrop { all: unset !important }',
  'H2 every div is hidden': 'div { display: none !important }',
  'H2 everything below the body is hidden':
    '*:not(html):not(body):not(button):not(main):not(p):not(head) { display: none !important }',
  'H3 what is not defined is hidden': ':not(:defined) { display: none !important }',
  'H4 every popover is hidden': '[popover] { display: none !important }',
  'H4 what follows the body is hidden': 'html > *:not(head):not(body) { display: none !important }',
}

for (const [name, css] of Object.entries(SHEETS)) {
  test(name, async ({ host }) => {
    await host.open({ css })
    await host.works()
  })
}

test('H5 a script of the host hides us', async ({ host, page }) => {
  await host.open({})
  await page.evaluate(() => {
    const root = document.querySelector<HTMLElement>('firstwin-root')
    root?.style.setProperty('display', 'none', 'important')
    root?.style.setProperty('opacity', '0', 'important')
  })
  await host.works()
})

test('H6 a layer with the highest z-index covers the window', async ({ host, page }) => {
  await host.open({})
  await page.evaluate(() => {
    const layer = document.createElement('div')
    layer.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:#123'
    document.body.append(layer)
  })
  await host.works()
  expect((await host.look()).owner).toBe('html')
})
