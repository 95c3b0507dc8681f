import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toRows } from '../test/settings-table.ts'
import { IMPORT_SETTINGS } from './import/settings.ts'
import { SERVE_SETTINGS } from './serve/settings.ts'

const FILE = new URL('../../../docs/collector.md', import.meta.url)

/** As the formatter pads it for the eye, or not. */
function plainText(): string {
  return readFileSync(FILE, 'utf8').replaceAll(/ +/g, ' ')
}

describe('docs/collector.md', () => {
  it.each(toRows(SERVE_SETTINGS))('lists the setting of serve %s', (row) => {
    expect(plainText()).toContain(row)
  })

  it.each(toRows(IMPORT_SETTINGS.slice(0, 7)))('lists the setting of import %s', (row) => {
    expect(plainText()).toContain(row)
  })
})
