import { wellFormed } from './well-formed.ts'

/**
 * A text as ClickHouse reads it in a statement. By hand, because servers before version 19 know no
 * parameters. Half of a surrogate pair becomes U+FFFD, as it does on its way into SQLite.
 *
 * @see https://clickhouse.com/docs/sql-reference/syntax#string
 */
export function literal(text: string): string {
  const escaped = wellFormed(text)
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\0', '\\0')
  return `'${escaped}'`
}

/** Several, in brackets, for `IN`. */
export function literals(texts: Iterable<string>): string {
  return `(${[...texts].map(literal).join(', ')})`
}

/** Several pairs, for `(a, b) IN`. */
export function pairs(values: Iterable<readonly [string, string]>): string {
  const all = [...values].map(([one, other]) => `(${literal(one)}, ${literal(other)})`)
  return `(${all.join(', ')})`
}
