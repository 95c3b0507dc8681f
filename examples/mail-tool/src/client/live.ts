import type { PageClock } from './page-clock.ts'
import { onboarding } from './onboarding.ts'
import type { Product } from './product.ts'

/** Keeps the page as the server sees it: its clock, opened mails, scheduled letters gone out. */
export function followServer(product: Product, clock: PageClock): void {
  const feed = new EventSource('/demo/live')
  feed.addEventListener('clock', ({ data }) => {
    clock.reading.set(JSON.parse(data))
    onboarding.timeMoved()
  })
  feed.addEventListener('changed', () => void refresh(product))
}

async function refresh(product: Product): Promise<void> {
  if (!product.snapshot.get()) return
  await product.refresh()
  await onboarding.tellSends(product.snapshot.get)
}
