import { isTemplateId } from '../model/template.ts'
import type { Product } from './product.ts'
import type { Router } from './router.ts'

/**
 * A setup of the journey: makes the campaign that the user chose and opens it.
 * Rejects if that failed; the form of the setup then stays, and says so.
 */
export async function applySetup(
  { setup, values }: { setup: string; values: Readonly<Record<string, unknown>> },
  product: Product,
  router: Router,
): Promise<void> {
  const { template, sendHour } = values
  if (setup !== 'industry-template') throw new Error(`This product has no setup "${setup}".`)
  if (!isTemplateId(template)) {
    throw new Error(`This product has no template "${String(template)}".`)
  }
  const outcome = await product.create(template, Number(sendHour))
  if (!outcome.ok) throw new Error(`The campaign was not made: ${outcome.code}.`)
  router.navigate(`/campaigns/${outcome.value}`)
}
