import type { Action } from '@firstwin/engine'

const LEADS_ON = new Set<Action['do']>([
  'next',
  'back',
  'follow',
  'answer',
  'apply',
  'open',
  'begin',
])

/** Whether the user asks us for the next thing with it: then that may take the focus. */
export function leadsOn(action: Action): boolean {
  return LEADS_ON.has(action.do)
}
