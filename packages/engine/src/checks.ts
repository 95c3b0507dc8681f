import type { Turn } from './turn.ts'

/**
 * What speaks for showing a thing, by name. All must say yes, and they are asked in this order. The
 * tables of checks decide, and `explain` reads the same ones.
 */
export type Checks<Thing> = Readonly<Record<string, (turn: Turn, thing: Thing) => boolean>>

export function passes<Thing>(checks: Checks<Thing>, turn: Turn, thing: Thing): boolean {
  return Object.values(checks).every((check) => check(turn, thing))
}
