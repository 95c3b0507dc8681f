import type { Report, ReportName } from '@firstwin/schema'
import { guard } from './host/guard.ts'
import type { Tell } from './tell.ts'

type Listener = (properties: Report['properties'], name: ReportName) => void

/** The host's callbacks for reports. */
export interface Listeners {
  /** Hears one report by name, or all with `*`. Returns the function that stops it. */
  on: (name: ReportName | '*', listener: Listener) => () => void
  emit: (report: Report) => void
}

export function createListeners(tell: Tell): Listeners {
  const all = new Set<readonly [string, Listener]>()
  return {
    on(name, listener) {
      const safe = guard(listener, (error) => tell('callback-threw', error))
      const entry = [name, safe] as const
      all.add(entry)
      return () => void all.delete(entry)
    },
    emit({ name, properties }) {
      for (const [wanted, listener] of all) {
        if (wanted === name || wanted === '*') listener(properties, name)
      }
    },
  }
}
