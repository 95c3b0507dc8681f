import type { Page } from '@playwright/test'
import { seeNoAxeViolations } from './axe.ts'
import { byKeyboard, byMouse, type Hand } from './pages/hand.ts'
import { createOnboarding } from './pages/onboarding.ts'
import { createProduct } from './pages/product.ts'
import { createResults } from './pages/results.ts'
import { WORDS, type Locale } from './pages/words.ts'
import type { TestStack } from './stack.ts'
import { expect, test } from './test.ts'

/* A new customer's way to the first win, from the sign-up to the results screen. */

const SIX_MINUTES_MS = 6 * 60_000

interface Walk {
  page: Page
  stack: TestStack
  hand: Hand
  locale: Locale
  /** Unique in the test: the results of a worker's tests stand side by side. */
  name: string
  /** Called in each state that the user rests in. */
  look: (state: string) => Promise<void>
}

async function walkToFirstWin({ page, stack, hand, locale, name, look }: Walk): Promise<void> {
  const words = WORDS[locale]
  const product = createProduct(page, hand, locale)
  const onboarding = createOnboarding(page, hand, locale)
  const mail = `${encodeURIComponent(name).replaceAll('%', '')}@example.com`

  await page.goto('/sign-in')
  await look('sign-in')
  await product.signUp({ name, mail, company: 'Kumo' })
  const start = await stack.now()
  await onboarding.seeLetter()
  await look('letter')
  await onboarding.closeLetter()
  await onboarding.openChecklist()
  await onboarding.seeDone(0)
  await look('checklist')

  await onboarding.begin()
  await onboarding.seeSetup()
  await look('setup')
  await onboarding.applySetup()
  await product.seeEditor()
  await onboarding.seeDone(1)

  await onboarding.begin()
  await onboarding.seeStep(words.previewStep)
  await look('step at the preview button')
  await product.openPreview()
  await product.seePreview()
  await onboarding.seeToast(words.previewWin)
  await onboarding.seeDone(2)
  await look('small win')
  await onboarding.closeToast()

  await stack.moveClock(SIX_MINUTES_MS)
  await onboarding.begin()
  await onboarding.seeStep(words.subjectStep)
  const subject = `Spring is here, ${name}`
  await product.writeSubject(subject)
  await onboarding.seeStep(words.recipientsStep)
  await product.addMyself()
  await onboarding.seeStep(words.sendStep)
  await look('step with spotlight')
  await product.send()
  await product.seeSent()
  await onboarding.seeCelebration(name)
  await onboarding.seeDone(3)
  await look('celebration')
  const end = await stack.now()

  await page.reload()
  await onboarding.seeDone(3)
  await onboarding.seeCelebration(name)
  await onboarding.goOn()
  await onboarding.seeStep(words.reportsStep)
  await look('step at the open rate')
  await onboarding.finishStep()
  await onboarding.seeFarewell()
  await look('farewell')

  await product.seeInInbox(subject)
  await look('inbox')
  const results = createResults(page, stack)
  const ms = await results.timeToFirstResult(name)
  expect(ms).toBeGreaterThan(SIX_MINUTES_MS)
  expect(ms).toBeLessThan(end - start + 2_000)
  await results.open()
  await results.seeWin(name, WORDS.en.firstWin)
  await look('results')
}

const nothing = (): Promise<void> => Promise.resolve()

test('walks a new customer to the first win', async ({ page, stack }) => {
  const look = (state: string): Promise<void> => seeNoAxeViolations(page, state)
  await walkToFirstWin({ page, stack, hand: byMouse(page), locale: 'en', name: 'Aoi', look })
})

test('walks by keyboard alone', async ({ page, stack }) => {
  // A key at a time through every page takes its time on a busy machine.
  test.slow()
  const hand = byKeyboard(page)
  await walkToFirstWin({ page, stack, hand, locale: 'en', name: 'Ken', look: nothing })
})

test('walks in Japanese', async ({ page, stack }) => {
  const look = (state: string): Promise<void> => seeNoAxeViolations(page, state)
  await walkToFirstWin({ page, stack, hand: byMouse(page), locale: 'ja', name: '葵', look })
})
