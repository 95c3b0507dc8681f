import { writeFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { sendKeys } from './element-acts.ts'
import { createMouse, type Mouse } from './mouse.ts'
import { toPress, toTyping } from './keys.ts'
import type { Session } from './session.ts'
import { createLookup, type Lookup } from './webkit-locator.ts'

interface Size {
  width: number
  height: number
}

/**
 * The part of Playwright's `Page` that WebDriver can give. No routes, frames, init scripts, clock or
 * media: a test that needs them names the engines it runs in.
 */
export interface WebKitPage extends Lookup {
  readonly session: Session
  goto: (url: string) => Promise<void>
  reload: () => Promise<void>
  goBack: () => Promise<void>
  goForward: () => Promise<void>
  title: () => Promise<string>
  currentUrl: () => Promise<string>
  /** A text is run for what it does: its value is not given back. */
  evaluate: (ask: string | ((arg: never) => unknown), arg?: unknown) => Promise<unknown>
  addScriptTag: (options: { content: string }) => Promise<void>
  screenshot: (options?: { path?: string }) => Promise<Buffer>
  setViewportSize: (size: Size) => Promise<void>
  keyboard: { press: (combination: string) => Promise<void>; type: (text: string) => Promise<void> }
  mouse: Mouse
  close: () => Promise<void>
}

export function createPage(session: Session, baseUrl: string | undefined): WebKitPage {
  const post = async (path: string, body: object = {}): Promise<void> => {
    await session.command('POST', path, body)
  }
  const get = async (path: string): Promise<string> => String(await session.command('GET', path))

  return {
    session,
    ...createLookup(session, []),
    goto: (url) => post('/url', { url: new URL(url, baseUrl).href }),
    reload: () => post('/refresh'),
    goBack: () => post('/back'),
    goForward: () => post('/forward'),
    title: () => get('/title'),
    currentUrl: () => get('/url'),
    // Both run as functions of the driver, so that no policy of the page applies.
    evaluate: (ask, arg) =>
      typeof ask === 'string'
        ? post('/execute/sync', { script: ask, args: [] })
        : session.run(String(ask), [arg ?? null]),
    addScriptTag: ({ content }) => post('/execute/sync', { script: content, args: [] }),
    screenshot: ({ path } = {}) => takePicture(session, path),
    setViewportSize: (size) => resize(session, size),
    keyboard: {
      press: (combination) => sendKeys(session, toPress(combination)),
      type: (text) => sendKeys(session, toTyping(text)),
    },
    mouse: createMouse(session),
    close: session.close,
  }
}

async function takePicture(session: Session, path: string | undefined): Promise<Buffer> {
  await session.call('keepDrawing')
  const picture = Buffer.from(String(await session.command('GET', '/screenshot')), 'base64')
  await session.call('stopDrawing')
  if (path) await writeFile(path, picture)
  return picture
}

const TRIES = 3
const SETTLE_MS = 60

/** The window has borders and a toolbar: its size is set by how much the page is off. */
async function resize(session: Session, { width, height }: Size): Promise<void> {
  for (let i = 0; i < TRIES; i += 1) {
    const inner = (await session.run(
      '() => ({ width: innerWidth, height: innerHeight })',
      [],
    )) as Size
    if (inner.width === width && inner.height === height) return
    const outer = (await session.command('GET', '/window/rect')) as Size
    await session.command('POST', '/window/rect', {
      width: outer.width + width - inner.width,
      height: outer.height + height - inner.height,
    })
    await delay(SETTLE_MS)
  }
}
