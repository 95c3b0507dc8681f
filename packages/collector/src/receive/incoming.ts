import type { Problem } from '../answer.ts'

/** A body, or why it was not read to its end. */
export type BodyBytes = { ok: true; bytes: Buffer } | { ok: false; problem: Problem }

/** Says of each piece of a body whether it may be taken; why not, if it may not. */
export type MayTake = (bytes: number) => Problem | undefined

/**
 * A request that brings events, wherever it came from: straight from Node's server, or as a
 * standard `Request` from somebody else's. What is decided about it is decided once, for both.
 */
export interface Incoming {
  readonly method: string
  /** Without the query. */
  readonly path: string
  /** The address of whoever holds the other end of the connection; `undefined` if nobody knows. */
  readonly peer: string | undefined
  /** `name` in lower case. Several of one name are joined by a comma. */
  readonly header: (name: string) => string | undefined
  /** Reads on until `mayTake` refuses a piece. Rejects where the sender breaks off. */
  readonly readBody: (mayTake: MayTake) => Promise<BodyBytes>
}

export function fromRequest(request: Request, path: string, peer: string | undefined): Incoming {
  return {
    method: request.method,
    path,
    peer,
    header: (name) => request.headers.get(name) ?? undefined,
    readBody: (mayTake) => readStream(request.body, mayTake),
  }
}

async function readStream(
  stream: ReadableStream<Uint8Array> | null,
  mayTake: MayTake,
): Promise<BodyBytes> {
  const pieces: Uint8Array[] = []
  for await (const piece of stream ?? []) {
    const problem = mayTake(piece.byteLength)
    if (problem) return { ok: false, problem }
    pieces.push(piece)
  }
  return { ok: true, bytes: Buffer.concat(pieces) }
}
