import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readCounts, readLastLine, toCounts, toLine } from './counts.js'

describe('toCounts', () => {
  it('reads vitest', () => {
    const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
    expect(toCounts(report)).toEqual({ passed: 3, failed: 1, skipped: 3 })
  })

  it('reads Playwright, where a flaky test passed in the end', () => {
    const report = { stats: { expected: 3, flaky: 1, unexpected: 2, skipped: 4 } }
    expect(toCounts(report)).toEqual({ passed: 4, failed: 2, skipped: 4 })
  })
})

describe('readCounts', () => {
  it('counts a runner that could not start as one that failed', () => {
    expect(readCounts('/nowhere.json', 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  it('counts a file that could not be loaded beside tests that passed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'counts-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'report.json')
    writeFileSync(file, '{"stats":{"expected":2,"flaky":0,"unexpected":0,"skipped":0}}')
    expect(readCounts(file, 1)).toEqual({ passed: 2, failed: 1, skipped: 0 })
    expect(readCounts(file, 0)).toEqual({ passed: 2, failed: 0, skipped: 0 })
  })
})

describe('readLastLine', () => {
  it('reads what toLine writes', () => {
    const counts = { passed: 12, failed: 2, skipped: 3 }
    expect(readLastLine(`9 passed\nmore\n${toLine(counts)}\n`, 1)).toEqual(counts)
  })

  it('counts a run that ended badly without saying so as one that failed', () => {
    expect(readLastLine('', 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(readLastLine('3 passed, 0 failed', 1)).toEqual({ passed: 3, failed: 1, skipped: 0 })
  })
})

describe('toLine', () => {
  it('names the skipped only where there are some', () => {
    expect(toLine({ passed: 2, failed: 0, skipped: 0 })).toBe('2 passed, 0 failed')
    expect(toLine({ passed: 2, failed: 1, skipped: 3 })).toBe('2 passed, 1 failed, 3 skipped')
  })
})
