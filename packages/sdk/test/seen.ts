import { expect } from 'vitest'
import { page } from 'vitest/browser'
import { PATIENT } from './use-world.ts'

/** For tests: all the words of ours on the page; empty where there is nothing. */
export function seen(): string {
  const root = document.querySelector('firstwin-root')?.shadowRoot?.querySelector('.root')
  // What is only said to screen readers stays in its region.
  const parts = [...(root?.children ?? [])].filter(({ tagName }) => tagName !== 'OUTPUT')
  return parts.map(({ textContent }) => textContent).join(' ')
}

/** For tests: waits until these words are on the page. */
export async function see(words: string): Promise<void> {
  await expect.poll(seen, PATIENT).toContain(words)
}

/** For tests: waits until what makes room has left the page. */
export async function settle(): Promise<void> {
  const panels = (): number | undefined =>
    document.querySelector('firstwin-root')?.shadowRoot?.querySelectorAll('dialog').length
  await expect.poll(panels, PATIENT).toBe(1)
}

/** For tests: waits until these words have gone. */
export async function miss(words: string): Promise<void> {
  await expect.poll(seen, PATIENT).not.toContain(words)
}

/** For tests: clicks the button of this name, as a user does. */
export async function press(name: string): Promise<void> {
  await page.getByRole('button', { name }).first().click()
}
