import type * as late from './late.ts'

export type Late = typeof late

let loaded: Late | undefined

/**
 * Calls `use` with what comes after the first picture: at once where it is there, else when it has
 * come. Where it cannot be fetched `use` is not called; the next call tries again.
 */
export function withLate(use: (late: Late) => void): void {
  if (loaded) return use(loaded)
  void fetchLate()
    .then(use)
    .catch(() => {})
}

export async function fetchLate(): Promise<Late> {
  return (loaded = await import('./late.ts'))
}
