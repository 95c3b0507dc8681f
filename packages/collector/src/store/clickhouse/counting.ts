import { literal } from './literal.ts'
import { tableName, type Place } from './schema.ts'
import type { Fact } from './to-facts.ts'

export interface Counting {
  readonly writeKey: string
  readonly kind: Fact['kind']
  readonly journey?: string
  /** Also what bots did. */
  readonly bots: boolean
  /** Of which owners: one more condition, beginning with `AND`. */
  readonly where?: string
}

/**
 * The facts of a kind that count, as a question. Rows that are not merged yet count as if they were.
 * Where a bot and somebody said something of the same name, the latter comes last, and counts.
 */
export function counting(place: Place, asked: Counting): string {
  const { writeKey, kind, journey = '', bots, where = '' } = asked
  return `SELECT owner, name, bot, tie, value FROM ${tableName(place, 'facts')}
    WHERE write_key = ${literal(writeKey)} AND kind = ${literal(kind)}
      AND journey = ${literal(journey)} ${bots ? '' : 'AND bot = 0'} ${where}
    ORDER BY owner, name, bot DESC, rank DESC, tie ${kind === 'group' ? 'DESC' : ''}
    LIMIT 1 BY owner, name, bot`
}

/** Each device with its `user`, as a question. */
export function linksOf(
  place: Place,
  { writeKey, bots, where = '' }: Pick<Counting, 'writeKey' | 'bots' | 'where'>,
): string {
  return `SELECT owner, tie AS user FROM ${tableName(place, 'facts')}
    WHERE write_key = ${literal(writeKey)} AND kind = 'link' AND journey = ''
      ${bots ? '' : 'AND bot = 0'} ${where}
    ORDER BY owner, bot, rank DESC, tie LIMIT 1 BY owner`
}
