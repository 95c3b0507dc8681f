import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createSqliteStore, type DatedEvent } from '@firstwin/collector'
import { describe, expect, it } from 'vitest'
import { createTerminal, NOW } from '../../test/run-cli.ts'

const WRITE_KEY = 'pk_test'
const CANARY = 'canary-4711'

function happened(userId: string, number: number): DatedEvent {
  const messageId = `019aa000-0000-7000-8000-00000000000${number}`
  const timestamp = '2026-11-22T02:00:00Z'
  const properties = { text: CANARY }
  const event = { type: 'track', event: 'paid', messageId, userId, timestamp, properties } as const
  return { writeKey: WRITE_KEY, event, at: NOW, sentAt: NOW, receivedAt: NOW, bot: false }
}

/** A terminal in a folder whose store knows two users. The collector is still running on it. */
async function createShop() {
  const terminal = createTerminal({ env: { FIRSTWIN_KEY: WRITE_KEY } })
  mkdirSync(terminal.file('firstwin-data'))
  const file = terminal.file('firstwin-data/events.sqlite')
  const store = createSqliteStore(file)
  await store.append([happened('ann', 1), happened('ben', 2)])
  return { ...terminal, store, storeFile: file }
}

describe('backup', () => {
  it('copies what is committed, while the collector runs, for its owner only', async () => {
    const { run, file } = await createShop()
    expect(await run('backup', 'copy.sqlite')).toBe(0)
    const copy = createSqliteStore(file('copy.sqlite'))
    const lines = await Array.fromAsync(copy.exportPerson(WRITE_KEY, 'ann'))
    await copy.close()
    expect(lines.join()).toContain(CANARY)
    expect(statSync(file('copy.sqlite')).mode & 0o777).toBe(0o600)
  })

  it('writes over nothing', async () => {
    const { run, file, complained } = await createShop()
    writeFileSync(file('copy.sqlite'), 'precious')
    expect(await run('backup', 'copy.sqlite')).toBe(1)
    expect(readFileSync(file('copy.sqlite'), 'utf8')).toBe('precious')
    expect(complained.join()).toContain('exists already')
  })

  it('leaves no file behind where there is no store', async () => {
    const { run, file, complained } = createTerminal()
    expect(await run('backup', 'copy.sqlite')).toBe(2)
    expect(existsSync(file('copy.sqlite'))).toBe(false)
    expect(complained.join()).toContain('--data')
  })
})

describe('ClickHouse', () => {
  it('is not copied by backup, which says what does that', async () => {
    const { run, complained } = createTerminal()
    expect(await run('backup', 'copy', '--store', 'clickhouse://u:tiger@db/firstwin')).toBe(2)
    expect(complained.join()).toContain('BACKUP DATABASE')
    expect(complained.join()).not.toContain('tiger')
  })
})

describe('a folder without a store', () => {
  it.each([
    ['backup', 'copy.sqlite'],
    ['export-user', 'ann'],
    ['erase-user', 'ann', '--yes'],
  ])('is not made one by %s', async (...args) => {
    const { run, file, complained } = createTerminal()
    expect(await run(...args)).toBe(2)
    expect(existsSync(file('firstwin-data'))).toBe(false)
    expect(complained.join()).toContain('--data')
  })
})

describe('export-user', () => {
  it('C23 prints what is stored of this user, and of nobody else', async () => {
    const { run, printed } = await createShop()
    expect(await run('export-user', 'ann')).toBe(0)
    expect(printed.join()).toContain('"ann"')
    expect(printed.join()).not.toContain('"ben"')
  })

  it('says that it knows nobody by that id', async () => {
    const { run, complained } = await createShop()
    expect(await run('export-user', 'zoe')).toBe(1)
    expect(complained.join()).toContain('Nothing is stored of this user')
  })
})

describe('erase-user', () => {
  it('only counts without --yes', async () => {
    const { run, store } = await createShop()
    expect(await run('erase-user', 'ann')).toBe(0)
    expect(await Array.fromAsync(store.exportPerson(WRITE_KEY, 'ann'))).not.toEqual([])
  })

  it('C23 erases with --yes, beside the running collector', async () => {
    const { run, store, printed } = await createShop()
    expect(await run('erase-user', 'ann', '--yes')).toBe(0)
    expect(printed.at(-1)).toContain('Erased')
    expect(await Array.fromAsync(store.exportPerson(WRITE_KEY, 'ann'))).toEqual([])
    expect(await Array.fromAsync(store.exportPerson(WRITE_KEY, 'ben'))).not.toEqual([])
  })
})
