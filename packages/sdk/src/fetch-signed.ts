import type { RejectReason } from '@firstwin/schema'
import type { Parts } from './assemble.ts'
import type { RawJourney } from './fetch-journey.ts'
import { createCopies } from './signed/copies.ts'
import { fetchFile, type Fetched } from './signed/fetch-file.ts'
import { verify, type Good, type Verdict } from './signed/verify.ts'

type SignedParts = Pick<Parts, 'settings' | 'store' | 'tell' | 'reporter' | 'listeners'>

/**
 * Brings the journey that a pinned key has signed for this page: the one that is fetched, or, where that
 * is refused or cannot be reached, the last good copy of this device. `undefined` when there is neither.
 */
export type FetchSigned = (
  parts: SignedParts,
  lifetime: AbortSignal,
) => Promise<RawJourney | undefined>

export const fetchSigned: FetchSigned = async (parts, lifetime) => {
  const { settings, store } = parts
  const { trust = '', journey } = settings
  const url = typeof journey === 'string' ? new URL(journey, document.baseURI) : undefined
  // A query is of the moment: what has been taken from this address holds for all of them.
  const copies = createCopies(store, url ? url.origin + url.pathname : '')
  // The real clock: how long a signature is good does not depend on what the host shows.
  const now = Date.now()
  const keys = String(trust).split(/[\s,]+/)
  const judge = (file: string): Promise<Verdict> =>
    verify(file, { keys, audience: location.origin, now, last: copies.read().seq })

  const fetched = await bring(parts, url, lifetime)
  const verdict = fetched && ('text' in fetched ? await judge(fetched.text) : fetched)
  if (verdict?.is === 'good') {
    copies.keep(verdict)
    copies.tidy(now)
    return toRaw(verdict)
  }
  const copy = await judge(copies.read().file)
  const raw = copy.is === 'good' ? toRaw(copy) : undefined
  if (verdict) reject(verdict.is, parts, raw)
  return raw
}

/** What is to be judged. `undefined`, and told, where it cannot be had. */
async function bring(
  { settings, tell }: SignedParts,
  url: URL | undefined,
  signal: AbortSignal,
): Promise<Fetched | undefined> {
  // One that the host hands over has to be signed like any other.
  if (!url) return { text: JSON.stringify(settings.journey) }
  try {
    return await fetchFile(url, { signal, integrity: settings.integrity ?? '' })
  } catch (error) {
    if (!signal.aborted) tell('journey-unreachable', `${url.href}: ${String(error)}`)
    return undefined
  }
}

const toRaw = ({ source }: Good): RawJourney => ({ value: JSON.parse(source), source })

function reject(
  reason: RejectReason,
  { tell, reporter, listeners }: SignedParts,
  shown: RawJourney | undefined,
): void {
  const { id }: { id?: unknown } = Object(shown?.value)
  // What is reported before a journey runs names none.
  if (typeof id === 'string') reporter.journey = { journey: id, journeyHash: undefined }
  const report = { name: 'journey_rejected', properties: { reason } } as const
  reporter.report(report.name, report.properties)
  listeners.emit(report)
  tell('journey-rejected', reason)
}
