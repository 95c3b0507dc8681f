import { checkJourney, formatIssue } from '@firstwin/schema'
import type { TellCode } from '../tell.ts'
import { messages } from './messages.ts'

/** What the development chunk does: explains a code to the developer, in the console. */
export type Explain = (code: TellCode, detail?: unknown) => void

/** How long a developer may take to call `identify` before they are reminded. */
const IDENTIFY_WAIT_MS = 5000

export const explain: Explain = (code, detail) => {
  const source = isChecked(detail) ? detail.source : undefined
  if (code === 'journey-checked') {
    if (isChecked(detail) && detail.userId) remind(detail.userId)
  } else {
    const details = detail === undefined || source !== undefined ? [] : [detail]
    console.warn(`[firstwin] ${messages[code]} (${code})`, ...details)
  }
  if (source !== undefined) explainJourney(source)
}

interface Checked {
  source: string
  userId?: () => string | undefined
}

/** Checks a journey as its author would want it checked, and prints what was found. */
function explainJourney(source: string): void {
  for (const issue of checkJourney(source).issues) {
    const line = `[firstwin] ${formatIssue(issue, 'journey')}`
    if (issue.severity === 'error') console.error(line)
    else console.warn(line)
  }
}

/** Without `identify` nobody is in an audience: the most common reason why nothing is shown. */
function remind(userId: () => string | undefined): void {
  setTimeout(() => {
    if (userId() === undefined) explain('identify-missing')
  }, IDENTIFY_WAIT_MS)
}

function isChecked(detail: unknown): detail is Checked {
  return typeof detail === 'object' && detail !== null && 'source' in detail
}
