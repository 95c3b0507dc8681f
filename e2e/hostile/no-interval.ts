import type { Page } from '@playwright/test'
import type { HostPage } from './host-page.ts'
import { expect, type Host } from './test.ts'

/**
 * Opens a page in which nothing that repeats by a timer ever runs, so that what is to follow an event
 * at once cannot pass by the look that is taken now and then. Waits until events are listened for:
 * that comes with the live regions, after the first picture.
 */
export async function openWithoutInterval(
  host: Host,
  page: Page,
  described: HostPage = {},
): Promise<void> {
  await host.open({ ...described, before: 'globalThis.setInterval = () => 0' })
  await expect(page.locator('firstwin-root').locator('[role=status]')).toHaveCount(1)
}
