import { expect, test } from './test.ts'

/* Modal layers of the libraries that products are made with. */

test('H12 Radix: its dialog and our step both keep working', async ({ host, page }) => {
  await host.open({ body: '', apps: ['radix'] }, { silent: true })
  await page.getByRole('button', { name: 'Open' }).click()
  await host.works()
  await expect(page.getByRole('dialog', { name: 'Send a mail' })).toBeVisible()
})
