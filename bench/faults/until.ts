import { setTimeout as delay } from 'node:timers/promises'

const LOOK_MS = 50
/** So that a run ends: far above what anything takes, on a machine that does much else too. */
export const PATIENCE_MS = 120_000

/** Resolves with whether it came true within the limit. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  limitMs: number,
): Promise<boolean> {
  const end = performance.now() + limitMs
  while (!(await holds())) {
    if (performance.now() > end) return false
    await delay(LOOK_MS)
  }
  return true
}

/** @throws {Error} If it did not come true within the limit. */
export async function untilSure(
  what: string,
  holds: () => boolean | Promise<boolean>,
  limitMs = PATIENCE_MS,
): Promise<void> {
  if (!(await until(holds, limitMs))) throw new Error(`waited ${limitMs} ms in vain for: ${what}`)
}
