/** The text with U+FFFD for halves of surrogate pairs, as it would come out of SQLite. */
export function wellFormed(text: string): string {
  return Buffer.from(text).toString()
}
