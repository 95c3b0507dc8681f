import type { Checks } from './checks.ts'
import type { Turn } from './turn.ts'

/** One thing that speaks for, or against, showing something. */
export interface Check {
  /** `audience`, `when`, `when.all[0]`, `seen`, `busy`, `cap`, `gap` … */
  check: string
  wanted: unknown
  found: unknown
  ok: boolean
}

/** What a check of a table looks for and finds, and what it is made of. */
export interface Detail {
  wanted: unknown
  found: unknown
  parts?: readonly Check[]
}

/** Asks a table of checks all of its questions, and puts to each answer what it was judged by. */
export function explainChecks<Thing>(
  turn: Turn,
  checks: Checks<Thing>,
  { thing, details }: { thing: Thing; details: Readonly<Record<string, Detail>> },
): Check[] {
  return Object.entries(checks).flatMap(([check, isOk]) => {
    const { wanted = true, found, parts = [] } = details[check] ?? {}
    const ok = isOk(turn, thing)
    const own = { check, wanted, found: check in details ? found : ok, ok }
    return [own].concat(parts)
  })
}
