import type { Page } from '@playwright/test'
import { byMouse } from './pages/hand.ts'
import { createOnboarding } from './pages/onboarding.ts'
import { createProduct } from './pages/product.ts'
import { WORDS } from './pages/words.ts'
import { expect, test } from './test.ts'

/*
 * The example's pages have a strict policy: scripts by nonce, no inline styles, Trusted Types with no
 * policy at all. Firstwin must work under it, and give the browser nothing to report.
 */

declare global {
  var refusals: string[]
}

/** Runs in the page: keeps what the browser refuses. */
function watchRefusals(): void {
  globalThis.refusals = []
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    globalThis.refusals.push(`${violatedDirective} ${blockedURI}`)
  })
}

test('has a strict policy with a nonce of its own for each page', async ({ stack }) => {
  const policies = await Promise.all(
    [1, 2].map(async () => {
      const { headers } = await fetch(stack.appUrl)
      return headers.get('content-security-policy') ?? ''
    }),
  )
  for (const policy of policies) {
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic'/)
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'")
    expect(policy).not.toContain('unsafe')
  }
  expect(policies[0]).not.toBe(policies[1])
})

test('gives the browser nothing to refuse on the way to the small win', async ({ page }) => {
  const hand = byMouse(page)
  const product = createProduct(page, hand, 'en')
  const onboarding = createOnboarding(page, hand, 'en')
  // By WebDriver nothing can run before the page's own scripts; what Firstwin draws comes after.
  if ('addInitScript' in page) await page.addInitScript(watchRefusals)
  await product.signUp({ name: 'Mio', mail: 'mio@example.com', company: 'Kumo' })
  if (!('addInitScript' in page)) await (page as Page).evaluate(watchRefusals)
  await onboarding.seeLetter()
  await onboarding.closeLetter()
  await onboarding.openChecklist()
  await onboarding.begin()
  await onboarding.seeSetup()
  await onboarding.applySetup()
  await product.seeEditor()
  await onboarding.begin()
  await onboarding.seeStep(WORDS.en.previewStep)
  await product.openPreview()
  await onboarding.seeToast(WORDS.en.previewWin)
  expect(await page.evaluate(() => globalThis.refusals)).toEqual([])
})
