import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { dated, linesOf } from '../../../test/dated.ts'
import { tempFile } from '../../../test/temp-file.fixture.ts'
import { START, started, win, WRITE_KEY } from '../../../test/wire.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { createSqliteStore } from './sqlite-store.ts'

/** What was in a file of the first form: an event of a user and one of a device, and all else. */
function fillFirstForm(database: DatabaseSync): void {
  const anonymous = started({ device: 'd1' })
  const known = win('w', 'aha', { user: 'u1', device: 'd1' })
  const insert = database.prepare('INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?,?,?,?)')
  const rest = [START, START, START, START]
  for (const event of [anonymous, known]) {
    const who = 'userId' in event ? 'u1' : null
    const head = [WRITE_KEY, event.messageId, 'track', event.event, 'mail-tool', who, 'd1']
    insert.run(...head, ...rest, JSON.stringify(event))
  }
  const milestone = database.prepare('INSERT INTO milestones VALUES (?,?,?,?,?,?,?,?,?,?,?)')
  const place = [WRITE_KEY, 'mail-tool', 'u:u1', 'win', '', 'w']
  milestone.run(...place, START, known.messageId, 'aha', 'first-seen', 5)
  database.prepare('INSERT INTO links VALUES (?,?,?,?)').run(WRITE_KEY, 'd1', 'u1', START)
  database
    .prepare('INSERT INTO traits VALUES (?,?,?,?,?)')
    .run(WRITE_KEY, 'u:u1', 'plan', '"pro"', 1)
  database.prepare('INSERT INTO memberships VALUES (?,?,?,?)').run(WRITE_KEY, 'u:u1', 'acme', 1)
}

/** A file as form `form` left it. The first one was written before forms had numbers. */
function fileOfForm(form: number): string {
  const file = tempFile()
  const database = new DatabaseSync(file)
  database.exec('PRAGMA journal_mode = WAL')
  database.exec(MIGRATIONS[0] ?? '')
  fillFirstForm(database)
  if (form > 0) database.exec('PRAGMA user_version = 1')
  if (form > 1) migrate(database, MIGRATIONS.slice(0, form))
  database.close()
  return file
}

function opened(file: string) {
  const store = createSqliteStore(file)
  onTestFinished(() => store.close())
  return store
}

/** Something that every form understands. */
function changeFormTo(file: string, form: number): void {
  const database = new DatabaseSync(file)
  database.exec(`PRAGMA user_version = ${form}`)
  database.close()
}

describe('a file of an earlier form', () => {
  const forms = [...MIGRATIONS.keys(), MIGRATIONS.length]

  it.each(forms)('%i has everything it had', async (form) => {
    const store = opened(fileOfForm(form))
    const evidence = await store.evidence(WRITE_KEY, 'mail-tool')
    expect(evidence.milestones).toEqual([
      {
        journey: 'mail-tool',
        actor: 'u:u1',
        kind: 'win',
        path: '',
        subject: 'w',
        at: START,
        messageId: expect.any(String),
        tier: 'aha',
        clock: 'first-seen',
        deviceTtvMs: 5,
      },
    ])
    expect([...evidence.links]).toEqual([['d1', 'u1']])
    expect([...evidence.groups]).toEqual([['u:u1', 'acme']])
    expect(evidence.traits).toEqual([{ owner: 'u:u1', name: 'plan', value: 'pro' }])
    const lines = await linesOf(store.exportPerson(WRITE_KEY, 'u1'))
    const kinds = lines.map((line): string => JSON.parse(line).kind)
    expect(kinds.filter((kind) => kind === 'event')).toHaveLength(2)
    expect(kinds.filter((kind) => kind === 'person')).toHaveLength(2)
  })

  it('knows its events again', async () => {
    const store = opened(fileOfForm(0))
    const lines = await linesOf(store.exportPerson(WRITE_KEY, 'u1'))
    const events = lines.flatMap((line): object[] => JSON.parse(line).event ?? [])
    expect(await store.append(events.map((event) => dated(event)))).toEqual([false, false])
  })

  it('is left as it was where a step fails, and gone on with later', () => {
    const file = fileOfForm(1)
    const database = new DatabaseSync(file)
    const broken = [...MIGRATIONS.slice(0, 1), 'CREATE TABLE half (a); nonsense;']
    expect(() => migrate(database, broken)).toThrow(/nonsense/)
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").all()
    expect(tables).toEqual([])
    database.close()
    expect(() => opened(file)).not.toThrow()
  })
})

describe('a file that is not ours to write', () => {
  it('of a later form is named, and stays as it is', () => {
    const file = fileOfForm(0)
    changeFormTo(file, 99)
    const before = readFileSync(file)
    expect(() => createSqliteStore(file)).toThrow(/a newer Firstwin wrote it \(form 99;.*Update/)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('of another program is named, and stays as it is', () => {
    const file = tempFile()
    const database = new DatabaseSync(file)
    database.exec('CREATE TABLE invoices (id)')
    database.close()
    const before = readFileSync(file)
    expect(() => createSqliteStore(file)).toThrow(/the database of another program/)
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})
