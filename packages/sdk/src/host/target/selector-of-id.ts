/** Matches what the host marked with this id. */
export function selectorOfId(id: string): string {
  return `[data-firstwin="${CSS.escape(id)}"]`
}
