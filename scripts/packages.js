import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installScripts, looseVersions } from './packages/manifest.js'
import { packedFiles, toPatterns } from './packages/packed-files.js'
import { NODE, ROOT } from './prepare/root.js'
import { run } from './prepare/run.js'
import { Stop, runMain } from './prepare/stop.js'

/**
 * What is published, and nothing else: the files of each package are those of
 * scripts/packages/golden.txt, no package and no package that it needs runs a script when it is
 * installed, and versions are exact. `--write` makes the list anew.
 */
const PUBLISHED = ['schema', 'engine', 'collector', 'cli', 'node', 'sdk']
const GOLDEN = join(ROOT, 'scripts/packages/golden.txt')

async function main() {
  const lock = readJson('package-lock.json')
  const problems = PUBLISHED.flatMap((name) => {
    const manifest = readJson(`packages/${name}/package.json`)
    return [...installScripts(manifest, lock), ...looseVersions(manifest)]
  })
  const sections = await Promise.all(PUBLISHED.map(listFiles))
  const found = `${sections.join('\n\n')}\n`
  if (process.argv.includes('--write')) writeFileSync(GOLDEN, found)
  if (found !== readFileSync(GOLDEN, 'utf8')) {
    problems.push(`What would be published is not scripts/packages/golden.txt:\n\n${found}`)
  }
  if (problems.length > 0) throw new Stop(problems.join('\n'))
  console.log('What is published is what is meant to be.')
}

/** @param {string} name */
async function listFiles(name) {
  const folder = join(ROOT, 'packages', name)
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts', folder]
  const { code, output } = await run('npm', args, { env: { NODE } })
  if (code !== 0) throw new Stop(`npm pack of ${name} failed:\n${output}`)
  const files = packedFiles(output)
  return [`${name}:`, ...toPatterns(files).map((pattern) => `  ${pattern}`)].join('\n')
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(join(ROOT, file), 'utf8'))
}

await runMain(main)
