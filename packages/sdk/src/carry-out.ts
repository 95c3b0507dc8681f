import type { Effect, Signal } from '@firstwin/engine'
import type { InitOptions } from './options.ts'
import type { Tell } from './tell.ts'

interface Hands {
  settings: InitOptions
  signal: (signal: Signal) => void
  follow: (href: string) => void
  tell: Tell
}

/** Does in the host what the engine decided: goes to a route, or has a setup applied. */
export function carryOut(effects: readonly Effect[], hands: Hands): void {
  for (const effect of effects) carryOutOne(effect, hands)
}

function carryOutOne(effect: Effect, { settings, signal, follow, tell }: Hands): void {
  switch (effect.do) {
    case 'navigate':
      follow(effect.to)
      return
    case 'refuse':
      tell('unknown-id', effect.id)
      return
    case 'apply': {
      const { setup, values } = effect
      const end = (ok: boolean): void => signal({ type: 'applied', setup, values, ok })
      // In a promise, so that a hook that throws and one that rejects are the same.
      void Promise.resolve()
        .then(() => settings.apply?.(setup, values))
        .then(
          () => end(true),
          (error: unknown) => {
            tell('apply-failed', error)
            end(false)
          },
        )
    }
  }
}
