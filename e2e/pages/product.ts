import type { Locator, Page } from '@playwright/test'
import { expect } from '../test.ts'
import { WORDS, type Locale } from './words.ts'

export interface Customer {
  name: string
  mail: string
  company: string
}

/** The example application, as its user acts on it and sees it. */
export interface Product {
  signUp: (customer: Customer) => Promise<void>
  seeEditor: () => Promise<void>
  openPreview: () => Promise<void>
  closePreview: () => Promise<void>
  writeSubject: (subject: string) => Promise<void>
  addMyself: () => Promise<void>
  send: () => Promise<void>
  seeSent: () => Promise<void>
  /** Opens the inbox and sees a mail with this subject in it. */
  seeInInbox: (subject: string) => Promise<void>
}

export function createProduct(page: Page, locale: Locale): Product {
  const words = WORDS[locale]
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true })

  return {
    signUp: (customer) => signUp(page, locale, customer),
    seeEditor: () => expect(page).toHaveURL(/\/campaigns\/[^/]+$/),
    openPreview: async () => {
      await button(words.preview).click()
      await expect(page.getByRole('dialog', { name: words.previewTitle })).toBeVisible()
    },
    closePreview: () => button(words.closePreview).click(),
    writeSubject: async (subject) => {
      const field = page.getByLabel(words.subject, { exact: true })
      await field.fill('')
      await field.pressSequentially(subject)
    },
    addMyself: () => button(words.addRecipients).click(),
    send: async () => {
      await page.locator('[data-firstwin=send-button]').click()
      await button(words.sendNow).click()
    },
    seeSent: () => expect(page.getByText(words.sent)).toBeVisible(),
    seeInInbox: async (subject) => {
      await page.goto('/inbox')
      await expect(page.getByRole('button', { name: subject })).toHaveCount(1)
    },
  }
}

async function signUp(page: Page, locale: Locale, customer: Customer): Promise<void> {
  const words = WORDS[locale]
  await page.goto('/sign-in')
  await page.getByRole('button', { name: words.language, exact: true }).click()
  await page.getByLabel(words.name, { exact: true }).fill(customer.name)
  await page.getByLabel(words.mail, { exact: true }).fill(customer.mail)
  await page.getByLabel(words.company, { exact: true }).fill(customer.company)
  await page.getByLabel(words.industry, { exact: true }).selectOption('retail')
  await page.getByLabel(words.role, { exact: true }).selectOption('owner')
  await page.getByRole('button', { name: words.signUp, exact: true }).click()
}
