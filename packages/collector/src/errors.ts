/** Wrong options, found at start-up. */
export class CollectorSetupError extends Error {
  override readonly name = 'CollectorSetupError'
}

/** The store's file cannot be opened or written. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}

/** What a caught value says of itself; where that is nothing, what its cause says, else its name. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.message !== '') return error.message
  return error.cause === undefined ? error.name : reasonOf(error.cause)
}
