/** Headers of every answer: nothing of ours is to be guessed at, framed or kept by a proxy. */
const COMMON = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

export type HeaderList = Readonly<Record<string, string>>

/** An answer before it is a `Response`: those to events are never made into one under our server. */
export interface Reply {
  readonly status: number
  readonly headers: HeaderList
  readonly body: string | undefined
}

/** An answer of JSON, which no browser caches, frames or takes for something else. */
export function jsonReply(body: unknown, status = 200, headers: HeaderList = {}): Reply {
  return {
    status,
    headers: { ...COMMON, 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  }
}

/** An answer without a body. */
export function emptyReply(status: number, headers: HeaderList = {}): Reply {
  return { status, headers: { ...COMMON, ...headers }, body: undefined }
}

/** What went wrong. `code` is for programs and stays; `message` says what to do, and may change. */
export interface Problem {
  status: number
  code: string
  message: string
  headers?: HeaderList
}

export const NOTHING_HERE: Problem = {
  status: 404,
  code: 'not-found',
  message: 'There is nothing at this address.',
}

export function refusal({ status, code, message, headers }: Problem): Reply {
  return jsonReply({ code, message }, status, headers)
}

export function toResponse({ status, headers, body }: Reply): Response {
  return new Response(body ?? null, { status, headers })
}

/** `jsonReply` as a `Response`. */
export function json(body: unknown, status = 200, headers: HeaderList = {}): Response {
  return toResponse(jsonReply(body, status, headers))
}

/** `refusal` as a `Response`. */
export function refuse(problem: Problem): Response {
  return toResponse(refusal(problem))
}

/** `emptyReply` as a `Response`. */
export function empty(status: number, headers: HeaderList = {}): Response {
  return toResponse(emptyReply(status, headers))
}

/** Another kind of text than JSON: metrics, tables. */
export function text(body: string, type: string, headers: HeaderList = {}): Response {
  return toResponse({ status: 200, headers: { ...COMMON, 'content-type': type, ...headers }, body })
}
