import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from '../prepare/fingerprint.js'
import { CACHE, NODE, ROOT } from '../prepare/root.js'
import { run } from '../prepare/run.js'
import { step } from '../prepare/step.js'
import { Stop } from '../prepare/stop.js'
import { PARTS } from './parts.js'

/**
 * Builds the named parts that are missing or older than their sources.
 * @param {readonly string[]} names of PARTS; those that are current are passed over in silence
 * @param {{ force?: boolean }} [options] `force`: builds the current ones too
 * @throws {Stop} If a build fails, with what it said.
 */
export async function buildParts(names, { force = false } = {}) {
  for (const part of PARTS.filter(({ name }) => names.includes(name))) {
    const print = fingerprint(ROOT, part.sources)
    if (!force && isCurrent(part, print)) continue
    const { code, output } = await step(`Building ${part.label}`, () => build(part))
    if (code !== 0) throw new Stop(`Building ${part.label} failed:\n\n${output.trim()}`)
    mkdirSync(CACHE, { recursive: true })
    writeFileSync(stampOf(part), print)
  }
}

/** @param {import('./parts.js').Part} part */
function build(part) {
  return run(NODE, ['--conditions=@firstwin/source', ...part.command])
}

/**
 * The print is taken before the build, so a file that is edited meanwhile makes it out of date.
 * @param {import('./parts.js').Part} part
 * @param {string} print
 */
function isCurrent(part, print) {
  const stamp = stampOf(part)
  return (
    existsSync(join(ROOT, part.result)) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === print
  )
}

/** @param {import('./parts.js').Part} part */
function stampOf(part) {
  return join(CACHE, `${part.name}.stamp`)
}
