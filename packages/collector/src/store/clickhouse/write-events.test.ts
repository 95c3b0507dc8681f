import { describe, expect, it } from 'vitest'
import { dated } from '../../../test/dated.ts'
import { started, WRITE_KEY } from '../../../test/wire.ts'
import { dialectOf } from './dialect.ts'
import type { Row } from './row.ts'
import { writeEvents } from './write-events.ts'

interface Found {
  /** Ids that the database has. */
  stored?: readonly string[]
  /** Who has been erased, at the first look and at the second. */
  erased?: readonly (readonly string[])[]
}

/** A database that has these, and takes note of what is done. */
function writing({ stored = [], erased = [] }: Found = {}) {
  const done: string[] = []
  let looks = 0
  async function rows(sql: string): Promise<Row[]> {
    if (sql.includes('message_id')) {
      return stored.map((id) => ({ write_key: WRITE_KEY, message_id: id }))
    }
    looks += 1
    return (erased[looks - 1] ?? []).map((owner) => ({ owner: `digest of ${owner}` }))
  }
  const writer = {
    client: { rows, run: async () => '', insist: async () => '' },
    place: { database: 'db', cluster: undefined, dialect: dialectOf('26.7') },
    toDigest: (_: string, actor: string) => `digest of ${actor}`,
    insert: async ({ table, rows: some }: { table: string; rows: readonly object[] }) => {
      done.push(`${some.length} ${table}`)
    },
    eraseOwners: async (_: string, owners: readonly string[]) => {
      done.push(`erase ${owners.join(', ')}`)
    },
  }
  return { done, writer }
}

describe('writeEvents', () => {
  const [one, other] = [dated(started({ user: 'u1' })), dated(started({ user: 'u2' }))]

  it('writes the facts before the events', async () => {
    const { done, writer } = writing()
    expect(await writeEvents(writer, [one, other])).toEqual([true, true])
    // Of each: that it started, and that something was heard of it.
    expect(done).toEqual(['4 facts', '2 events'])
  })

  it('writes an event again that is stored, but derives nothing from the copy', async () => {
    const { done, writer } = writing({ stored: [one.event.messageId] })
    expect(await writeEvents(writer, [one, other])).toEqual([false, true])
    expect(done).toEqual(['2 facts', '2 events'])
  })

  it('drops what comes of somebody who was erased', async () => {
    const { done, writer } = writing({ erased: [['u:u1'], ['u:u1']] })
    expect(await writeEvents(writer, [one, other])).toEqual([false, true])
    expect(done).toEqual(['2 facts', '1 events'])
  })

  it('erases again who was erased while it wrote', async () => {
    const { done, writer } = writing({ erased: [[], ['u:u1']] })
    expect(await writeEvents(writer, [one, other])).toEqual([false, true])
    expect(done).toEqual(['4 facts', '2 events', 'erase u:u1'])
  })
})
