import type { Chunks } from './chunks.ts'
import { createFirstwin, type Firstwin } from './firstwin.ts'
import type { InitOptions } from './options.ts'

type Call = readonly [method: string, args: readonly unknown[]]
type Api = Record<string, unknown>

/** `document.currentScript`, even where an element of the page has taken that name. */
const script: unknown = Reflect.get(Document.prototype, 'currentScript', document)
/** Its `data-` attributes are options. */
const tag = script instanceof HTMLScriptElement ? script : undefined

/** A chunk that lies beside the script; a page's own bundler never sees it. */
export const part = async (name: string) =>
  import(/* @vite-ignore */ new URL(`firstwin-${name}.js`, tag?.src).href)

/** Puts the methods where the stub of the README kept the calls, and makes up for those. */
export function startScript(page: Window, chunks: Chunks): void {
  const before: unknown = Reflect.get(page, 'firstwin')
  // An element may have taken the name.
  const stub: Api = before instanceof Node ? {} : Object(before)
  // A stub may answer any name with a method: only a real one knows its version.
  if (typeof stub['version'] === 'string') {
    // oxlint-disable-next-line no-console -- the only way to reach the developer of the page
    console.warn('[firstwin] started-twice')
    return
  }
  const api = createApi(chunks)
  Reflect.set(page, 'firstwin', api)
  const calls: readonly Call[] = Array.isArray(stub['q']) ? stub['q'] : []
  // What the tag says and what `init` adds is one start, whichever of them came first.
  const options = {}
  for (const [method, [more]] of calls) if (method === 'init') Object.assign(options, more)
  call(api, ['init', [options]])
  for (const one of calls) if (one[0] !== 'init') call(api, one)
}

/** Until there is a journey, calls of any name wait for the `init` that brings it. */
function createApi(chunks: Chunks): Api {
  const late: Call[] = []
  let instance: Firstwin | undefined
  const own: Api = { version: __VERSION__, init, stop }

  function init(more: Partial<InitOptions>): void {
    const { journey, ...options }: Partial<InitOptions> = Object.assign({}, tag?.dataset, more)
    if (instance) instance.configure(more)
    else if (journey) {
      instance = createFirstwin({ journey, ...options }, chunks)
      Object.assign(own, { ...instance, stop })
      for (const one of late.splice(0)) call(own, one)
    }
  }

  function stop(): void {
    instance?.stop()
    instance = undefined
  }

  return new Proxy(own, {
    get: (_, name) =>
      // What has a `then` would be waited for.
      name in own || instance || name === 'then'
        ? Reflect.get(own, name)
        : (...args: unknown[]) => {
            late.push([String(name), args])
            return () => {}
          },
  })
}

function call(target: object, [name, args]: Call): unknown {
  const method: unknown = Reflect.get(target, name)
  return typeof method === 'function' ? Reflect.apply(method, target, args) : undefined
}
