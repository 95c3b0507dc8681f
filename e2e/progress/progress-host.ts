import { fork } from 'node:child_process'
import { join } from 'node:path'
import { NODE, ROOT } from '../../scripts/prepare/root.js'

/** A product whose collector asks for tokens, in a process of its own. */
export interface ProgressHost {
  readonly url: string
  /** Who has reached a win, as the collector knows it. */
  reached: (win: string) => Promise<readonly Milestone[]>
  /** The progress that the collector keeps of the user, as JSON. */
  kept: () => Promise<string>
  stop: () => Promise<void>
}

export interface Milestone {
  readonly kind: string
  readonly subject: string
  /** `u:` and the id of the user. */
  readonly actor: string
}

export async function startProgressHost(): Promise<ProgressHost> {
  const child = fork(join(ROOT, 'e2e/progress/host-process.ts'), [], {
    cwd: ROOT,
    execPath: NODE,
    execArgv: ['--conditions=@firstwin/source', '--disable-warning=ExperimentalWarning'],
  })
  const { port } = await new Promise<{ port: number }>((resolve, reject) => {
    child.once('message', (message) => resolve(message as { port: number }))
    child.once('close', (code) => reject(new Error(`The host ended with ${code}.`)))
  })
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    async reached(win) {
      const response = await fetch(`${url}/milestones`)
      const milestones = (await response.json()) as Milestone[]
      return milestones.filter(({ kind, subject }) => kind === 'win' && subject === win)
    },
    kept: async () => (await fetch(`${url}/parts`)).text(),
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
