import type { InitOptions } from './options.ts'
import type { Tell } from './tell.ts'

export interface RawJourney {
  /** What the file says, unchecked. */
  value: unknown
  /** The file as it came, for the checker; none when the host passed an object. */
  source?: string | undefined
}

/** Brings the journey; `undefined` when there is none, after telling why. Never rejects. */
export async function fetchJourney(
  { journey, integrity = '' }: InitOptions,
  tell: Tell,
  lifetime: AbortSignal,
): Promise<RawJourney | undefined> {
  if (typeof journey === 'object') return { value: journey }
  let source: string | undefined
  try {
    const response = await fetch(journey, { signal: lifetime, integrity })
    if (!response.ok) throw new Error(`HTTP ${response.status}`)
    source = await response.text()
    return { value: JSON.parse(source), source }
  } catch (error) {
    if (source !== undefined) tell('journey-not-json', { source, url: journey })
    else if (!lifetime.aborted) tell('journey-unreachable', `${journey}: ${String(error)}`)
    return undefined
  }
}
