import { startDriver, type Driver } from '../../../e2e/webkit/driver.ts'
import { cannot, type Browser, type Profile, type Tab } from './browser.ts'

type Command = Driver['command']

/** See e2e/webkit/session.ts. */
const ARGS = ['--automation', '--features=-CrossDocumentViewTransitions']

/**
 * WebKitGTK by WebDriver. It takes one session at a time, so each profile is a driver of its own.
 * A session's storage ends with it.
 */
export function launchWebKit(): Browser {
  return {
    engine: 'webkit',
    newProfile: async () => openProfile(await startDriver()),
    startOwn: cannot('webkit', 'start on a profile'),
    close: async () => undefined,
  }
}

async function openProfile(driver: Driver): Promise<Profile> {
  const options = { binary: driver.miniBrowser, args: ARGS }
  const wanted = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options }
  const begun = await driver.command('POST', '/session', { capabilities: { alwaysMatch: wanted } })
  const command: Command = (method, path, body) =>
    driver.command(method, `/session/${textIn(begun, 'sessionId')}${path}`, body)
  const inTurn = createTurns()
  return {
    open: (url) => openTab(command, inTurn, url),
    block: cannot('webkit', 'block an address'),
    setOffline: cannot('webkit', 'go offline'),
    async close() {
      await inTurn(() => command('DELETE', '')).catch(() => undefined)
      driver.stop()
    },
  }
}

type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>

/** One command at a time: which window the next one means is a state of the session. */
function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work, work)
    last = done
    return done
  }
}

async function openTab(command: Command, inTurn: Turns, url: string): Promise<Tab> {
  const handle = await inTurn(async () =>
    textIn(await command('POST', '/window/new', { type: 'tab' }), 'handle'),
  )
  const here = (method: string, path: string, body?: object): Promise<unknown> =>
    inTurn(async () => {
      await command('POST', '/window', { handle })
      return command(method, path, body)
    })
  const goto = async (to: string): Promise<void> => void (await here('POST', '/url', { url: to }))
  await goto(url)
  return {
    goto,
    run: (expression) =>
      here('POST', '/execute/sync', { script: `return (${expression})`, args: [] }),
    reload: async () => void (await here('POST', '/refresh', {})),
    back: async () => void (await here('POST', '/back', {})),
    close: async () => void (await here('DELETE', '/window')),
    crash: cannot('webkit', 'crash one page'),
    freeze: cannot('webkit', 'freeze a page'),
    thaw: cannot('webkit', 'thaw a page'),
  }
}

function textIn(value: unknown, name: string): string {
  return typeof value === 'object' && value !== null ? String(Reflect.get(value, name)) : ''
}
