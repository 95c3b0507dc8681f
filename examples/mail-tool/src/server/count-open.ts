import { deliveriesOf } from '../model/campaign.ts'
import type { State } from './store.ts'

/** Notes that a mail was opened; true for the first time only. An unknown id changes nothing. */
export function countOpen(state: State, deliveryId: string, now: number): boolean {
  for (const delivery of state.campaigns.flatMap(deliveriesOf)) {
    if (delivery.id !== deliveryId) continue
    if (delivery.openedAt !== undefined) return false
    delivery.openedAt = now
    return true
  }
  return false
}
