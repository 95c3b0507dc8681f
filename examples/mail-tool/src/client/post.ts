export type Outcome<Value> = { ok: true; value: Value } | Failure

export interface Failure {
  ok: false
  /** Of the server, or `offline`. `failure-words.ts` has words for each. */
  code: string
  /** The input that is the matter. */
  field?: string
}

/** Posts JSON to our own server. Never rejects. */
export async function post<Value>(path: string, body: object = {}): Promise<Outcome<Value>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer = await response.json()
    return response.ok ? { ok: true, value: answer } : { ok: false, ...answer.error }
  } catch {
    return { ok: false, code: 'offline' }
  }
}
