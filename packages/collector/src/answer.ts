/** Headers of every answer: nothing of ours is to be guessed at, framed or kept by a proxy. */
const COMMON = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

export type HeaderList = Readonly<Record<string, string>>

/** An answer of JSON, which no browser caches, frames or takes for something else. */
export function json(body: unknown, status = 200, headers: HeaderList = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...COMMON, 'content-type': 'application/json; charset=utf-8', ...headers },
  })
}

/** What went wrong. `code` is for programs and stays; `message` says what to do, and may change. */
export interface Problem {
  status: number
  code: string
  message: string
  headers?: HeaderList
}

export function refuse({ status, code, message, headers }: Problem): Response {
  return json({ code, message }, status, headers)
}

/** An answer without a body. */
export function empty(status: number, headers: HeaderList = {}): Response {
  return new Response(null, { status, headers: { ...COMMON, ...headers } })
}
