import type { Severity } from './journey-issue.ts'

/** Keys and indexes from the top of the journey. */
export type Path = readonly (string | number)[]

/** More issues than anybody reads. Each one takes time to explain and to place. */
export const MAX_ISSUES = 200

/** An issue before it has its line and column. */
export interface Problem {
  severity: Severity
  code: string
  path: Path
  /** Where the author looks: at the key or (by default) at the value. */
  at?: 'key' | 'value'
  /** The offset in the text, where a path does not tell: of two keys with one name. */
  offset?: number
  message: string
  suggestion?: string | undefined
}

/** `wins[2].when.event`; keys with unusual characters in brackets and quotes. */
export function writePath(path: Path): string {
  let written = ''
  for (const part of path) {
    if (typeof part === 'number') written += `[${part}]`
    else if (!/^[\w$-]+$/.test(part)) written += `[${JSON.stringify(part)}]`
    else written += written ? `.${part}` : part
  }
  return written
}
