import type { EventMemory } from './memory.ts'
import { own } from './own.ts'
import { remember, type Turn } from './turn.ts'

/** Counts an event of the host, and keeps its time where a condition asks for a window. */
export function countEvent(turn: Turn, name: string): void {
  const { journey, memory, facts } = turn
  const before: EventMemory = own(memory.events, name) ?? { count: 0, times: [] }
  const kept = own(journey.windowed, name)
  const times = kept ? [...before.times, facts.now].slice(-kept) : []
  remember(turn, { events: { ...memory.events, [name]: { count: before.count + 1, times } } })
}
