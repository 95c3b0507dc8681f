import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkJourney, formatIssues } from '@firstwin/schema'
import { ROOT } from '../prepare/root.js'

const FILE = 'examples/mail-tool/public/onboarding.journey.json'

/**
 * Checks the journey of the example, as its author would want before a look at it.
 * @returns lines to print: what is wrong or not supported yet, or that all is well
 */
export function reportJourney(): string {
  const { issues } = checkJourney(readFileSync(join(ROOT, FILE), 'utf8'), { file: FILE })
  if (issues.length === 0) return `The journey has no issues: ${FILE}`
  return formatIssues(issues, FILE)
}
