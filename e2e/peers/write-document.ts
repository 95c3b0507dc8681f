import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { ROOT } from '../../scripts/prepare/root.js'
import { run } from '../../scripts/prepare/run.js'
import { TITLES, toDocument } from './to-document.ts'

const DOCUMENT = join(ROOT, 'docs/peers.md')

/** Writes docs/peers.md after a whole run; after a part of one it leaves it as it is. */
class WriteDocument implements Reporter {
  readonly #verdicts = new Map<string, string>()
  #browser = 'Chromium'

  onTestEnd({ title }: TestCase, { annotations }: TestResult): void {
    for (const { type, description = '' } of annotations) {
      if (type === 'verdict') this.#verdicts.set(title, description)
      if (type === 'browser') this.#browser = description
    }
  }

  async onEnd(): Promise<void> {
    const missing = TITLES.filter((title) => !this.#verdicts.has(title))
    if (missing.length > 0) {
      process.stdout.write(`docs/peers.md stays as it is: ${missing.length} cases were not run.\n`)
      return
    }
    const day = new Date().toISOString().slice(0, 10)
    writeFileSync(DOCUMENT, toDocument(this.#verdicts, day, this.#browser))
    await run('oxfmt', [DOCUMENT])
    process.stdout.write(`Wrote ${DOCUMENT}\n`)
  }
}

// oxlint-disable-next-line import/no-default-export -- the test runner asks for it
export default WriteDocument
