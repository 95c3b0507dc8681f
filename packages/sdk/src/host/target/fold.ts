/** White space folded, upper and lower case made one: how texts are compared. */
export function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}
