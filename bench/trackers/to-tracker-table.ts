import { SENDERS, type TrackerCourse } from './run-trackers.ts'

/** A line for each kind; in each cell what was lost of so many, and after one more event. */
export function toTrackerTable(courses: readonly TrackerCourse[]): string {
  const head = ['kind', ...SENDERS]
  const lines = [...Map.groupBy(courses, ({ course }) => course.fault.kind.name)].map(
    ([name, ofKind]) => [name].concat(SENDERS.map((sender) => toCell(ofKind, sender))),
  )
  const sum = ['**all**', ...SENDERS.map((sender) => toCell(courses, sender))]
  return [head, head.map(() => '---'), ...lines, sum]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

/** As `20 of 20, then 3 (+12)`: lost, lost after one more event, copies on the wire. */
function toCell(courses: readonly TrackerCourse[], sender: string): string {
  const own = courses.filter((one) => one.sender === sender).map(({ course }) => course)
  const sum = (figure: (course: TrackerCourse['course']) => number): number =>
    own.reduce((total, course) => total + figure(course), 0)
  const failed = own.find(({ problem }) => problem !== undefined)
  if (own.length === 1 && failed) return 'not run'
  const lost = sum(({ lostBeforeNudge }) => lostBeforeNudge)
  const then = sum(({ lostAtGate }) => lostAtGate)
  const copies = sum((course) => course.copies)
  const of = own.length > 1 ? ` of ${sum(({ tracked }) => tracked.length)}` : ''
  const extra = copies > 0 ? ` (+${copies})` : ''
  return lost === 0 ? `0${of}${extra}` : `${lost}${of}, then ${then}${extra}`
}
