import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { loadScreen, withWin, type Screen } from './screen.ts'
import type { Source } from './source.ts'

/** Waiting goes on while nothing happens, so the figures change by themselves. */
const REFRESH_MS = 30_000
/** Somebody has just put the tag into a product and looks here. */
const FIRST_LOOK_MS = 3_000

export interface LiveScreen {
  readonly screen: Screen
  readonly connected: boolean
  readonly reload: () => void
}

/** Keeps the screen of a journey up to date: as wins come in, and now and then. */
export function useScreen(source: Source, wanted: string): LiveScreen {
  const [screen, setScreen] = useState<Screen>({ kind: 'loading' })
  const [connected, setConnected] = useState(true)
  const asked = useRef(0)
  const reload = useCallback(() => {
    const question = (asked.current += 1)
    const ask = async (): Promise<void> => {
      const next = await loadScreen(source, wanted)
      // An answer that was overtaken by a later question is old.
      if (question === asked.current) setScreen((shown) => replace(shown, next))
    }
    void ask()
  }, [source, wanted])
  const journey = screen.kind === 'loaded' ? screen.results.journey : undefined

  useEffect(reload, [reload])

  useEffect(() => {
    if (screen.kind === 'sign-in' || screen.kind === 'refused') return undefined
    const pause = screen.kind === 'loaded' ? REFRESH_MS : FIRST_LOOK_MS
    const timer = setInterval(reload, pause)
    return () => clearInterval(timer)
  }, [screen.kind, reload])

  useEffect(() => {
    if (journey === undefined) return undefined
    return source.live(journey, {
      onWin: (win) => {
        setScreen((shown) => withWin(shown, win))
        reload()
      },
      onConnected: (now) => {
        setConnected(now)
        if (now) reload()
      },
    })
  }, [source, journey, reload])

  return { screen, connected, reload }
}

/** Results that are a minute old are better than none, while the collector restarts. */
function replace(shown: Screen, next: Screen): Screen {
  return next.kind === 'unreachable' && shown.kind === 'loaded' ? shown : next
}
