import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createClient, type Client, type ClientOptions } from '../src/client.ts'
import type { Answer } from '../src/send/post.ts'

export const NOW = Date.UTC(2026, 10, 22, 3)

/** What a test looks at in an event on the wire. */
export interface Sent {
  readonly type: string
  readonly messageId: string
  readonly event?: string
  readonly userId: string
  readonly timestamp: string
  readonly context: { readonly dropped?: Record<string, number> }
}

export const ACCEPTED: Answer = { status: 200, headers: {}, text: '{"accepted":1}' }
export const answer = (status: number, headers: Answer['headers'] = {}, text = ''): Answer => ({
  status,
  headers,
  text,
})

/** A folder, an endpoint that answers as told, and a clock that a test moves. */
export function createWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'firstwin-node-'))
  const batches: Sent[][] = []
  const bodies: string[] = []
  const warnings: string[] = []
  const clock = { now: NOW }
  const endpoint = { answer: (_body: string): Answer | Promise<Answer> => ACCEPTED }
  const clients: Client[] = []
  onTestFinished(async () => {
    await Promise.all(clients.map((client) => client.close()))
    rmSync(folder, { recursive: true, force: true })
  })

  return {
    folder,
    batches,
    bodies,
    warnings,
    clock,
    endpoint,
    sent: () => batches.flat().map(({ event }) => event),
    /** Files of events that wait. */
    files: () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.jsonl'),
      ),
    start: (options: Partial<ClientOptions> = {}): Client => {
      const client = createClient(
        {
          endpoint: 'http://collector.test/v1/batch',
          key: 'pk_test',
          folder,
          onWarning: (message) => void warnings.push(message),
          ...options,
        },
        {
          now: () => clock.now,
          random: () => 0,
          // Time is moved by hand, and turns are taken by flush().
          schedule: () => () => undefined,
          post: async (_url, body) => {
            const given = await endpoint.answer(body)
            bodies.push(body)
            if (given.status === 200) batches.push(JSON.parse(body).batch)
            return given
          },
        },
      )
      clients.push(client)
      return client
    },
  }
}
