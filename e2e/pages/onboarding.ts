import type { Locator, Page } from '@playwright/test'
import { expect } from '../test.ts'
import type { Hand } from './hand.ts'
import { WORDS, type Locale } from './words.ts'

/** What Firstwin shows in the product, as the user acts on it and sees it. */
export interface Onboarding {
  seeLetter: () => Promise<void>
  closeLetter: () => Promise<void>
  openChecklist: () => Promise<void>
  /** The folded checklist says how many of the three tasks are done. */
  seeDone: (count: number) => Promise<void>
  /** Presses the one button of the next task, in the open checklist. */
  begin: () => Promise<void>
  /** The form that starts from a template, with what is recommended for a shop chosen. */
  seeSetup: () => Promise<void>
  applySetup: () => Promise<void>
  seeStep: (title: string) => Promise<void>
  seeToast: (words: string) => Promise<void>
  closeToast: () => Promise<void>
  seeCelebration: (name: string) => Promise<void>
  goOn: () => Promise<void>
  finishStep: () => Promise<void>
  /** The checklist opens once more, all done, to say goodbye. */
  seeFarewell: () => Promise<void>
}

export function createOnboarding(page: Page, hand: Hand, locale: Locale): Onboarding {
  const words = WORDS[locale]
  const root = page.locator('firstwin-root')
  const dialog = (name: string): Locator => root.getByRole('dialog', { name, exact: true })
  const button = (name: string): Locator => root.getByRole('button', { name, exact: true })
  const pill = (count: number): Locator => root.getByRole('button', { name: words.progress(count) })

  return {
    seeLetter: () => expect(dialog(words.letter)).toBeVisible(),
    closeLetter: async () => {
      await hand.press(button(words.later))
      await expect(dialog(words.letter)).toBeHidden()
    },
    openChecklist: async () => {
      await hand.press(pill(0))
      await expect(dialog(words.path)).toBeVisible()
    },
    seeDone: (count) => expect(pill(count)).toBeVisible(),
    begin: () => hand.press(dialog(words.path).getByRole('button', { name: words.begin })),
    seeSetup: async () => {
      await expect(dialog(words.setup)).toBeVisible()
      await expect(root.getByRole('radio', { name: words.recommended })).toBeChecked()
    },
    applySetup: () => hand.press(button(words.apply)),
    seeStep: (title) => expect(dialog(title)).toBeVisible(),
    seeToast: (text) => expect(root.locator('.toast')).toContainText(text),
    closeToast: () => hand.press(root.locator('.toast .close')),
    seeCelebration: (name) => expect(dialog(words.praise(name))).toBeVisible(),
    goOn: () => hand.press(button(words.goOn)),
    finishStep: () => hand.press(button(words.done)),
    seeFarewell: () => expect(dialog(words.path)).toContainText(words.pathDone),
  }
}
