import type { Tell } from './tell.ts'

export interface RawJourney {
  /** What the file says, unchecked. */
  value: unknown
  /** The file as it came, for the checker; `undefined` when the host passed an object. */
  source: string | undefined
}

/** Brings the journey; `undefined` when there is none, after telling why. Never rejects. */
export async function fetchJourney(
  journey: string | object,
  tell: Tell,
  lifetime: AbortSignal,
): Promise<RawJourney | undefined> {
  if (typeof journey === 'object') return { value: journey, source: undefined }
  let source: string
  try {
    const response = await fetch(journey, { signal: lifetime })
    if (!response.ok) throw new Error(`HTTP ${response.status}`)
    source = await response.text()
  } catch (error) {
    if (!lifetime.aborted) tell('journey-unreachable', `${journey}: ${String(error)}`)
    return undefined
  }
  try {
    return { value: JSON.parse(source), source }
  } catch {
    tell('journey-not-json', { url: journey, source })
    return undefined
  }
}
