/** Tells whoever runs the server of an error that nobody waits for. */
export function complain(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${text}\n`)
}
