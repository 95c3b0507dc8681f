import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { dated } from '../../../test/dated.ts'
import { tempFile } from '../../../test/temp-file.fixture.ts'
import { started, WRITE_KEY } from '../../../test/wire.ts'
import { StoreError } from '../../errors.ts'
import { openDatabase } from './open-database.ts'
import { createSqliteStore, storeIn } from './sqlite-store.ts'

const PAGE_BYTES = 4096

const someone = (user: string) => dated(started({ user }))

async function usersIn(store: ReturnType<typeof createSqliteStore>): Promise<string[]> {
  const { milestones } = await store.evidence(WRITE_KEY, 'mail-tool')
  return milestones.map(({ actor }) => actor)
}

/** Appends until it fails. Says who is in, and with what it failed. */
async function fill(store: ReturnType<typeof createSqliteStore>) {
  const accepted: string[] = []
  for (;;) {
    const users = Array.from({ length: 100 }, (_, index) => `u${accepted.length + index}`)
    const problem = await store.append(users.map(someone)).catch((error: unknown) => error)
    if (problem instanceof Error) return { accepted, problem }
    accepted.push(...users)
  }
}

describe('a full disk', () => {
  it('refuses, keeps what was accepted, and goes on when there is room', async () => {
    const file = tempFile()
    const database = openDatabase(file)
    const store = storeIn(database, file)
    onTestFinished(() => store.close())
    database.exec('PRAGMA max_page_count = 100')
    const { accepted, problem } = await fill(store)
    expect(problem).toBeInstanceOf(StoreError)
    expect(problem.message).toMatch(/full.*Make room on its disk/)
    expect(await usersIn(store)).toHaveLength(accepted.length)
    database.exec('PRAGMA max_page_count = 100000')
    expect(await store.append([someone('last')])).toEqual([true])
    expect(await usersIn(store)).toHaveLength(accepted.length + 1)
    expect(database.prepare('PRAGMA integrity_check').get()?.['integrity_check']).toBe('ok')
  })

  it('is not asked again for each of those who wait', async () => {
    const file = tempFile()
    const database = openDatabase(file)
    const store = storeIn(database, file)
    onTestFinished(() => store.close())
    database.exec('PRAGMA max_page_count = 1')
    const many = Array.from({ length: 500 }, (_, index) => store.append([someone(`u${index}`)]))
    const results = await Promise.allSettled(many)
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeLessThan(500)
    database.exec('PRAGMA max_page_count = 100000')
    expect(await store.append([someone('last')])).toEqual([true])
  })
})

describe('another process that holds the file', () => {
  it('is named, and waited for by whoever sends again', async () => {
    const file = tempFile()
    const store = createSqliteStore(file)
    onTestFinished(() => store.close())
    const other = new DatabaseSync(file)
    other.exec('BEGIN IMMEDIATE')
    await expect(store.append([someone('u1')])).rejects.toThrow(/Another process holds it/)
    await expect(store.check()).rejects.toBeInstanceOf(StoreError)
    other.close()
    expect(await store.append([someone('u1')])).toEqual([true])
  }, 20_000)

  it('is named at the start, too', () => {
    const file = tempFile()
    const other = openDatabase(file)
    onTestFinished(() => other.close())
    other.exec('BEGIN IMMEDIATE')
    expect(() => createSqliteStore(file)).toThrow(/Another process holds it/)
  })

  it('may write, too: two on one file count each event once', async () => {
    const file = tempFile()
    const stores = [createSqliteStore(file), createSqliteStore(file)]
    onTestFinished(async () => void (await Promise.all(stores.map((store) => store.close()))))
    const events = Array.from({ length: 200 }, (_, index) => someone(`u${index}`))
    const answers = await Promise.all(
      stores.flatMap((store) => events.map((event) => store.append([event]))),
    )
    expect(answers.flat().filter(Boolean)).toHaveLength(events.length)
  })
})

describe('a damaged file', () => {
  it('is said to be so, and takes nothing', async () => {
    const file = tempFile()
    const first = createSqliteStore(file)
    await first.append(Array.from({ length: 300 }, (_, index) => someone(`u${index}`)))
    await first.close()
    damage(file)
    const problem = await (async () => {
      const store = createSqliteStore(file)
      onTestFinished(() => store.close())
      return store.append([someone('new')]).catch((error: unknown) => error)
    })().catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(StoreError)
    expect(String(problem)).toMatch(/malformed|damaged|not a database/)
  })
})

/** Overwrites all but the first page, which names the tables. */
function damage(file: string): void {
  const handle = openSync(file, 'r+')
  const garbage = Buffer.alloc(statSync(file).size - PAGE_BYTES, 0xa5)
  writeSync(handle, garbage, 0, garbage.length, PAGE_BYTES)
  closeSync(handle)
}
