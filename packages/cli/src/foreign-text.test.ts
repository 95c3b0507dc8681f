import { writeFileSync } from 'node:fs'
import { createSqliteStore } from '@firstwin/collector'
import { describe, expect, it } from 'vitest'
import { createTerminal } from '../test/run-cli.ts'

/** Sets the title of the window; C1 begins a command, too; the last one turns a line around. */
const EVIL = 'ev\u001b]0;PWNED\u0007\u009b2J\u007f\u202etxt.exe'
const SHOWN = String.raw`ev\u001b]0;PWNED\u0007\u009b2J\u007f\u202etxt.exe`
const TIME = '2026-01-01T00:00:00Z'
const STEERING = /(?!\n)[\p{Cc}\u202e]/u

function createDesk(name: string, text: string) {
  const terminal = createTerminal({ env: { FIRSTWIN_KEY: 'pk_test' } })
  writeFileSync(terminal.file(name), text)
  return { ...terminal, said: () => [...terminal.printed, ...terminal.complained].join('\n') }
}

describe('text of others on the terminal', () => {
  it.each([
    ['the name of an event', `userId,event,timestamp\nann,${EVIL},${TIME}`],
    ['the name of a column', `userId,event,timestamp,${EVIL}\nann,paid,${TIME},1`],
    ['what is no type', `userId,type,event,timestamp\nann,${EVIL},paid,${TIME}`],
    ['what is no time', `userId,event,timestamp\nann,paid,${EVIL}`],
  ])('is shown, not obeyed, by import: %s', async (_, csv) => {
    const { run, said } = createDesk('past.csv', csv)
    await run('import', 'past.csv')
    expect(said()).not.toMatch(STEERING)
  })

  it('is shown in a form that says what it was', async () => {
    const { run, said } = createDesk('past.csv', `userId,event,timestamp\nann,${EVIL},${TIME}`)
    await run('import', 'past.csv')
    expect(said()).toContain(`1 × ${SHOWN}`)
  })

  it('makes no lines of its own', async () => {
    const csv = `userId,event,timestamp\nann,"paid\nRefused: 0",${TIME}`
    const { run, said } = createDesk('past.csv', csv)
    await run('import', 'past.csv')
    expect(said()).toContain(String.raw`1 × paid\u000aRefused: 0`)
  })

  it.each(['check', 'build'])('is not obeyed by %s', async (command) => {
    const { run, said } = createDesk('a.json', JSON.stringify({ format: 1, [EVIL]: 1, id: EVIL }))
    await run(command, 'a.json')
    expect(said()).not.toMatch(STEERING)
    expect(said()).toContain('PWNED')
  })

  it('is not obeyed by export-user, whose lines say the same as before', async () => {
    const row = JSON.stringify({ userId: 'ann', event: EVIL, timestamp: TIME })
    const { run, printed, said } = createDesk('past.jsonl', row)
    await run('import', 'past.jsonl', '--yes')
    printed.length = 0
    await run('export-user', 'ann')
    expect(said()).not.toMatch(STEERING)
    const things = printed.map((line): unknown => JSON.parse(line))
    expect(JSON.stringify(things)).toContain(JSON.stringify(EVIL).slice(1, -1))
  })
})

describe('a user whose id no database keeps', () => {
  it.each([
    ['jsonl', String.raw`{"userId":"n\u0000\ud800","event":"paid","timestamp":"${TIME}"}`, 'n��'],
    ['csv', `userId,event,timestamp\nn\0,paid,${TIME}`, 'n�'],
  ])('is imported from %s under one that can be exported and erased', async (form, text, id) => {
    const { run, printed, file } = createDesk(`past.${form}`, text)
    await run('import', `past.${form}`, '--yes')
    printed.length = 0
    expect(await run('export-user', id)).toBe(0)
    expect(printed.join()).toContain('paid')
    expect(await run('erase-user', id, '--yes')).toBe(0)
    const store = createSqliteStore(file('firstwin-data/events.sqlite'))
    expect(await Array.fromAsync(store.exportPerson('pk_test', id))).toEqual([])
    await store.close()
  })
})
