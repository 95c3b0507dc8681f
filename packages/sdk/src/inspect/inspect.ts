import { render } from 'preact'
import { pageScheme } from '../view/theme/page-scheme.ts'
import type { Late } from '../view/with-late.ts'
import { createBench, type BenchOptions } from './bench.ts'
import { closedDesk, readDesk } from './desk.ts'
import { INSPECTOR_KEY, type DoorOptions } from './door.ts'
import css from './inspect.css?inline'
import { drawInspector } from './panel.tsx'
import { createStand } from './stand.ts'
import { loadInspectWords } from './words/load-inspect-words.ts'
import { ofDocument } from '../node/of-document.ts'

/** The inspector of a page: a panel that shows why things are as they are. */
export interface Inspector {
  /** Opens or closes it. `byHand`: asked for by a key, so the focus goes to it. */
  toggle: (byHand: boolean) => void
}

/** Makes the inspector ready. It looks at nothing until it is opened. */
export async function inspect(options: DoorOptions): Promise<Inspector> {
  const { parts, lifetime } = options
  const [words, { explain }, late] = await Promise.all([
    loadInspectWords(parts.locale()),
    parts.chunks.explain(),
    import('../view/late.ts'),
  ])
  let end: AbortController | undefined
  lifetime.addEventListener('abort', () => end?.abort())

  function close(): void {
    end?.abort()
    end = undefined
    const desk = closedDesk(readDesk(parts.sessions.get(INSPECTOR_KEY)))
    parts.sessions.set(INSPECTOR_KEY, JSON.stringify(desk))
    // What the clock, while it was moved, let appear is judged anew.
    options.runner.signal({ type: 'check' })
  }

  return {
    toggle(byHand) {
      if (end) close()
      else if (!lifetime.aborted) {
        end = new AbortController()
        open({ ...options, words, explain, late, close, lifetime: end.signal }, byHand)
      }
    },
  }
}

interface OpenOptions extends Omit<BenchOptions, 'draw' | 'focus'> {
  late: Late
}

function open(options: OpenOptions, byHand: boolean): void {
  const { lifetime } = options
  const from = ofDocument('activeElement')
  // Heard before the stand goes, with what has the focus in it.
  lifetime.addEventListener('abort', () => {
    if (shadow.activeElement && from instanceof HTMLElement) from.focus({ preventScroll: true })
    render(null, root)
  })
  lifetime.addEventListener('error', (event) => options.parts.oops(Reflect.get(event, 'error')))
  const hear = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing || !shadow.activeElement) return
    event.preventDefault()
    event.stopImmediatePropagation()
    options.close()
  }
  // Before the stand keeps all keys to itself.
  window.addEventListener('keydown', hear, { capture: true, signal: lifetime })
  const { shadow, root, raise } = createStand(css, options.late, lifetime)

  const focus = (): void =>
    shadow.querySelector<HTMLElement>('[aria-selected=true], .folded')?.focus()
  let isDue = false
  const bench = createBench({ ...options, draw, focus })

  /** Once for all turns of one task. */
  function draw(): void {
    if (isDue) return
    isDue = true
    queueMicrotask(() => {
      isDue = false
      if (lifetime.aborted) return
      const props = bench.props()
      if (!props) return
      root.dataset['scheme'] = pageScheme()
      root.lang = props.sight.words.lang
      // It stands by the lines of the page, in whichever language it speaks.
      root.dir = getComputedStyle(ofDocument('documentElement')).direction
      raise()
      render(drawInspector(props), root)
    })
  }

  bench.check()
  if (byHand) queueMicrotask(() => queueMicrotask(focus))
}
