import { request } from 'node:http'

export interface RawRequest {
  port: number
  method?: string
  path: string
  headers?: Record<string, string>
  body?: string
}

export interface RawAnswer {
  status: number
  headers: Record<string, string>
  text: string
}

/** Sends what `fetch` would not: any method, any host, any path, as it stands. */
export function rawRequest({ port, method, path, headers, body }: RawRequest): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', method, path, headers, agent: false }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
          ),
          text: Buffer.concat(pieces).toString(),
        }),
      )
    })
      .on('error', reject)
      .end(body)
  })
}
