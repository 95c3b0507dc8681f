import type { Page } from '@playwright/test'
import { expect } from '../test.ts'
import type { TestStack } from '../stack.ts'

interface Person {
  name?: string
  win?: string
  ms: number
}

/** The results screen, as the team of the product reads it, and the numbers behind it. */
export interface Results {
  open: () => Promise<void>
  /** The list of the latest wins names the customer and the win. */
  seeWin: (customer: string, win: string) => Promise<void>
  /** Milliseconds to the first result of this customer; waits until it has arrived. */
  timeToFirstResult: (customer: string) => Promise<number>
}

export function createResults(page: Page, stack: TestStack): Results {
  const find = async (customer: string): Promise<Person | undefined> => {
    const tiers = (await stack.results())['tiers'] as { tier: string; people: Person[] }[]
    const people = tiers.find(({ tier }) => tier === 'first-strike')?.people ?? []
    return people.find(({ name, win }) => name === customer && win !== undefined)
  }
  return {
    open: async () => {
      await page.goto(stack.collectorUrl)
    },
    seeWin: (customer, win) =>
      expect(
        page.getByRole('listitem').filter({ hasText: customer }).filter({ hasText: win }).first(),
      ).toBeVisible(),
    timeToFirstResult: async (customer) => {
      await expect.poll(() => find(customer)).toBeDefined()
      return (await find(customer))?.ms ?? 0
    },
  }
}
