import { en } from './en.ts'

/** Our own words: all that a journey does not say. */
export interface Words {
  next: string
  done: string
  back: string
  close: string
  later: string
  takeMeThere: string
  getHelp: string
  /** "2 of 3", beside the dots. */
  position: (index: number, of: number) => string
  /** Said once for screen readers when a step appears. */
  announceStep: (index: number, of: number, title: string) => string
  gettingStarted: string
  progress: (done: number, of: number) => string
  taskDone: string
  taskClosed: string
  minutes: (count: number) => string
  begin: string
  playVideo: (title: string) => string
  wellDone: string
  pathDone: string
  pathDoneBody: string
  today: string
  firstStep: string
  roadMap: string
  /** A fact about the win: "6 min after you started". */
  after: (duration: string) => string
  carryOn: string
  whatIsNext: string
  recommended: string
  choose: string
  apply: string
  applyFailed: string
  required: string
  notANumber: string
  atLeast: (min: number) => string
  atMost: (max: number) => string
  npsLow: string
  npsHigh: string
  send: string
  yourAnswer: string
  survey: string
}

/**
 * The words for a locale. English is at hand; the others are chunks of their own. A language that
 * we do not speak gets English.
 */
export function loadWords(locale: string): Words | Promise<Words> {
  if (/^ja\b/i.test(locale)) return import('./ja.ts').then(({ ja }) => ja)
  return en
}
