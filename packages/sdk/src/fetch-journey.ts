import type { Parts } from './assemble.ts'
import type { InitOptions } from './options.ts'

export interface RawJourney {
  /** What the file says, unchecked. */
  value: unknown
  /** The file as it came, for the checker; none when the host passed an object. */
  source?: string | undefined
}

/** Brings the journey; `undefined` when there is none, after telling why. Never rejects. */
export async function fetchJourney(
  { journey, integrity = '', trust }: InitOptions,
  parts: Parts,
  lifetime: AbortSignal,
): Promise<RawJourney | undefined> {
  const { chunks, tell } = parts
  let source: string | undefined
  try {
    // Also an empty text: it pins no key, and none can fit.
    if (trust !== undefined) return await (await chunks.signed()).fetchSigned(parts, lifetime)
    if (typeof journey === 'object') return { value: journey }
    const response = await fetch(journey, { signal: lifetime, integrity })
    if (!response.ok) throw new Error(`HTTP ${response.status}`)
    source = await response.text()
    return { value: JSON.parse(source), source }
  } catch (error) {
    if (source !== undefined) tell('journey-not-json', { source, url: journey })
    // oxlint-disable-next-line typescript/no-base-to-string -- an object is not what cannot be reached
    else if (!lifetime.aborted) tell('journey-unreachable', `${String(journey)}: ${String(error)}`)
    return undefined
  }
}
