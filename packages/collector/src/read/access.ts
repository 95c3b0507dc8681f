/** What somebody may read, and on whose users they may act. */
export interface Access {
  /** The products, by their write keys. */
  readonly writeKeys: readonly string[]
  /** Whether it is who runs the collector: they may read its metrics. */
  readonly operator: boolean
  /** Whether a cookie says so, which a browser sends whoever made it ask. */
  readonly byCookie: boolean
}
