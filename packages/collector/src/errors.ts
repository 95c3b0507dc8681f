/** Wrong options, found at start-up. */
export class CollectorSetupError extends Error {
  override readonly name = 'CollectorSetupError'
}

/** The store's file cannot be opened or written. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}

/** What a caught value says of itself. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
