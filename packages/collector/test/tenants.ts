import type { WriteKey } from '../src/receive/write-key.ts'

/** Two products of one collector, each with a secret of its own. */
export const ACME: WriteKey & { secret: string } = {
  key: 'pk_acme',
  origins: ['https://acme.example'],
  secret: 'sk_acme_0123456789abcdef',
}
export const GLOBEX: WriteKey & { secret: string } = {
  key: 'pk_globex',
  origins: ['https://globex.example'],
  secret: 'sk_globex_0123456789abcdef',
}
export const READ_KEY = 'read_0123456789abcdef'

/** Whatever reads, exports or deletes, with the method it takes. */
export const READING: readonly (readonly [method: string, path: string])[] = [
  ['GET', '/v1/journeys?'],
  ['GET', '/v1/results?journey=mail-tool'],
  ['GET', '/v1/results.csv?journey=mail-tool'],
  ['GET', '/v1/wins?journey=mail-tool'],
  ['GET', '/v1/live?journey=mail-tool'],
  ['GET', '/v1/users/u1/export?'],
  ['DELETE', '/v1/users/u1?'],
]

export const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` })

/** The text of an answer; of one without end, nothing. */
export async function textOf(answer: Response): Promise<string> {
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream')) return answer.text()
  await answer.body?.cancel()
  return ''
}
