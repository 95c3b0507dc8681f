import type { Guide } from '@firstwin/schema'
import { startGuide } from './guide-moves.ts'
import { takeDown } from './stage.ts'
import { remember, type Turn } from './turn.ts'

/** Starts a guide that was asked for: it may take the focus when it appears. */
export function beginGuide(turn: Turn, guide: Guide, step?: string): void {
  makeRoom(turn)
  startGuide(turn, guide, step)
  turn.session = { ...turn.session, asked: guide.id }
}

/** What is shown goes; the checklist comes back afterwards. */
export function makeRoom(turn: Turn): void {
  if (turn.session.current) takeDown(turn)
  if (turn.memory.checklist === 'open') remember(turn, { checklist: 'returning' })
}
