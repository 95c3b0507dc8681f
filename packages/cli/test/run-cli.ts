import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { run } from '../src/run.ts'
import type { World } from '../src/world.ts'

/** 2026-11-22T03:00:00Z: where the clock of these tests stands. */
export const NOW = Date.UTC(2026, 10, 22, 3)

/** A folder of its own for a test, and a command line in it that remembers what it says. */
export function createTerminal(changes: Partial<World> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'firstwin-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const printed: string[] = []
  const complained: string[] = []
  const world: World = {
    env: {},
    folder,
    language: 'en',
    scriptDir: undefined,
    now: () => NOW,
    print: (line) => void printed.push(line),
    complain: (line) => void complained.push(line),
    untilStopped: async () => undefined,
    ...changes,
  }
  return {
    folder,
    printed,
    complained,
    file: (name: string) => join(folder, name),
    run: (...args: string[]) => run(args, world),
  }
}

/** A `serve` that goes on until `stop`, and the address it listens on. */
export async function startServe(args: readonly string[] = [], changes: Partial<World> = {}) {
  const wait = Promise.withResolvers<undefined>()
  const listening = Promise.withResolvers<undefined>()
  const untilStopped = (): Promise<undefined> => {
    listening.resolve(undefined)
    return wait.promise
  }
  const terminal = createTerminal({ untilStopped, ...changes })
  const ended = terminal.run('serve', '--port', '0', ...args)
  const stop = (): Promise<number> => {
    wait.resolve(undefined)
    return ended
  }
  onTestFinished(async () => void (await stop()))
  const early = await Promise.race([listening.promise, ended])
  if (early !== undefined) throw new Error(`serve ended: ${terminal.complained.join()}`)
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(terminal.printed.join('\n'))?.[0] ?? ''
  return { ...terminal, url, stop }
}
