import type { Locator, Page } from '@playwright/test'
import { expect } from '../test.ts'
import type { Hand } from './hand.ts'
import { WORDS, type Locale } from './words.ts'

export interface Customer {
  name: string
  mail: string
  company: string
}

/** The example application, as its user acts on it and sees it. */
export interface Product {
  /** As the owner of a shop, which the form offers first. */
  signUp: (customer: Customer) => Promise<void>
  /** Goes to the list of campaigns by the menu. */
  seeCampaigns: () => Promise<void>
  seeEditor: () => Promise<void>
  openPreview: () => Promise<void>
  seePreview: () => Promise<void>
  writeSubject: (subject: string) => Promise<void>
  addMyself: () => Promise<void>
  send: () => Promise<void>
  seeSent: () => Promise<void>
  /** Opens the inbox and sees a mail with this subject in it. */
  seeInInbox: (subject: string) => Promise<void>
}

export function createProduct(page: Page, hand: Hand, locale: Locale): Product {
  const words = WORDS[locale]
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true })
  const field = (name: string): Locator => page.getByLabel(name, { exact: true })

  return {
    signUp: async (customer) => {
      await page.goto('/sign-in')
      await hand.press(button(words.language))
      await hand.write(field(words.name), customer.name)
      await hand.write(field(words.mail), customer.mail)
      await hand.write(field(words.company), customer.company)
      await hand.press(button(words.signUp))
      await expect(page).toHaveURL(/\/$/)
    },
    seeCampaigns: async () => {
      await hand.press(page.getByRole('link', { name: words.campaigns, exact: true }))
      await expect(page.getByRole('heading', { name: words.campaigns, level: 1 })).toBeVisible()
    },
    seeEditor: () => expect(page).toHaveURL(/\/campaigns\/[^/]+$/),
    openPreview: () => hand.press(button(words.preview)),
    seePreview: () => expect(page.locator(`iframe[title="${words.previewTitle}"]`)).toBeVisible(),
    writeSubject: (subject) => hand.write(field(words.subject), subject),
    addMyself: () => hand.press(button(words.addRecipients)),
    send: async () => {
      await hand.press(page.locator('[data-firstwin=send-button]'))
      await hand.press(button(words.sendNow))
    },
    seeSent: () => expect(page.getByText(words.sent)).toBeVisible(),
    seeInInbox: async (subject) => {
      await page.goto('/inbox')
      await expect(page.getByRole('button', { name: subject })).toHaveCount(1)
    },
  }
}
