/** Wrong options of `createClient`, or a folder that cannot be written. The only error that is thrown. */
export class ClientSetupError extends Error {
  override readonly name = 'ClientSetupError'
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The code of an error of the system (`ENOENT`, `EEXIST`); empty if it is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
