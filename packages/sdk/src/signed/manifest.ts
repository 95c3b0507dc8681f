import { attempt } from '../report/attempt.ts'

/** What is signed: for whom, when, how long, in which order, and which bytes. */
export interface Manifest {
  readonly v: 1
  /** The origins of the pages that it is for. */
  readonly aud: readonly string[]
  /** Signed then, and good until then: seconds since 1970. */
  readonly iat: number
  readonly exp: number
  /** Rises with each version: a device that has taken one takes none with a lower number. */
  readonly seq: number
  /** Of the journey's bytes, in hex. */
  readonly sha256: string
}

/** `undefined` if the text is no manifest of the version that is known here. */
export function readManifest(text: string): Manifest | undefined {
  const value: unknown = attempt(() => JSON.parse(text))
  return isManifest(value) ? value : undefined
}

function isManifest(value: unknown): value is Manifest {
  const { v, aud, iat, exp, seq, sha256 }: Readonly<Record<string, unknown>> = Object(value)
  const areNumbers = [iat, exp, seq].every(Number.isFinite)
  return v === 1 && Array.isArray(aud) && areNumbers && typeof sha256 === 'string'
}
