const BETWEEN = /(<!-- sizes -->\n)[\s\S]*?(<!-- \/sizes -->)/

/**
 * The table that the README shows. In kB (1000 bytes) with one decimal, rounded up, so that the
 * README never states less than is sent.
 * @param {readonly import('./measure.js').Size[]} sizes
 */
export function toTable(sizes) {
  const rows = sizes.map(({ what, bytes }) => [
    what.endsWith('.js') ? `\`${what}\`` : what,
    `${toKb(bytes)} kB`,
  ])
  const cells = [['What', 'Brotli'], ...rows]
  const [first = 0, second = 0] = [0, 1].map((i) =>
    Math.max(...cells.map((row) => row[i]?.length ?? 0)),
  )
  const lines = cells.map(
    ([what = '', size = '']) => `| ${what.padEnd(first)} | ${size.padStart(second)} |`,
  )
  lines.splice(1, 0, `| ${'-'.repeat(first)} | ${'-'.repeat(second - 1)}: |`)
  return lines.join('\n')
}

/** @param {number} bytes */
export function toKb(bytes) {
  return (Math.ceil(bytes / 100) / 10).toFixed(1)
}

/**
 * @param {string} readme
 * @param {string} table
 * @returns {string | undefined} the README with this table between its markers; `undefined` if it
 *   has no markers
 */
export function withTable(readme, table) {
  if (!BETWEEN.test(readme)) return undefined
  return readme.replace(BETWEEN, (_, before, after) => `${before}\n${table}\n\n${after}`)
}
