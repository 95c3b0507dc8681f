import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createTerminal } from '../../test/run-cli.ts'

const SOUND = '{"format":1,"id":"welcome","locale":"en","wins":[],"paths":[],"guides":[]}'

function terminalWith(text: string) {
  const terminal = createTerminal()
  writeFileSync(terminal.file('a.json'), text)
  return terminal
}

describe('check', () => {
  it('says file, line, column and what was probably meant', async () => {
    const { run, printed } = terminalWith('{"format":1,"id":"a","locale":"en",\n "winz":[]}')
    expect(await run('check', 'a.json')).toBe(1)
    expect(printed[0]).toMatch(/^a\.json:2:\d+ error/)
    expect(printed.join()).toContain('wins')
  })

  it('is content with a sound journey', async () => {
    const { run, printed } = terminalWith(SOUND)
    expect(await run('check', 'a.json')).toBe(0)
    expect(printed).toEqual(['a.json: no issues'])
  })

  it('says that a file is missing', async () => {
    const { run, complained } = createTerminal()
    expect(await run('check', 'b.json')).toBe(2)
    expect(complained).toEqual(['There is no file b.json.'])
  })
})

describe('build', () => {
  it('writes the compiled journey', async () => {
    const { run, file } = terminalWith(SOUND)
    expect(await run('build', 'a.json', '--out', 'b.json')).toBe(0)
    expect(JSON.parse(readFileSync(file('b.json'), 'utf8'))).toMatchObject({ compiled: 1 })
  })

  it('says where it cannot write', async () => {
    const { run, complained } = terminalWith(SOUND)
    expect(await run('build', 'a.json', '--out', 'none/b.json')).toBe(2)
    expect(complained.join()).toContain('none/b.json cannot be written')
  })

  it('prints the errors instead of a journey that has some', async () => {
    const { run, complained } = terminalWith('{"format":1}')
    expect(await run('build', 'a.json')).toBe(2)
    expect(complained.join()).toContain('a.json:1:')
  })
})
