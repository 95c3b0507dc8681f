import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileJourney, formatIssues } from '@firstwin/schema'
import { ROOT } from '../prepare/root.js'

const EXAMPLE = join(ROOT, 'examples/mail-tool')
const FILE = 'public/onboarding.journey.json'

const result = compileJourney(readFileSync(join(EXAMPLE, FILE), 'utf8'))
if (!result.ok) throw new Error(formatIssues(result.issues, FILE))
writeFileSync(join(EXAMPLE, 'dist/onboarding.compiled.json'), JSON.stringify(result.journey))
