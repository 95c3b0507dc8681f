import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { webKitGtk } from '../../scripts/browsers.js'

/** WebKitWebDriver has no limit of its own and may hang on a page that draws nothing. */
const COMMAND_LIMIT_MS = 35_000
const START_LIMIT_MS = 10_000

export interface Driver {
  /**
   * One W3C WebDriver command.
   * @throws {WebDriverError} With the driver's own code, as "stale element reference".
   */
  command: (method: string, path: string, body?: object) => Promise<unknown>
  /** The browser to start, for the session's capabilities. */
  miniBrowser: string
  stop: () => void
}

export class WebDriverError extends Error {
  override readonly name = 'WebDriverError'
}

/** Starts a display that nobody sees and WebKitWebDriver on it. */
export async function startDriver(): Promise<Driver> {
  const programs = webKitGtk()
  if (!programs) {
    throw new Error('WebKitGTK is not here: install webkit2gtk-driver, xvfb and xauth.')
  }
  const display = spawn(programs.display, DISPLAY_ARGS, { stdio: ['ignore', 'pipe', 'ignore'] })
  const number = await firstLine(display)
  const port = await freePort()
  const driver = spawn(programs.driver, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, ...ENVIRONMENT, DISPLAY: `:${number}` },
  })
  const command = createCommand(`http://127.0.0.1:${port}`)
  const stop = (): void => {
    driver.kill()
    display.kill()
  }
  await untilReady(command)
  return { command, stop, miniBrowser: programs.miniBrowser }
}

const DISPLAY_ARGS = ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp']

/** Plain X11 and drawing in software: test machines have no graphics hardware. */
const ENVIRONMENT = {
  GDK_BACKEND: 'x11',
  LIBGL_ALWAYS_SOFTWARE: '1',
  NO_AT_BRIDGE: '1',
  WEBKIT_DISABLE_DMABUF_RENDERER: '1',
}

function createCommand(base: string): Driver['command'] {
  return async (method, path, body) => {
    const response = await fetch(base + path, {
      method,
      signal: AbortSignal.timeout(COMMAND_LIMIT_MS),
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const { value } = (await response.json()) as { value: unknown }
    if (!response.ok) throw new WebDriverError(`${method} ${path}: ${JSON.stringify(value)}`)
    return value
  }
}

async function untilReady(command: Driver['command']): Promise<void> {
  const end = performance.now() + START_LIMIT_MS
  for (;;) {
    try {
      await command('GET', '/status')
      return
    } catch (error) {
      if (performance.now() > end) throw error
      await delay(50)
    }
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The display has no output.')
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return line.toString().trim()
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (!address || typeof address === 'string') throw new Error('No free port was found.')
  return address.port
}
