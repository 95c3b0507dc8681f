/** An answer as data; `serve` writes it. */
export interface Reply {
  status: number
  headers: Record<string, string>
  body: string | Uint8Array
}

export function json(value: unknown, status = 200): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(value),
  }
}

/** `policy` is the content security policy. */
export function html(body: string, policy: string): Reply {
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy,
    },
    body,
  }
}

/** A refusal with a code that the page has words for. `field` names the input that is the matter. */
export function refuse(status: number, code: string, field?: string): Reply {
  return json({ error: { code, ...(field === undefined ? {} : { field }) } }, status)
}
