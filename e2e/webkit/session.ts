import type { Driver } from './driver.ts'
import { PAGE_CODE, type PageFunctions } from './page-code.ts'

/** One browser window with a storage of its own. */
export interface Session {
  command: (method: string, path: string, body?: object) => Promise<unknown>
  /** Runs a function of page-*.ts in the page. */
  call: <Name extends keyof PageFunctions>(
    name: Name,
    ...args: Parameters<PageFunctions[Name]>
  ) => Promise<Awaited<ReturnType<PageFunctions[Name]>>>
  /** Runs the text of a function in the page. */
  run: (source: string, args: readonly unknown[]) => Promise<unknown>
  close: () => Promise<void>
}

/**
 * Cross-document view transitions crash this browser's web process; Firstwin does not use them.
 * (`--features=help` lists what else can be switched off.)
 */
const ARGS = ['--automation', '--features=-CrossDocumentViewTransitions']

export async function openSession(driver: Driver): Promise<Session> {
  const options = { binary: driver.miniBrowser, args: ARGS }
  const { sessionId } = (await driver.command('POST', '/session', {
    capabilities: {
      alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options },
    },
  })) as { sessionId: string }
  const command: Session['command'] = (method, path, body) =>
    driver.command(method, `/session/${sessionId}${path}`, body)

  const run: Session['run'] = async (source, args) => {
    const script = `${PAGE_CODE}\n${ANSWER}\nanswer(${source}, arguments)`
    const answer = await command('POST', '/execute/async', { script, args })
    const { error, value } = answer as { error?: string; value?: unknown }
    if (error !== undefined) throw new Error(error)
    return value
  }
  return {
    command,
    run,
    call: (name, ...args) => run(name, args) as never,
    close: async () => {
      await command('DELETE', '')
    },
  }
}

/** In the page: calls the function and tells the driver what came of it. */
const ANSWER = `
async function answer(call, list) {
  const args = [...list]
  const tell = args.pop()
  try {
    tell({ value: (await call(...args)) ?? null })
  } catch (error) {
    tell({ error: String(error) })
  }
}`
