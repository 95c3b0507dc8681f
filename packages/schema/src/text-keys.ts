/** Everything in the format that is a text for users. A test compares it with the schemas. */
const TEXT_KEYS = new Set(['title', 'body', 'label', 'hint', 'help', 'ask', 'reason', 'decline'])

/** Whether the value at this path of a journey is a text: a string, or one for each locale. */
export function isText(path: readonly (string | number)[]): boolean {
  const key = path.at(-1)
  // A target has a role too: the one of ARIA.
  if (key === 'role') return path.at(-2) === 'signedBy'
  return typeof key === 'string' && TEXT_KEYS.has(key) && path[0] !== 'audiences'
}
