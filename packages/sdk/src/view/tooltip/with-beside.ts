import type * as beside from './beside.ts'

type Beside = typeof beside

let loaded: Beside | undefined

/**
 * Calls `use` with what keeps a panel beside its target: at once where it is there, else when it has
 * come. Where it cannot be fetched it calls `doWithout`, and the next call tries again.
 *
 * @param oops Hears of what goes wrong in these after this call.
 */
export function withBeside(
  use: (beside: Beside) => void,
  doWithout: () => void,
  oops: (error: unknown) => void = () => {},
): void {
  if (loaded) return use(loaded)
  void fetchBeside().then(use, doWithout).catch(oops)
}

export async function fetchBeside(): Promise<Beside> {
  return (loaded = await import('./beside.ts'))
}
