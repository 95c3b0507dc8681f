import { request as requestPlain, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as requestTls } from 'node:https'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly text: string
}

/** Sends one request. Rejects if there is no whole answer within ten seconds. */
export type Post = (url: string, body: string) => Promise<Answer>

const TIMEOUT_MS = 10_000
/** An answer that lists a hundred rejected events has about 20 KiB. */
const MAX_ANSWER_BYTES = 256 * 1024

/**
 * A request that does not keep the process alive, which `fetch` would: a process that wants to end
 * ends, and what was under way is sent again by the next one.
 */
export const post: Post = (url, body) =>
  new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const options: RequestOptions = { method: 'POST', headers, signal }
    const request = url.startsWith('https:') ? requestTls : requestPlain
    request(url, options, (incoming) => void readAnswer(incoming).then(resolve, reject))
      .on('socket', (socket) => socket.unref())
      .on('error', reject)
      .end(body)
  })

async function readAnswer(incoming: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of incoming) {
    const part = Buffer.from(chunk)
    bytes += part.length
    if (bytes > MAX_ANSWER_BYTES) throw new Error('The answer is too long.')
    chunks.push(part)
  }
  const { 'retry-after': wait, 'content-type': type } = incoming.headers
  return {
    status: incoming.statusCode ?? 0,
    headers: { 'retry-after': wait, 'content-type': type },
    text: Buffer.concat(chunks).toString('utf8'),
  }
}
