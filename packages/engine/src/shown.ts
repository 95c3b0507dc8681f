/**
 * The one thing on screen, by id. There is never a second one: the launcher is only the checklist's
 * closed form, and no interruption.
 */
export type Shown =
  | { kind: 'step'; guide: string; step: string }
  | { kind: 'message'; message: string }
  | { kind: 'survey'; survey: string; question: string }
  | { kind: 'setup'; setup: string }
  | { kind: 'celebration'; win: string }
  | { kind: 'checklist'; praise: string | undefined }

/** What the user did to the thing that is shown. One that makes no sense now changes nothing. */
export type Action =
  /** The button that leads on: next step, "Done". */
  | { do: 'next' }
  | { do: 'back' }
  /** `later` comes back in the next session; `closed` and `escape` do not. */
  | { do: 'dismiss'; reason: 'closed' | 'later' | 'escape' }
  /** A toast or celebration that was seen and went by itself. */
  | { do: 'seen' }
  /** The one button of a celebration, a letter or a message. */
  | { do: 'follow' }
  /** The no of an offer. */
  | { do: 'decline' }
  | { do: 'answer'; answer: string | number }
  | { do: 'apply'; values: Readonly<Record<string, string | number>> }
  | { do: 'open' }
  | { do: 'close' }
  /** The button of a task in the checklist. */
  | { do: 'begin'; task: string }
