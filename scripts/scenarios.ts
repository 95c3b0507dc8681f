import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './prepare/root.js'
import { run } from './prepare/run.js'
import { Stop, runMain } from './prepare/stop.js'
import { readRuns } from './scenarios/read-runs.ts'
import { missingIds, rowNames, toDocument } from './scenarios/to-table.ts'

const DOCUMENT = join(ROOT, 'docs/scenarios.md')
const INTRO = `# Scenarios, engine by engine

Each row is a test of [e2e/hostile](../e2e/hostile), run on the built script tag in three engines.
“has no …” means that the engine has not got the feature that the scenario is about; “not tried” that
what drives the engine cannot do it; “–” that the last run left it out. WebKit is WebKitGTK where the test tool has no browser of its own.
No screen reader was used. This file is written by \`npm run scenarios\`.`

/**
 * `npm run scenarios`: runs the hostile scenarios in all engines and writes docs/scenarios.md.
 * With a folder of reports it runs nothing and checks that the document has the rows of those, or
 * writes it from them with `--write`.
 */
async function main(): Promise<void> {
  const [given, write] = process.argv.slice(2)
  const runs = readRuns(given ?? (await runAll()))
  const missing = missingIds(runs)
  if (missing.length > 0) throw new Stop(`No test is named after: ${missing.join(', ')}`)
  if (given === undefined || write === '--write') {
    writeFileSync(DOCUMENT, toDocument(runs, INTRO))
    console.log(`Wrote ${DOCUMENT}`)
    return
  }
  const written = existsSync(DOCUMENT) ? readFileSync(DOCUMENT, 'utf8') : ''
  const unwritten = [...rowNames(runs)].filter((name) => !hasRow(written, name))
  if (unwritten.length > 0) {
    throw new Stop(`docs/scenarios.md lacks: ${unwritten.join('; ')}. Run: npm run scenarios`)
  }
}

function hasRow(written: string, name: string): boolean {
  const [, id = '', title = ''] = /^((?:pain )?\S+) (.+)$/s.exec(name) ?? []
  return written.includes(`| ${id.replace('pain ', '')} | ${title} |`)
}

async function runAll(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'firstwin-scenarios-'))
  for (const engines of [['chromium', 'firefox'], ['webkit']]) {
    const env = {
      PLAYWRIGHT_JSON_OUTPUT_FILE: join(folder, `playwright-${engines.join('-')}.json`),
      E2E_ENGINE: engines.join(','),
      SCENARIOS: 'all',
    }
    console.log(`Running in ${engines.join(' and ')} …`)
    const { code, output } = await run(
      'playwright',
      ['test', 'e2e/hostile', '--reporter=line,json'],
      { env },
    )
    if (code !== 0) console.log(output)
  }
  return folder
}

await runMain(main)
