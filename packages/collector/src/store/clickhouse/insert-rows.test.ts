import { describe, expect, it } from 'vitest'
import { ClickHouseError, type Question } from './client.ts'
import { dialectOf } from './dialect.ts'
import { createInsertRows } from './insert-rows.ts'

const ROWS = { table: 'facts', columns: ['owner'], rows: [{ owner: 'half \ud800' }] } as const
const UNREACHABLE = new ClickHouseError('no answer', {})
const QUORUM_UNCERTAIN = new ClickHouseError('unknown', { code: 319 })
const WRONG = new ClickHouseError('syntax', { code: 62 })

/** Inserts into servers that fail so often, each time with the next of these errors. */
function inserting(
  errors: readonly ClickHouseError[],
  { version = '26.7.2.1', quorum = 1, cluster = 'main' } = {},
) {
  const asked: Question[] = []
  const pauses: number[] = []
  const insert = createInsertRows({
    client: {
      run: async (question) => {
        const error = errors[asked.length]
        asked.push(question)
        if (error) throw error
        return ''
      },
      insist: async () => '',
      rows: async () => [],
    },
    place: { database: 'db', cluster, dialect: dialectOf(version) },
    quorum,
    sleep: async (ms) => pauses.push(ms),
    random: () => 0.5,
  })
  return { asked, pauses, settings: () => asked.map(({ settings }) => settings ?? {}), insert }
}

describe('createInsertRows', () => {
  it('sends one line of JSON for each row, readable for servers whatever is in it', async () => {
    const { asked, insert } = inserting([])
    await insert(ROWS)
    expect(asked[0]?.sql).toBe('INSERT INTO `db`.facts (owner) FORMAT JSONEachRow')
    expect(asked[0]?.body).toBe('{"owner":"half \ufffd"}')
  })

  it('sends nothing where there is nothing', async () => {
    const { asked, insert } = inserting([])
    await insert({ ...ROWS, rows: [] })
    expect(asked).toEqual([])
  })

  it('tries again what passes, with longer and longer pauses', async () => {
    const { pauses, insert } = inserting([UNREACHABLE, UNREACHABLE, UNREACHABLE])
    await insert(ROWS)
    expect(pauses).toEqual([100, 200, 400])
  })

  it('gives up after five tries', async () => {
    const { asked, insert } = inserting(Array.from({ length: 9 }, () => UNREACHABLE))
    await expect(insert(ROWS)).rejects.toThrow('no answer')
    expect(asked).toHaveLength(5)
  })

  it('does not try again what cannot pass', async () => {
    const { asked, insert } = inserting([WRONG])
    await expect(insert(ROWS)).rejects.toThrow('syntax')
    expect(asked).toHaveLength(1)
  })

  it('names a repeated insert by the same token, so that it is known', async () => {
    const { settings, insert } = inserting([UNREACHABLE])
    await insert(ROWS)
    const [first, second] = settings().map((one) => one['insert_deduplication_token'])
    expect(first).toMatch(/^[\da-f]{64}$/)
    expect(second).toBe(first)
  })

  it('writes anew where a quorum is uncertain: the replica that has it would say yes alone', async () => {
    const { settings, insert } = inserting([QUORUM_UNCERTAIN], { quorum: 2 })
    await insert(ROWS)
    const [first, second] = settings()
    expect(first).toMatchObject({ insert_quorum: 2 })
    expect(first).not.toHaveProperty('insert_deduplicate')
    expect(second).toMatchObject({ insert_quorum: 2, insert_deduplicate: 0 })
    expect(second).not.toHaveProperty('insert_deduplication_token')
  })

  it('asks old servers for nothing that they do not know', async () => {
    const { settings, insert } = inserting([], { version: '18.16.1', quorum: 2 })
    await insert(ROWS)
    expect(Object.keys(settings()[0] ?? {})).toEqual([
      'insert_distributed_sync',
      'insert_quorum',
      'insert_quorum_timeout',
    ])
  })
})
