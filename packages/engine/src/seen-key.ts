/** The key under which a message or a survey is remembered. */
export function seenKey(kind: 'message' | 'survey', id: string): string {
  return `${kind}:${id}`
}
