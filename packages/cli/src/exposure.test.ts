import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createTerminal, startServe } from '../test/run-cli.ts'

/** Nobody listens there. */
const CLOSED = 'clickhouse://127.0.0.1:1/firstwin'
const WITH_PASSWORD = CLOSED.replace('//', '//firstwin:tiger@')

describe.runIf(process.getuid)('what other users of the machine could change', () => {
  it.each([0o622, 0o602, 0o620])('CLI1 is no key: %#', async (mode) => {
    const { run, complained, file } = createTerminal()
    writeFileSync(file('key'), 'a'.repeat(32))
    chmodSync(file('key'), mode)
    expect(await run('serve', '--port', '0', '--read-key-file', 'key')).toBe(2)
    expect(complained.join('\n')).toContain('can change key. Run: chmod 600 key')
  })

  it('may be a key that the group can read', async () => {
    const { file } = createTerminal()
    writeFileSync(file('key'), 'a'.repeat(32))
    chmodSync(file('key'), 0o640)
    const { url, complained } = await startServe(['--read-key-file', file('key')])
    expect(url).not.toBe('')
    expect(complained).toEqual([])
  })

  it.each([0o777, 0o770])('is warned of where it is the data: %#', async (mode) => {
    const { file } = createTerminal()
    mkdirSync(file('data'))
    chmodSync(file('data'), mode)
    const { complained } = await startServe(['--data', file('data')])
    expect(complained).toHaveLength(1)
    expect(complained.join()).toContain(`chmod 700 ${file('data')}`)
  })

  it('is no folder that we made, with whatever command', async () => {
    const { run, file } = createTerminal({ env: { FIRSTWIN_KEY: 'pk_test' } })
    writeFileSync(file('past.csv'), 'userId,event,timestamp\nann,paid,2026-01-01T00:00:00Z')
    expect(await run('import', 'past.csv', '--yes')).toBe(0)
    expect(statSync(file('firstwin-data')).mode & 0o077).toBe(0)
  })

  it('is warned of where only the store lies there', async () => {
    const { file } = createTerminal()
    mkdirSync(file('open'))
    chmodSync(file('open'), 0o777)
    const { complained } = await startServe(['--store', `sqlite:${file('open')}/events.sqlite`])
    expect(complained.join()).toContain(`chmod 700 ${file('open')}`)
  })
})

describe('a password on the command line', () => {
  it.each([
    ['of one host', WITH_PASSWORD],
    ['of two hosts', WITH_PASSWORD.replace(/\/firstwin$/, ',127.0.0.1:2/firstwin')],
  ])('is warned of, by the name of the variable, and not said: %s', async (_, store) => {
    const { run, complained } = createTerminal({ language: 'ja' })
    await run('serve', '--port', '0', '--store', store)
    expect(complained[0]).toContain('FIRSTWIN_STORE')
    expect(complained.join()).not.toContain('tiger')
  })

  it.each([
    ['in the variable', [], { FIRSTWIN_STORE: WITH_PASSWORD }],
    ['not at all', ['--store', CLOSED], {}],
  ])('is nothing to warn of if it is %s', async (_, args, env) => {
    const { run, complained } = createTerminal({ env })
    await run('serve', '--port', '0', ...args)
    expect(complained.join()).not.toContain('FIRSTWIN_STORE')
  })
})
