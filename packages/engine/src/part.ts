import { isBefore, join, joinMemory } from './join-memory.ts'
import type { EventMemory, GuideMark, GuideMemory, Memory, SyncMemory } from './memory.ts'
import { isEnded } from './merge-memory.ts'
import { own } from './own.ts'

/**
 * What one device tells the user's other devices: all that it knows, but of the events only those
 * that it has counted itself, so that the counts of all devices can be added up.
 */
export interface Part extends Omit<Memory, 'checklist' | 'sync'> {
  /** How often each other device has counted each event, as far as this one knows. */
  others: SyncMemory['others']
  /** Of each guide, how often it was begun anew, and when it changed last. */
  marks: Readonly<Record<string, readonly [round: number, at: number]>>
}

/** A part, and the device that it is of. */
export interface DevicePart {
  device: string
  part: Part
}

/** A memory that is joined with others. */
export type Synced = Memory & { sync: SyncMemory }

/**
 * Makes a memory ready to be joined: gives it a name, and notes which guides have changed since it
 * was last looked at. Gives back the same memory where there is nothing to note.
 */
export function noteChanges(memory: Memory, now: number, newId: () => string): Synced {
  const { device = newId(), others = {}, marks = {}, ...rest } = memory.sync ?? {}
  const changed = Object.entries(memory.guides).filter(
    ([id, guide]) => own(marks, id)?.text !== JSON.stringify(guide),
  )
  if (memory.sync && changed.length === 0) return { ...memory, sync: memory.sync }
  // What is there before anything was joined is not the news of this moment.
  const mark = (id: string, guide: GuideMemory): GuideMark =>
    nextMark(own(marks, id), guide, memory.sync ? now : viewedAt(guide))
  const news = changed.map(([id, guide]) => [id, mark(id, guide)] as const)
  const sync = { ...rest, device, others, marks: { ...marks, ...Object.fromEntries(news) } }
  return { ...memory, sync }
}

/** A clock that is behind those of other devices must not undo what was done after them. */
function nextMark(before: GuideMark | undefined, guide: GuideMemory, now: number): GuideMark {
  const text = JSON.stringify(guide)
  if (!before) return { round: 0, at: now, text }
  const was: GuideMemory = JSON.parse(before.text)
  const round = before.round + Number(isEnded(was) && !isEnded(guide))
  return { round, at: Math.max(now, before.at + 1), text }
}

function viewedAt(guide: GuideMemory): number {
  return guide.status === 'active' ? (guide.viewedAt ?? 0) : 0
}

/** The part of this device. */
export function toPart(memory: Synced): Part {
  const { version, sync, guides } = memory
  const events = Object.entries(memory.events).map(([name, { count, times }]) => [
    name,
    { count: count - sumOf(sync.others, name), times },
  ])
  const marks = Object.entries(sync.marks).map(([id, { round, at }]) => [id, [round, at]])
  return {
    version,
    ...joinMemory(memory, memory),
    guides,
    events: Object.fromEntries(events),
    others: sync.others,
    marks: Object.fromEntries(marks),
  }
}

/**
 * Joins the memory of this device with what others know. The same part again changes nothing, nor
 * does the order in which parts come.
 * @param windowed How many times are kept of the events that a condition counts in a window.
 */
export function mergePart(
  memory: Synced,
  { device, part }: DevicePart,
  windowed: Readonly<Record<string, number>>,
): Synced {
  const { sync } = memory
  if (device === sync.device) return memory
  const others = joinCounts(sync, { device, part })
  const more = (name: string): number => sumOf(others, name) - sumOf(sync.others, name)
  const events = Object.entries(join(memory.events, part.events, joinTimes)).map(
    ([name, { times }]) => {
      const count = (own(memory.events, name)?.count ?? 0) + more(name)
      const kept = own(windowed, name)
      return [name, { count, times: kept ? times.slice(-kept) : [] }]
    },
  )
  const { guides, marks } = joinGuides(memory, part)
  return {
    ...memory,
    ...joinMemory(memory, part),
    events: Object.fromEntries(events),
    guides,
    sync: { ...sync, others, marks },
  }
}

/** Counts only ever grow: of what two devices know of a third one, the larger is the newer. */
function joinCounts(sync: SyncMemory, { device, part }: DevicePart): SyncMemory['others'] {
  const counts = Object.entries(part.events).flatMap(([name, { count }]) =>
    count > 0 ? [[name, count] as const] : [],
  )
  const theirs = Object.entries({ ...part.others, [device]: Object.fromEntries(counts) })
  // A device that has counted nothing is no news.
  const news = theirs.filter(([one, all]) => one !== sync.device && Object.keys(all).length > 0)
  return join(sync.others, Object.fromEntries(news), (a, b) => join(a, b, Math.max))
}

function joinGuides({ guides, sync: { marks } }: Synced, part: Part) {
  const theirs = Object.entries(part.guides).filter(([id, guide]) => {
    const [here, mark] = [own(guides, id), own(marks, id)]
    return !here || !mark || isBefore(rankOf(here, mark), rankOf(guide, markIn(part, id, guide)))
  })
  const marked = theirs.map(([id, guide]) => [id, markIn(part, id, guide)])
  return {
    guides: { ...guides, ...Object.fromEntries(theirs) },
    marks: { ...marks, ...Object.fromEntries(marked) },
  }
}

function markIn({ marks }: Part, id: string, guide: GuideMemory): GuideMark {
  const [round, at] = own(marks, id) ?? [0, 0]
  return { round, at, text: JSON.stringify(guide) }
}

/** Begun anew beats ended, ended beats under way, and of two under way the later counts. */
function rankOf(guide: GuideMemory, { round, at, text }: GuideMark): readonly (number | string)[] {
  const ended = Number(isEnded(guide)) + Number(guide.status === 'completed')
  return [round, ended, at, text]
}

function sumOf(others: SyncMemory['others'], name: string): number {
  return Object.values(others).reduce((sum, counts) => sum + (own(counts, name) ?? 0), 0)
}

/** Each time as often as it is in the one where it is more often: the same time is the same event. */
function joinTimes(a: EventMemory, b: EventMemory): EventMemory {
  const left = [...a.times]
  const more = b.times.filter((time) => {
    const index = left.indexOf(time)
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
  return { count: a.count, times: [...a.times, ...more].toSorted((x, y) => x - y) }
}
