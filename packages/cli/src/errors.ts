/** Something that the reader can mend: a wrong flag, a file that is not there. Only its message is shown. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The code of an error of the system (`ENOENT`, `EACCES`); empty if it is none. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return ''
  return String(error.code)
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
