import type { Loaded } from '@firstwin/engine'
import type { Parts } from '../assemble.ts'
import type { Runner } from '../runner.ts'
import type { Inspector } from './inspect.ts'

/** What the inspector looks at. */
export interface DoorOptions {
  parts: Parts
  journey: Loaded
  runner: Runner
  lifetime: AbortSignal
}

export type WatchDoor = (options: DoorOptions) => void

/** Where the inspector keeps how it stands in this browser tab. */
export const INSPECTOR_KEY = 'fw:inspect'

const IS_OPEN = '"isOpen":true'
const ASKED = /[?&]firstwin=inspect(?:&|$)/
const FIELD = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])'

/**
 * Opens the inspector when the address asks for it, on Alt+Shift+W, and on the page that follows one
 * on which it was open. Until then nothing else of it is fetched.
 */
export const watchDoor: WatchDoor = (options) => {
  const { parts, lifetime } = options
  let inspector: Promise<Inspector> | undefined

  function toggle(byHand: boolean): void {
    inspector ??= fetchInspector(options)
    inspector.then(
      (come) => come.toggle(byHand),
      (error: unknown) => {
        inspector = undefined
        parts.tell('chunk-unreachable', error)
      },
    )
  }

  function hear(event: KeyboardEvent): void {
    if (!isShortcut(event) || isInField(event)) return
    event.preventDefault()
    event.stopPropagation()
    toggle(true)
  }

  if (lifetime.aborted) return
  // On window, because an element named "addEventListener" stands in the way of document's.
  window.addEventListener('keydown', hear, { capture: true, signal: lifetime })
  const isOpen = parts.sessions.get(INSPECTOR_KEY)?.includes(IS_OPEN)
  if (isOpen || ASKED.test(location.search)) toggle(false)
}

/** It comes by way of the views and the acts, and shares with them what draws. */
async function fetchInspector(options: DoorOptions): Promise<Inspector> {
  const { fetchActs } = await options.parts.chunks.show()
  const { fetchInspect } = await fetchActs()
  const { inspect } = await fetchInspect()
  return await inspect(options)
}

/** By the key's place: with Alt, many layouts write something else than a W. */
function isShortcut({ altKey, shiftKey, ctrlKey, metaKey, code, repeat }: KeyboardEvent): boolean {
  return altKey && shiftKey && !ctrlKey && !metaKey && code === 'KeyW' && !repeat
}

function isInField(event: KeyboardEvent): boolean {
  const [inner] = event.composedPath()
  return event.isComposing || (inner instanceof Element && inner.matches(FIELD))
}
