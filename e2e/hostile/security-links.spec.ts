import { STRICT_HOST } from './a11y-page.ts'
import { createDesk } from './desk.ts'
import { everything } from './everything.ts'
import { LINKS } from './payloads.ts'
import { expect, test } from './test.ts'

/* Links that an author gives. */

/** Trusted Types with no policy at all: whatever takes text for markup is refused, and reported. */
const POLICY = {
  'Content-Security-Policy':
    "script-src 'nonce-{nonce}' 'strict-dynamic'; require-trusted-types-for 'script'; trusted-types 'none'",
}

/** Shows each message in turn. Returns the links that became one. */
async function linksOf(count: number): Promise<string[]> {
  const { firstwin } = globalThis as unknown as { firstwin: { start: (id: string) => void } }
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const found: string[] = []
  for (let index = 0; index < count; index += 1) {
    firstwin.start(`m${index}`)
    await frame()
    const shadow = document.querySelector('firstwin-root')?.shadowRoot
    const panel = shadow?.querySelector('.layer:not([inert]) .panel')
    const title = panel?.querySelector('.title')?.textContent
    if (title !== `Message ${index}`) found.push(`${index} is not shown: ${title}`)
    else if (!panel?.textContent?.includes('Follow me')) found.push(`${index} has lost its words`)
    for (const link of panel?.querySelectorAll('a, [href], [src], [action]') ?? []) {
      found.push(`${index}: ${link.outerHTML}`)
    }
  }
  return found
}

test('T4 links that lead elsewhere than they say are words', async ({ host, page }) => {
  const messages = LINKS.map((href, index) => ({
    id: `m${index}`,
    kind: 'announcement' as const,
    when: { event: 'never' },
    title: `Message ${index}`,
    body: /[\s()]/.test(href) ? 'Body' : `See [these words](${href})`,
    link: {
      label: 'Follow me',
      href,
    },
  }))
  await host.open(
    { ...STRICT_HOST, journey: everything({ messages }), headers: POLICY },
    { silent: true },
  )
  const desk = createDesk(page)
  await desk.call('start', 'm0')
  await expect(page.getByRole('dialog', { name: 'Message 0', exact: true })).toBeVisible()
  const found = await page.evaluate(linksOf, LINKS.length)
  expect(
    found.map((line) => line.replace(/^\d+/, (index) => JSON.stringify(LINKS[Number(index)]))),
  ).toEqual([])
  expect(await page.evaluate(() => 'XSS' in globalThis)).toBe(false)
})

test('T4 links that say where they lead are links', async ({ host, page }) => {
  const good = [
    '/drafts',
    'https://shop.example/x',
    'http://shop.example/',
    'mailto:a@b.example',
    'tel:+81',
  ]
  const messages = good.map((href, index) => ({
    id: `m${index}`,
    kind: 'announcement' as const,
    when: { event: 'never' },
    title: `Message ${index}`,
    link: {
      label: 'Follow me',
      href,
    },
  }))
  await host.open(
    { ...STRICT_HOST, journey: everything({ messages }), headers: POLICY },
    { silent: true },
  )
  for (const [index, href] of good.entries()) {
    await createDesk(page).call('start', `m${index}`)
    const panel = page.getByRole('dialog', { name: `Message ${index}`, exact: true })
    // The one before it fades out.
    await expect(panel.getByRole('link')).toHaveCount(1)
    await expect(panel.getByRole('link')).toHaveAttribute('href', href)
  }
})
