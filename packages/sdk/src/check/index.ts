import { checkJourney, formatIssue } from '@firstwin/schema'
import type { TellCode } from '../tell.ts'
import { messages } from './messages.ts'

/** What the development chunk offers to the core. */
export interface Explanation {
  explain: (code: TellCode, detail?: unknown) => void
  /** Checks a journey as its author would want it checked, and prints what was found. */
  explainJourney: (source: string) => void
}

export const explain: Explanation['explain'] = (code, detail) => {
  if (code === 'journey-not-json') {
    console.warn(`[firstwin] ${messages[code]}`)
    explainJourney(sourceOf(detail))
    return
  }
  console.warn(`[firstwin] ${messages[code]} (${code})`, ...(detail === undefined ? [] : [detail]))
}

export const explainJourney: Explanation['explainJourney'] = (source) => {
  for (const issue of checkJourney(source).issues) {
    const line = `[firstwin] ${formatIssue(issue, 'journey')}`
    if (issue.severity === 'error') console.error(line)
    else console.warn(line)
  }
}

function sourceOf(detail: unknown): string {
  const hasSource = typeof detail === 'object' && detail !== null && 'source' in detail
  return hasSource ? String(detail.source) : ''
}
