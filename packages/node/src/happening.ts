/** JSON data: what `properties` and `traits` hold. */
export type Fields = Readonly<Record<string, unknown>>

interface Common {
  /** The id of the user, as your pages give it to `identify`. */
  readonly userId: string
  /** When it happened, if that is not now. */
  readonly timestamp?: Date
  /**
   * A UUID of version 7 that stands for this happening, for jobs that may run twice: the second
   * one with it counts for nothing. Made for you if left out.
   */
  readonly messageId?: string
}

/** Something happened to the user in your product: the source of wins. */
export interface Tracked extends Common {
  readonly event: string
  readonly properties?: Fields
  /** The customer (company) that the user belongs to. */
  readonly groupId?: string
}

/** What is known of the user. */
export interface Identified extends Common {
  readonly traits?: Fields
}

/** Which customer (company) the user belongs to, and what is known of it. */
export interface Grouped extends Common {
  readonly groupId: string
  readonly traits?: Fields
}

export type Happening =
  | ({ readonly type: 'track' } & Tracked)
  | ({ readonly type: 'identify' } & Identified)
  | ({ readonly type: 'group' } & Grouped)
