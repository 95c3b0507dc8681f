import { describe, expect, it } from 'vitest'
import { toKb, toTable, withTable } from './readme-table.js'

describe('toKb', () => {
  it.each([
    [7000, '7.0'],
    [7001, '7.1'],
    [99, '0.1'],
  ])('never states less than is sent: %s bytes are %s kB', (bytes, text) => {
    expect(toKb(bytes)).toBe(text)
  })
})

describe('withTable', () => {
  const table = toTable([{ what: 'a.js', bytes: 1200, limit: 2000 }])

  it('puts the table between the markers, and again without a change', () => {
    const readme = withTable('# A\n\n<!-- sizes -->\nold\n<!-- /sizes -->\n', table)
    expect(readme).toContain('| `a.js` | 1.2 kB |')
    expect(readme).not.toContain('old')
    expect(withTable(readme ?? '', table)).toBe(readme)
  })

  it('says so where there are no markers', () => {
    expect(withTable('# A', table)).toBeUndefined()
  })
})
