import { activeGuide, noteGuide, place } from './guide-moves.ts'
import type { Current } from './session.ts'
import type { Shown } from './shown.ts'
import { remember, type Turn } from './turn.ts'
import { celebrationSize } from './wins.ts'
import { pathProgress } from './path-progress.ts'

/** Puts something on the one place there is, and reports it. */
export function present(turn: Turn, shown: Current['shown'], requested: boolean): void {
  const { now } = turn.facts
  turn.session = { ...turn.session, current: { shown, since: now, requested } }
  reportShown(turn, shown)
}

/** Takes down what is shown. The gap until something may come unasked begins now. */
export function takeDown(turn: Turn): void {
  turn.session = { ...turn.session, current: undefined, quietSince: turn.facts.now }
}

/**
 * The one thing on screen. A small win that is reached while the checklist is open is praised in
 * there, so that a toast never takes the list away from somebody who reads it.
 */
export function shownOf(turn: Turn): Shown | undefined {
  const { current } = turn.session
  const { checklist } = turn.memory
  const isOpen = (checklist === 'open' || checklist === 'returning') && Boolean(pathProgress(turn))
  const shown = current?.shown
  if (!shown) return isOpen ? { kind: 'checklist', praise: undefined } : undefined

  const praise = shown.kind === 'celebration' ? shown.win : undefined
  const win = turn.journey.wins.find(({ id }) => id === praise)
  const isInline = isOpen && checklist === 'open' && win && celebrationSize(win) === 'small'
  return isInline ? { kind: 'checklist', praise } : shown
}

/** The key under which a message or a survey is remembered. */
export function seenKey(kind: 'message' | 'survey', id: string): string {
  return `${kind}:${id}`
}

/** Remembers how a message or a survey ended. */
export function endSeen(
  turn: Turn,
  key: string,
  end: 'closed' | 'later' | 'followed' | 'declined' | 'answered',
): void {
  const at = turn.memory.seen[key]?.at ?? turn.facts.now
  const seen = { at, session: turn.session.id, end }
  remember(turn, { seen: { ...turn.memory.seen, [key]: seen } })
}

function reportShown(turn: Turn, shown: Current['shown']): void {
  const { journey, memory, facts, reports } = turn
  switch (shown.kind) {
    case 'step': {
      const active = activeGuide(turn)
      if (!active || active.memory.viewedAt !== undefined) return
      noteGuide(turn, active, { viewedAt: facts.now })
      reports.push({ name: 'step_viewed', properties: place(active) })
      return
    }
    case 'message': {
      const message = journey.messages.find(({ id }) => id === shown.message)
      if (message) {
        noteSeen(turn, seenKey('message', message.id))
        const properties = { message: message.id, kind: message.kind }
        reports.push({ name: 'message_shown', properties })
      }
      return
    }
    case 'survey':
      noteSeen(turn, seenKey('survey', shown.survey))
      return
    case 'celebration': {
      const win = journey.wins.find(({ id }) => id === shown.win)
      remember(turn, { celebrated: { ...memory.celebrated, [shown.win]: facts.now } })
      const size = (win && celebrationSize(win)) ?? 'small'
      reports.push({ name: 'celebration_shown', properties: { win: shown.win, size } })
      return
    }
    case 'setup':
  }
}

function noteSeen(turn: Turn, key: string): void {
  const seen = { at: turn.facts.now, session: turn.session.id }
  remember(turn, { seen: { ...turn.memory.seen, [key]: seen } })
}
