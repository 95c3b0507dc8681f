import { beginGuide } from './begin-guide.ts'
import { byId } from './by-id.ts'
import { choose } from './choose.ts'
import { toMs } from './duration.ts'
import { activeGuide, advanceByRoute, advanceWhen, endDoneGuide, noteGuide } from './guide-moves.ts'
import type { Stage } from './hear-signal.ts'
import type { Signal } from './signal.ts'
import { wake, type Turn } from './turn.ts'
import { toView } from './view.ts'

/** The rules of what is shown. */
export const stage: Stage = { isAct, isAsked, hear, settle, view: toView }

/** All that follows on something that was shown, or looked for in vain. */
const ACTS = new Set<Signal['type']>(['act', 'applied', 'missing'])

/** A guide that is asked for begins without the acts: it is what a page may be opened for. */
function isAct({ journey }: Turn, signal: Signal): boolean {
  if (signal.type === 'start') return !byId(journey.guides, signal.id)
  return ACTS.has(signal.type)
}

/** A toast that went by itself asks for nothing: what comes after it leaves the focus alone. */
function isAsked(signal: Signal): boolean {
  return signal.type === 'act' ? signal.action.do !== 'seen' : signal.type === 'start'
}

function hear(turn: Turn, signal: Signal): void {
  hearOne(turn, signal)
  advanceByRoute(turn)
}

function hearOne(turn: Turn, signal: Signal): void {
  switch (signal.type) {
    case 'event':
      advanceByEvent(turn, signal.name)
      return
    case 'advance':
      advanceWhen(turn, (advance) => typeof advance === 'object' && 'on' in advance)
      return
    case 'start': {
      const guide = byId(turn.journey.guides, signal.id)
      if (guide) beginGuide(turn, guide, signal.step)
      return
    }
    case 'act':
    case 'applied':
    case 'check':
    case 'missing':
  }
}

function settle(turn: Turn, newWins: readonly string[]): void {
  endDoneGuide(turn, newWins)
  choose(turn)
  noticeStuck(turn)
}

function advanceByEvent(turn: Turn, name: string): void {
  advanceWhen(
    turn,
    (advance) => typeof advance === 'object' && 'event' in advance && advance.event === name,
  )
}

/** Offers the step's help once it has stood there for longer than its author allows. */
function noticeStuck(turn: Turn): void {
  const active = activeGuide(turn)
  const { current } = turn.session
  if (current?.shown.kind !== 'step' || !active?.step.stuck || active.memory.stuck) return
  const at = current.since + toMs(active.step.stuck.after)
  wake(turn, at)
  if (turn.facts.now < at) return

  noteGuide(turn, active, { stuck: true })
  const properties = { guide: active.guide.id, step: active.step.id, reason: 'slow' } as const
  turn.reports.push({ name: 'stuck_detected', properties })
}
