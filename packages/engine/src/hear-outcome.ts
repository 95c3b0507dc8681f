import type { Setup } from '@firstwin/schema'
import { byId } from './by-id.ts'
import { countEvent } from './count-event.ts'
import { activeGuide, advanceWhen, noteGuide } from './guide-moves.ts'
import type { Signal, Values } from './signal.ts'
import { takeDown } from './stage.ts'
import type { Turn } from './turn.ts'

/** The target of the step under way is missing: said once. */
export function hearMissing(
  turn: Turn,
  { reason, waitedMs }: Extract<Signal, { type: 'missing' }>,
): void {
  const active = activeGuide(turn)
  if (!active || active.memory.missing) return
  noteGuide(turn, active, { missing: true })
  const properties = { guide: active.guide.id, step: active.step.id, reason, waitedMs }
  turn.reports.push({ name: 'target_missing', properties })
}

/** What became of the values of a setup: the form stays if the host refused them. */
export function hearApplied(
  turn: Turn,
  { setup: id, values, ok }: Extract<Signal, { type: 'applied' }>,
) {
  const { current } = turn.session
  const setup = byId(turn.journey.setups, id)
  const isShown = current?.shown.kind === 'setup' && current.shown.setup === id
  if (!ok && isShown) turn.session = { ...turn.session, current: { ...current, failed: true } }
  if (!ok || !setup) return

  turn.reports.push({
    name: 'setup_applied',
    properties: { setup: id, values: toTold(setup, values) },
  })
  if (isShown) takeDown(turn)
  countEvent(turn, setup.apply.event)
  const { event } = setup.apply
  advanceWhen(
    turn,
    (advance) => typeof advance === 'object' && 'event' in advance && advance.event === event,
  )
}

/** Choices and numbers; what the user typed only where the author asks for it. */
function toTold({ fields }: Setup, values: Values): Values {
  const told = fields.filter((field) => !('text' in field) || field.report === true)
  const names = new Set(told.map(({ id }) => id))
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)))
}
