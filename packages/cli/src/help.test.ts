import { describe, expect, it } from 'vitest'
import { createTerminal } from '../test/run-cli.ts'
import { commands } from './commands.ts'

const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/

describe('help', () => {
  it('lists every command', async () => {
    const { run, printed } = createTerminal()
    expect(await run('--help')).toBe(0)
    for (const { name } of commands) expect(printed.join()).toContain(`\n  ${name} `)
  })

  it.each(commands.map(({ name }) => name))(
    '%s: says what it does, in both languages',
    async (name) => {
      const english = createTerminal()
      const japanese = createTerminal({ language: 'ja' })
      expect(await english.run(name, '--help')).toBe(0)
      expect(await japanese.run(name, '--help')).toBe(0)
      expect(english.printed.join()).not.toMatch(JAPANESE)
      expect(japanese.printed.join()).toMatch(JAPANESE)
    },
  )

  it('is given to whoever asks for something else, with the code of wrong use', async () => {
    const { run, complained } = createTerminal()
    expect(await run('sevre')).toBe(2)
    expect(complained.join()).toContain('There is no command "sevre"')
  })
})
