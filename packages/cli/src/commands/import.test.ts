import { writeFileSync } from 'node:fs'
import { createSqliteStore } from '@firstwin/collector'
import { describe, expect, it } from 'vitest'
import { createTerminal } from '../../test/run-cli.ts'

const CSV = [
  'userId,event,timestamp',
  'ann,mail.sent,2026-01-02T00:00:00Z',
  'ann,mail.sent,2026-01-01T00:00:00Z',
  'ben,mail.sent,2026-01-01T00:00:00Z',
  'ben,mail.opened,yesterday',
].join('\n')

const JOURNEY = JSON.stringify({
  format: 1,
  id: 'mails',
  locale: 'en',
  wins: [
    {
      id: 'two-sent',
      title: 'Two mails',
      tier: 'aha',
      when: { event: 'mail.sent', atLeast: 2 },
    },
  ],
})

function createDesk(csv = CSV) {
  const terminal = createTerminal({ env: { FIRSTWIN_KEY: 'pk_test' } })
  writeFileSync(terminal.file('past.csv'), csv)
  writeFileSync(terminal.file('a.journey.json'), JOURNEY)
  return {
    ...terminal,
    evidence: async () => {
      const store = createSqliteStore(terminal.file('firstwin-data/events.sqlite'))
      const found = await store.evidence('pk_test', 'mails')
      await store.close()
      return found.milestones
    },
  }
}

describe('import', () => {
  it('only tells at first: how many, of whom, from when, and what is wrong in which line', async () => {
    const { run, printed } = createDesk()
    expect(await run('import', 'past.csv')).toBe(1)
    const said = printed.join('\n')
    expect(said).toContain('Rows: 4')
    expect(said).toContain('can be imported: 3')
    expect(said).toContain('2026-01-01T00:00:00.000Z – 2026-01-02T00:00:00.000Z')
    expect(said).toContain('Users: 2')
    expect(said).toContain('(line 5)')
    expect(said).toContain('Nothing has been written.')
  })

  it('finds the wins of the past, whatever the order of the rows', async () => {
    const { run, printed } = createDesk()
    await run('import', 'past.csv', '--journey', 'a.journey.json')
    expect(printed.join('\n')).toContain('1 × two-sent')
  })

  it('writes with --yes, each win at the moment at which it was reached', async () => {
    const { run, evidence } = createDesk()
    await run('import', 'past.csv', '--journey', 'a.journey.json', '--yes')
    const wins = (await evidence()).filter(({ kind }) => kind === 'win')
    expect(wins).toMatchObject([
      { actor: 'u:ann', subject: 'two-sent', at: Date.UTC(2026, 0, 2), deviceTtvMs: 86_400_000 },
    ])
  })

  it('changes nothing the second time', async () => {
    const { run, printed, evidence } = createDesk()
    const args = ['import', 'past.csv', '--journey', 'a.journey.json', '--yes']
    await run(...args)
    const before = await evidence()
    await run(...args)
    expect(printed.at(-1)).toContain('Imported 0 events; 6 were there already.')
    expect(await evidence()).toEqual(before)
  })

  it('speaks Japanese', async () => {
    const terminal = createTerminal({ language: 'ja' })
    writeFileSync(terminal.file('past.csv'), CSV)
    await terminal.run('import', 'past.csv')
    expect(terminal.printed.join()).toContain('取り込むには --yes')
  })

  it.each([
    [['none.csv'], 'There is no file'],
    [['.', '--form', 'csv'], 'is a folder'],
    [['past.csv', '--map', 'x=y'], 'is no mapping'],
    [['past.csv', '--utc-offset', 'Tokyo'], 'write +09:00'],
    [['past.csv', '--encoding', 'klingon'], 'is not known'],
    [['past.csv', '--form', 'xlsx'], '--form csv'],
  ])('%j: says what to do instead', async (args, message) => {
    const { run, complained } = createDesk()
    expect(await run('import', ...args)).toBe(2)
    expect(complained.join()).toContain(message)
  })
})
