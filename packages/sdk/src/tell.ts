import type { Chunks } from './chunks.ts'

/** What can be wrong with the set-up. Each is explained in `check/messages.ts`. */
export type TellCode =
  | 'journey-unreachable'
  | 'journey-not-json'
  | 'journey-invalid'
  | 'journey-checked'
  | 'journey-rejected'
  | 'journey-interrupted'
  | 'chunk-unreachable'
  | 'started-twice'
  | 'identify-missing'
  | 'identify-without-id'
  | 'identify-other-user'
  | 'endpoint-unreachable'
  | 'storage-blocked'
  | 'callback-threw'
  | 'apply-failed'
  | 'unknown-id'
  | 'target-missing'
  | 'internal'

/** Tells the developer of the host page, once for each code and detail. Never throws. */
export type Tell = (code: TellCode, detail?: unknown) => void

/** Those that leave a visitor without Firstwin: worth a line in production too. */
const GRAVE = /^(journey-[^c]|chunk|started)/

/**
 * In development every code is explained, by a chunk that production never loads. In production
 * the grave ones are a short line in the console, and the others nothing.
 */
export function createTell(isDevelopment: boolean, check: Chunks['check']): Tell {
  const told = new Set<string>()

  return (code, detail) => {
    const key = `${code} ${String(detail)}`
    if (told.has(key)) return
    told.add(key)
    const short = (): void => {
      // oxlint-disable-next-line no-console -- the only way to reach the developer of the page
      if (GRAVE.test(code)) console.warn(`[firstwin] ${code}`, detail ?? '')
    }
    if (isDevelopment) check().then(({ explain }) => explain(code, detail), short)
    else short()
  }
}

/** Whether the page runs on a developer's machine, by its host name. */
export function isLocal(hostname: string): boolean {
  return /^(127\.|\[::1|(.+\.)?(localhost|local|test)$)/.test(hostname)
}
