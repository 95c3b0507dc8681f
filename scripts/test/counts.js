import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
export const NONE = { passed: 0, failed: 0, skipped: 0 }

/**
 * Counts a check that is one thing: it holds or not.
 * @param {boolean} holds
 * @returns {Counts}
 */
export function one(holds) {
  return { ...NONE, [holds ? 'passed' : 'failed']: 1 }
}

/**
 * @param {Counts} a
 * @param {Counts} b
 * @returns {Counts}
 */
export function add(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  }
}

/**
 * The counts in what a runner wrote. A runner that failed without a failed test (it could not start,
 * or a file could not be loaded) counts as one that failed.
 * @param {string} file
 * @param {number} code of the runner's end
 * @returns {Counts}
 */
export function readCounts(file, code) {
  const counts = existsSync(file) ? toCounts(JSON.parse(readFileSync(file, 'utf8'))) : NONE
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/**
 * Understands the JSON of vitest (as jest's) and of Playwright.
 * @param {any} report
 * @returns {Counts}
 */
export function toCounts(report) {
  if (report.stats) {
    const { expected, flaky, unexpected, skipped } = report.stats
    return { passed: expected + flaky, failed: unexpected, skipped }
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * The counts in the last line of what a run wrote, as `toLine` writes it. A run that failed without
 * one counts as one that failed.
 * @param {string} output
 * @param {number} code of the run's end
 * @returns {Counts}
 */
export function readLastLine(output, code) {
  const line = output.trimEnd().split('\n').at(-1) ?? ''
  /** @param {string} what */
  const count = (what) => Number(new RegExp(`(\\d+) ${what}`).exec(line)?.[1] ?? 0)
  const counts = { passed: count('passed'), failed: count('failed'), skipped: count('skipped') }
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/**
 * The last line of a run, which other programs read.
 * @param {Counts} counts
 */
export function toLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
