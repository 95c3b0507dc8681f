import type { Tier } from '@firstwin/schema'

/** Everything the screen says, in one language. Numbers and times come formatted. */
export interface Words {
  readonly locale: 'en' | 'ja'
  readonly title: string
  readonly language: string
  readonly journey: string
  readonly subtitle: (customers: number) => string
  readonly live: { readonly on: string; readonly off: string }
  readonly tiers: Readonly<Record<Tier, TierWords>>
  readonly range: (range: string) => string
  readonly rangeFrom: (from: string) => string
  readonly fewPeople: string
  readonly open: (customers: number) => string
  readonly chart: Readonly<
    Record<'share' | 'time' | 'band' | 'half' | 'reached' | 'stillOpen' | 'one', string>
  >
  readonly table: Readonly<
    Record<
      | 'people'
      | 'customer'
      | 'time'
      | 'state'
      | 'device'
      | 'stops'
      | 'stop'
      | 'count'
      | 'share'
      | 'between',
      string
    >
  > & { readonly soFar: (time: string) => string }
  /** Somebody without a name who never signed in. */
  readonly unnamed: (id: string) => string
  readonly path: Readonly<
    Record<'question' | 'allIn' | 'nobody' | 'start' | 'end' | 'untitled', string>
  > & {
    readonly loss: (stop: string) => string
    /** Where as many are held up at another stop. */
    readonly equalLoss: (stop: string) => string
    readonly lossCount: (customers: number) => string
    readonly took: (time: string) => string
    readonly left: (customers: number) => string
  }
  readonly wins: {
    readonly question: string
    readonly empty: string
    readonly after: (time: string) => string
  }
  readonly empty: Readonly<Record<'title' | 'body' | 'fillIn' | 'copy' | 'copied', string>>
  readonly signIn: Readonly<Record<'title' | 'label' | 'hint' | 'button', string>>
  readonly failed: Readonly<Record<'title' | 'body' | 'retry', string>>
  readonly loading: string
  /** What the collector refuses for, by its code. */
  readonly problems: Readonly<Record<string, string>>
}

/** The number of the answer stands before these. */
export interface TierWords {
  readonly name: string
  readonly question: string
  /** After the median: "6 min". */
  readonly half: string
  /** After the only time there is. */
  readonly one: string
  /** After how many, while they are fewer than half: "3". */
  readonly some: (started: number) => string
  readonly none: string
}
