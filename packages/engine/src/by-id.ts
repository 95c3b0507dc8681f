/** The part of a list that has the id. */
export function byId<Part extends { id: string }>(
  parts: readonly Part[],
  wanted: string,
): Part | undefined {
  return parts.find(({ id }) => id === wanted)
}
