import type { Page } from '@playwright/test'
import { expect } from '../test.ts'

/** What the developer of the page finds in the console, and what went wrong in the page. */
export interface PageLog {
  /** Firstwin's lines so far. */
  firstwin: () => readonly string[]
  seeLine: (part: string) => Promise<void>
  /** No exception that nobody caught, on any page since the log began. */
  seeNoError: () => void
}

export function keepLog(page: Page): PageLog {
  const lines: string[] = []
  const errors: string[] = []
  page.on('console', (message) => lines.push(message.text()))
  page.on('pageerror', (error) => errors.push(String(error)))
  const firstwin = (): string[] => lines.filter((line) => line.startsWith('[firstwin]'))
  return {
    firstwin,
    seeLine: (part) => expect.poll(firstwin).toContainEqual(expect.stringContaining(part)),
    seeNoError: () => expect(errors).toEqual([]),
  }
}
