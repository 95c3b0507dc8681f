import type { Page } from '@playwright/test'

/** Calls a method of `firstwin` as the host does. */
export async function callFirstwin(
  page: Page,
  method: string,
  ...args: readonly unknown[]
): Promise<void> {
  await page.evaluate(
    ([name, list]) => {
      const api: Record<string, (...all: readonly unknown[]) => void> = Reflect.get(
        globalThis,
        'firstwin',
      )
      api[name]?.(...list)
    },
    [method, args] as const,
  )
}

export async function startTour(page: Page): Promise<void> {
  await callFirstwin(page, 'start', 'tour')
}
