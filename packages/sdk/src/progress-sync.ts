import type { Loaded, Signal } from '@firstwin/engine'
import type { Parts } from './assemble.ts'
import { isTabHidden } from './host/is-tab-hidden.ts'
import { listen } from './host/listen.ts'
import { createUserSync, type UserSync } from './progress-sync/create-user-sync.ts'
import { progressPlace } from './progress-sync/progress-url.ts'
import { watchPorts } from './progress-sync/watch-ports.ts'
import type { Ports } from './runner.ts'

export interface SyncOptions {
  parts: Pick<Parts, 'settings' | 'identity' | 'store' | 'sessions' | 'isGranted' | 'now' | 'newId'>
  journey: Loaded
  ports: Ports
  signal: (signal: Signal) => void
  lifetime: AbortSignal
}

/**
 * Keeps the progress of the user who is here the same on all their devices, from now on. To be called
 * again whenever somebody has come, or has another token.
 */
export type StartSync = (options: SyncOptions) => void

/** What runs on this page already, by the ports of its runner. */
const running = new WeakMap<Ports, () => void>()

export const startSync: StartSync = (options) => {
  if (options.lifetime.aborted) return
  const come = running.get(options.ports) ?? createSync(options)
  running.set(options.ports, come)
  come()
}

function createSync(options: SyncOptions): () => void {
  const { parts, ports, signal, lifetime } = options
  const watch = watchPorts(ports)
  let current: UserSync | undefined

  listen(
    'visibilitychange pagehide pageshow online',
    ({ type }) => {
      if (type === 'pagehide' || isTabHidden()) current?.syncer.leave()
      else current?.syncer.ask()
    },
    lifetime,
  )
  lifetime.addEventListener('abort', () => current?.syncer.stop())

  return () => {
    const userId = parts.identity.userId()
    const place = progressPlace(parts.settings)
    if (userId === undefined || !place) return
    if (current?.userId !== userId) {
      current?.syncer.stop()
      current = createUserSync({ ...options, userId, place, watch })
    }
    const { syncer } = current
    watch.hasTurned = false
    watch.onTurn = (hasReported) => {
      const isFirst = !watch.hasTurned
      watch.hasTurned = true
      if (isFirst) syncer.ask()
      else syncer.note(hasReported)
    }
    signal({ type: 'check' })
  }
}
