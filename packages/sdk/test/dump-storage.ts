/** For tests: every key and text that this origin keeps, of the device and of the tab. */
export function dumpStorage(): Readonly<Record<string, string>> {
  return { ...entries(localStorage), ...entries(sessionStorage) }
}

/** For tests: the texts of the keys that match. */
export function storedUnder(prefix: string): string[] {
  return Object.entries(dumpStorage())
    .filter(([key]) => key.startsWith(prefix))
    .map(([, text]) => text)
}

function entries(storage: Storage): Record<string, string> {
  return Object.fromEntries(Object.entries(storage).map(([key, text]) => [key, String(text)]))
}
