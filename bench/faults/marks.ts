/**
 * A text that is in exactly one event: fault, page, number. No letter of it changes in any encoding
 * that a sender may choose, so that it can be counted in every body.
 */
export function toMark(fault: string, page: number, number: number): string {
  return `mk.${fault}.${page}.${number}.`
}

/** Each mark in a text, once. */
export function marksIn(text: string): readonly string[] {
  return [...new Set(text.match(/mk\.\w+\.\d+\.\d+\./g) ?? [])]
}
