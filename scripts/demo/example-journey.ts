import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkJourney, formatIssues, type Check } from '@firstwin/schema'
import { ROOT } from '../prepare/root.js'

const FILE = 'examples/mail-tool/public/onboarding.journey.json'

/** The journey of the example, checked as its author would want. */
export function readExampleJourney(): Check {
  return checkJourney(readFileSync(join(ROOT, FILE), 'utf8'))
}

/** What is wrong with it or not supported yet, a line each; or that all is well. */
export function reportExampleJourney(): string {
  const { issues } = readExampleJourney()
  return issues.length === 0 ? `No issues in ${FILE}` : formatIssues(issues, FILE)
}
