import { existsSync, readFileSync } from 'node:fs'

/** Lines of a reason that are worth repeating: what was expected, what came, and where. */
const MOST_LINES = 14
/** The colours of terminals. */
// oxlint-disable-next-line no-control-regex
const COLOURS = /\u001B\[[\d;]*m/g

/**
 * What failed in the report that a runner wrote, and why, shortly: logs of whole runs are long, and
 * whoever reads one often has its end only.
 * @param {string} file
 * @returns {string[]}
 */
export function readFailures(file) {
  return existsSync(file) ? toFailures(JSON.parse(readFileSync(file, 'utf8'))) : []
}

/**
 * Understands the JSON of vitest (as jest's) and of Playwright.
 * @param {any} report
 * @returns {string[]}
 */
export function toFailures(report) {
  return report.suites ? ofPlaywright(report.suites) : ofVitest(report.testResults ?? [])
}

/** @param {any[]} suites @returns {string[]} */
function ofPlaywright(suites) {
  return suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...specs.flatMap((/** @type {any} */ spec) => failedTests(spec)),
    ...ofPlaywright(inner),
  ])
}

/** @param {any} spec @returns {string[]} */
function failedTests({ title, file, line, tests }) {
  return tests
    .filter((/** @type {any} */ { status }) => status === 'unexpected')
    .map((/** @type {any} */ { projectName, results }) =>
      toText(`[${projectName}] ${file}:${line} ${title}`, results.at(-1)?.error?.message),
    )
}

/** @param {any[]} files @returns {string[]} */
function ofVitest(files) {
  return files.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter((/** @type {any} */ { status }) => status === 'failed')
    if (failed.length === 0) return message ? [toText(name, message)] : []
    return failed.map((/** @type {any} */ { fullName, failureMessages }) =>
      toText(`${name} ${fullName}`, failureMessages[0]),
    )
  })
}

/** @param {string} title @param {string} [reason] */
function toText(title, reason = 'no reason was given') {
  const lines = reason.replace(COLOURS, '').trimEnd().split('\n')
  return [`Failed: ${title}`, ...lines.slice(0, MOST_LINES).map((line) => `    ${line}`)].join('\n')
}
