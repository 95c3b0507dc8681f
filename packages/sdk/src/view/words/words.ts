/** Our own words in a step, which is often the first thing that is shown. */
export interface StepWords {
  /** The language that they are in: not always that of what stands around them. */
  lang: string
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
  /** Rules of type that the language asks for. */
  css: string
}

/** All our own words: what a journey does not say. */
export interface Words extends StepWords {
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
  /** Said when the last answer of a survey was taken. */
  thanks: string
}
