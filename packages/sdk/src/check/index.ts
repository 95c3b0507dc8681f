import { checkJourney, formatIssue } from '@firstwin/schema'
import type { TellCode } from '../tell.ts'
import { messages } from './messages.ts'

/** What the development chunk does: explains a code to the developer, in the console. */
export type Explain = (code: TellCode, detail?: unknown) => void

export const explain: Explain = (code, detail) => {
  if (code === 'journey-checked') {
    explainJourney(String(detail))
    return
  }
  const source = sourceOf(detail)
  console.warn(
    `[firstwin] ${messages[code]} (${code})`,
    ...(detail === undefined || source ? [] : [detail]),
  )
  if (source) explainJourney(source)
}

/** Checks a journey as its author would want it checked, and prints what was found. */
function explainJourney(source: string): void {
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
