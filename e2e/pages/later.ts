import type { Page } from '@playwright/test'
import { expect } from '../test.ts'
import type { FirstwinPage } from './firstwin-page.ts'

/** Messages, surveys and offers, as the user acts on them and sees them. In English. */
export interface Later {
  see: (title: string) => Promise<void>
  seeText: (text: string) => Promise<void>
  /** The launcher may stand there, and nothing else. */
  seeNothing: () => Promise<void>
  /** Sees it and closes it for good. */
  putAway: (title: string) => Promise<void>
  press: (name: string) => Promise<void>
  /** Follows a link to another site; answers the address that it opened. */
  followToTab: (name: string) => Promise<string>
  score: (score: number) => Promise<void>
  write: (text: string) => Promise<void>
  /** How the link and the button of a choice look and how large they are. */
  choices: (link: string, button: string) => Promise<readonly object[]>
  /** The checks of `explain` that speak against showing it now. */
  reasonsAgainst: (id: string) => Promise<readonly string[]>
}

export function createLater(page: Page): Later {
  const root = page.locator('firstwin-root')
  const dialog = (name: string) => root.getByRole('dialog', { name, exact: true })
  const button = (name: string) => root.getByRole('button', { name, exact: true })
  const link = (name: string) => root.getByRole('link', { name, exact: true })
  const see = (title: string): Promise<void> => expect(dialog(title)).toBeVisible()

  return {
    see,
    seeText: (text) => expect(root.getByText(text)).toBeVisible(),
    seeNothing: async () => {
      // That Firstwin is there at all: else nothing would be no news.
      await expect(root.getByRole('button', { name: 'of 3 done' })).toBeVisible()
      await expect(root.getByRole('dialog')).toHaveCount(0)
    },
    putAway: async (title) => {
      await see(title)
      await dialog(title).getByRole('button', { name: 'Close', exact: true }).click()
      await expect(dialog(title)).toBeHidden()
    },
    press: (name) => button(name).click(),
    followToTab: async (name) => {
      const opened = page.waitForEvent('popup')
      await link(name).click()
      const tab = await opened
      await tab.waitForURL(/^https:/)
      const url = tab.url()
      await tab.close()
      return url
    },
    score: async (score) => {
      await root.getByRole('radio', { name: String(score), exact: true }).check()
      await button('Send answer').click()
    },
    write: async (text) => {
      await root.getByRole('textbox').fill(text)
      await button('Send answer').click()
    },
    choices: async (yes, no) =>
      await Promise.all(
        [link(yes), button(no)].map((choice) =>
          choice.evaluate((element) => {
            const { width, height } = element.getBoundingClientRect()
            const { color, backgroundColor, fontWeight } = getComputedStyle(element)
            return { width, height, color, backgroundColor, fontWeight }
          }),
        ),
      ),
    reasonsAgainst: (id) =>
      page.evaluate(async (asked) => {
        const { firstwin } = globalThis as unknown as FirstwinPage
        const [answer] = await firstwin.explain(asked)
        return (answer?.checks ?? []).filter(({ ok }) => !ok).map(({ check }) => check)
      }, id),
  }
}
