import type { Condition } from '@firstwin/schema'
import { toAmount, toTargetText, toText } from '../to-text.ts'
import type { InspectWords } from './inspect-words.ts'

const FAILS: Readonly<Record<string, string>> = {
  win: 'the win that it leads to is reached',
  start: 'its condition to start does not hold',
  when: 'its condition does not hold',
  target: 'its target is not to be seen here',
  checklist: 'the checklist is folded',
  reached: 'it is not reached yet',
  celebrate: 'it has no celebration',
  recent: 'it was reached more than a day ago',
  seen: 'it has had its turn',
  dialog: 'a dialog of the page is open',
  requested: 'it comes only when asked for',
  questions: 'every question is answered',
  waiting: 'a guide under way waits for its target',
  busy: 'the user is busy',
  cap: 'this session has had all its interruptions',
  gap: 'the pause after the last one is not over',
  place: 'something else is on screen',
  first: 'another path comes first',
}

const NEEDS: Readonly<Record<string, string>> = {
  win: 'The win that it leads to is not reached',
  start: 'It starts by itself when',
  when: 'It comes when',
  target: 'Its target is to be seen',
  first: 'It is the first path that fits',
  checklist: 'The checklist is open',
  reached: 'It is reached when',
  celebrate: 'It has a celebration',
  recent: 'It was reached less than a day ago',
  seen: 'It has not had its turn',
  dialog: 'No dialog of the page is open',
  requested: 'It was asked for',
  questions: 'A question is without an answer',
  waiting: 'No guide under way waits for its target',
  busy: 'The user is not busy',
  place: 'Nothing else is on screen',
}

export const inspectEn: InspectWords = {
  lang: 'en',
  title: 'Firstwin inspector',
  open: 'Open the Firstwin inspector',
  close: 'Close the inspector',
  fold: 'Fold the inspector',
  side: 'Move to the other side',
  sections: 'Sections',
  tabs: { path: 'Path', why: 'Why', signals: 'Signals', user: 'User', act: 'Do' },
  verdicts: { shown: 'Shown', waiting: 'Waiting', not: 'Not shown' },
  onScreen: 'On screen',
  nothing: 'nothing',
  none: 'none',
  yes: 'yes',
  no: 'no',
  passed: 'Passed:',
  failed: 'Failed:',
  neutral: 'Not so:',
  now: 'now',
  waits: (step, target, route) =>
    `${step} is under way and waits: ${target ? `${target} is not to be seen on this page` : 'it cannot be shown now'}${route && `; the step belongs to ${route}`}.`,
  moved: (by) => `Clock moved by ${by}`,
  realTime: 'Real time',
  marked: 'You acted here: until you close the inspector, reports of this tab are marked.',

  path: 'Path',
  noPath: 'No path of the journey fits this user.',
  progress: (done, of) => `${done} of ${of} done`,
  task: { done: 'Done', next: 'Next', closed: 'After the one before' },
  wins: 'Wins',
  reachedAfter: (time, duration) => `${time}${duration && ` · ${duration} after the start`}`,
  missing: 'Needs',

  filter: 'Filter by name, kind or reason',
  noMatch: 'Nothing in the journey matches.',
  kinds: {
    path: 'checklist',
    win: 'celebration',
    guide: 'guide',
    setup: 'setup',
    message: 'message',
    survey: 'survey',
  },
  fails: ({ check, wanted, found }) => {
    if (check === 'audience') return `it comes only to the audience ${toText(wanted)}`
    if (check === 'start' && found === 'on-request') return 'it starts only when asked for'
    if (check === 'first' && found === undefined) return 'no path fits this user'
    return FAILS[check] ?? `${check} does not fit`
  },
  needs: ({ check, wanted }) => {
    if (check === 'audience') {
      return wanted === 'everybody' ? 'It is for everybody' : `For the audience ${toText(wanted)}`
    }
    if (check === 'cap') return `Fewer than ${toAmount(wanted)} interruptions in this session`
    if (check === 'gap') return `A pause of ${toAmount(wanted)} since the last one`
    if (check === 'target' && typeof wanted === 'string') return NEEDS['dialog'] ?? ''
    return NEEDS[check] ?? `${check}: ${toText(wanted)}`
  },
  condition: toCondition,

  pause: 'Pause',
  resume: 'Resume',
  clear: 'Clear',
  noSignals: 'Nothing was heard yet. Use the page: each signal appears here as it arrives.',
  changedNothing: 'changed nothing',
  leftScreen: 'left the screen',

  user: {
    id: 'User',
    account: 'Account',
    locale: 'Locale',
    route: 'Route',
    consent: 'Consent',
    busy: 'Busy with',
    firstSeen: 'First seen',
  },
  visitor: 'a visitor: identify() was not called',
  granted: 'granted: kept on this device',
  notGranted: 'not granted: kept in memory only',
  traits: 'Traits',
  pressure: 'Interruptions',
  interruptions: 'In this session',
  gap: 'Pause between',
  quietSince: 'Quiet since',

  clock: 'Clock',
  clockNote: 'Moves the time that conditions are judged by. Reports keep the real time.',
  nextChange: (inTime) => (inTime === undefined ? 'No change ahead' : `Next change: ${inTime}`),
  begin: 'Begin',
  steps: 'Steps',
  jump: 'Jump',
  tasks: 'Tasks',
  device: 'This device',
  reset: 'Forget this user’s progress',
  sure: 'All that this user did and reached is forgotten on this device. Go on?',
  sureYes: 'Forget it',
  cancel: 'Cancel',
  wasReset: 'Forgotten. The user starts anew.',
  copy: 'Copy everything as JSON',
  copied: 'Copied. It holds the user’s id and traits: look before you share it.',
  notCopied: 'The browser did not let us copy. Select the text and copy it.',
}

function toCondition(condition: Condition): string {
  if ('all' in condition) return 'all of these hold'
  if ('any' in condition) return 'one of these holds'
  if ('not' in condition) return 'this does not hold'
  if ('trait' in condition) {
    const { trait, is, in: some, exists, atLeast, atMost } = condition
    return [
      `trait ${trait}`,
      is !== undefined && `is ${toText(is)}`,
      some && `is one of ${toText(some)}`,
      exists !== undefined && (exists ? 'is there' : 'is not there'),
      atLeast !== undefined && `is ${atLeast} or more`,
      atMost !== undefined && `is ${atMost} or less`,
    ]
      .filter(Boolean)
      .join(' ')
  }
  if ('event' in condition) {
    const { event, atLeast = 1, within } = condition
    const often = atLeast > 1 ? ` ${atLeast} times` : ''
    return `${event} happened${often}${within ? ` within ${within}` : ''}`
  }
  if ('win' in condition) {
    const is = condition.reached === false ? 'is not reached' : 'is reached'
    return [`win ${condition.win} ${is}`, toAge(condition, 'ago')].filter(Boolean).join(' ')
  }
  if ('guide' in condition) return `guide ${condition.guide} is ${condition.is ?? 'completed'}`
  if ('route' in condition) return `the page is ${condition.route}`
  if ('target' in condition) return `${toTargetText(condition.target)} is to be seen`
  if ('since' in condition) {
    const { since } = condition
    const from = typeof since === 'object' ? `trait ${since.trait}` : since
    return toAge(condition, `since ${from}`) || `${from} has come`
  }
  if ('every' in condition) {
    return `today is the day of each ${condition.every} of trait ${condition.on.trait}`
  }
  return `the user is in the audience ${condition.audience}`
}

function toAge({ moreThan, lessThan }: Age, end: string): string {
  const parts = [moreThan && `more than ${moreThan}`, lessThan && `less than ${lessThan}`]
  const age = parts.filter(Boolean).join(' and ')
  return age && `${age} ${end}`
}

interface Age {
  moreThan?: string | undefined
  lessThan?: string | undefined
}
