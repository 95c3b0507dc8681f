/** What a text is compared with: a part of it in any case, the whole of it, or a pattern. */
export interface Wanted {
  text: string
  exact: boolean
  /** The flags of a regular expression whose source is `text`; absent where it is plain text. */
  flags?: string
}

/** One narrowing of a locator. Each looks below (or among) what the ones before have found. */
export type Part =
  | { by: 'css'; selector: string }
  | { by: 'role'; role: string; name?: Wanted; level?: number }
  | { by: 'text' | 'label' | 'placeholder' | 'hasText'; wanted: Wanted }
  | { by: 'testId'; id: string }
  /** Counted from 0; from the end where negative. */
  | { by: 'nth'; index: number }

export function toWanted(text: string | RegExp, exact = false): Wanted {
  if (typeof text === 'string') return { text, exact }
  return { text: text.source, exact, flags: text.flags }
}
