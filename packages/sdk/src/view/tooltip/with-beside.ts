import type * as beside from './beside.ts'

type Beside = typeof beside

let loaded: Beside | undefined

/**
 * Calls `use` with what keeps a panel beside its target: at once where it is there, else when it has
 * come. Where it cannot be fetched `use` is not called; the next call tries again.
 */
export function withBeside(use: (beside: Beside) => void): void {
  if (loaded) use(loaded)
  else void fetchBeside().then(use, () => {})
}

export async function fetchBeside(): Promise<Beside> {
  return (loaded = await import('./beside.ts'))
}
