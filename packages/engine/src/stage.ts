import { byId } from './by-id.ts'
import { activeGuide, noteGuide, place } from './guide-moves.ts'
import type { Seen } from './memory.ts'
import { own } from './own.ts'
import { isUnfolded } from './is-unfolded.ts'
import { seenKey } from './seen-key.ts'
import type { Current } from './session.ts'
import type { Shown } from './shown.ts'
import { remember, type Turn } from './turn.ts'
import { celebrationSize } from './wins.ts'

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
  const shown = turn.session.current?.shown
  if (!isUnfolded(turn)) return shown
  if (!shown) return { kind: 'checklist', praise: undefined }
  if (shown.kind !== 'celebration') return shown
  const win = byId(turn.journey.wins, shown.win)
  return win && celebrationSize(win) === 'small' ? { kind: 'checklist', praise: win.id } : shown
}

/** Remembers how a message or a survey ended. */
export function endSeen(turn: Turn, key: string, end: NonNullable<Seen['end']>): void {
  const at = own(turn.memory.seen, key)?.at ?? turn.facts.now
  noteSeen(turn, key, { at, session: turn.session.id, end })
}

function reportShown(turn: Turn, shown: Current['shown']): void {
  const { journey, memory, session, facts, reports } = turn
  // How it ended stays: what was refused and then asked for is still not wanted unasked.
  const see = (key: string): void =>
    noteSeen(turn, key, { ...own(memory.seen, key), at: facts.now, session: session.id })
  switch (shown.kind) {
    case 'step': {
      const active = activeGuide(turn)
      if (!active || active.memory.viewedAt !== undefined) return
      noteGuide(turn, active, { viewedAt: facts.now })
      reports.push({ name: 'step_viewed', properties: place(active) })
      return
    }
    case 'message': {
      const message = byId(journey.messages, shown.message)
      if (!message) return
      see(seenKey('message', message.id))
      const properties = { message: message.id, kind: message.kind }
      reports.push({ name: 'message_shown', properties })
      return
    }
    case 'survey':
      see(seenKey('survey', shown.survey))
      return
    case 'celebration': {
      const win = byId(journey.wins, shown.win)
      remember(turn, { celebrated: { ...memory.celebrated, [shown.win]: facts.now } })
      const size = (win && celebrationSize(win)) ?? 'small'
      reports.push({ name: 'celebration_shown', properties: { win: shown.win, size } })
      return
    }
    case 'setup':
  }
}

function noteSeen(turn: Turn, key: string, seen: Seen): void {
  remember(turn, { seen: { ...turn.memory.seen, [key]: seen } })
}
