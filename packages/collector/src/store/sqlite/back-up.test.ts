import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { dated } from '../../../test/dated.ts'
import { tempFolder } from '../../../test/temp-file.fixture.ts'
import { started, WRITE_KEY } from '../../../test/wire.ts'
import { backUpSqlite } from './back-up.ts'
import { createSqliteStore } from './sqlite-store.ts'

function place() {
  const folder = tempFolder()
  return { file: join(folder, 'events.db'), target: join(folder, 'copy.db') }
}

async function usersIn(file: string): Promise<Set<string>> {
  const store = createSqliteStore(file)
  onTestFinished(() => store.close())
  const { milestones } = await store.evidence(WRITE_KEY, 'mail-tool')
  return new Set(milestones.map(({ actor }) => actor.slice(2)))
}

describe('a backup', () => {
  it('of a file that is being written has all that was accepted before it', async () => {
    const { file, target } = place()
    const store = createSqliteStore(file)
    onTestFinished(() => store.close())
    const accepted: string[] = []
    const write = async (): Promise<void> => {
      const users = Array.from({ length: 20 }, (_, index) => `u${accepted.length + index}`)
      await store.append(users.map((user) => dated(started({ user }))))
      accepted.push(...users)
    }
    for (let times = 0; times < 100; times += 1) await write()
    const before = [...accepted]
    const progress = { done: false }
    const backup = backUpSqlite(file, target).finally(() => {
      progress.done = true
    })
    while (!progress.done) await write()
    expect((await backup).bytes).toBeGreaterThan(0)

    const copied = await usersIn(target)
    expect(before.filter((user) => !copied.has(user))).toEqual([])
    expect(statSync(target).mode & 0o777).toBe(0o600)
    expect(copied.size % 20).toBe(0)
    const database = new DatabaseSync(target)
    expect(database.prepare('PRAGMA integrity_check').get()?.['integrity_check']).toBe('ok')
    database.close()
    expect((await usersIn(file)).size).toBe(accepted.length)
  }, 60_000)

  it('overwrites nothing', async () => {
    const { file, target } = place()
    await createSqliteStore(file).close()
    writeFileSync(target, 'mine')
    await expect(backUpSqlite(file, target)).rejects.toThrow(/exists already/)
  })

  it('of nothing is refused', async () => {
    const { file, target } = place()
    await expect(backUpSqlite(file, target)).rejects.toThrow(/There is no file/)
    expect(existsSync(file)).toBe(false)
  })

  it('of something else leaves nothing behind', async () => {
    const { file, target } = place()
    writeFileSync(file, 'a text of somebody, and no database at all'.repeat(30))
    await expect(backUpSqlite(file, target)).rejects.toThrow(/not a database/)
    expect([existsSync(target), existsSync(`${target}.unfinished`)]).toEqual([false, false])
  })
})
