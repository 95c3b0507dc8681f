import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Writes `integrity.json` beside the built scripts: for each, by its name, what a page pins it with,
 * `sha384-…` as in `<script integrity>`. Run last: any later change would be refused by browsers.
 */
export function writeIntegrity(dir: string): void {
  const names = readdirSync(dir).filter((name) => name.endsWith('.js'))
  const hashes = names.toSorted().map((name) => {
    const hash = createHash('sha384')
      .update(readFileSync(join(dir, name)))
      .digest('base64')
    return [name, `sha384-${hash}`] as const
  })
  writeFileSync(
    join(dir, 'integrity.json'),
    `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`,
  )
}
