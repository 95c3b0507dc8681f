import { PostHog } from 'posthog-node'
import { describe, expect, it } from 'vitest'
import { awkward, company, context, events, user, visitor, win } from './events.fixture.ts'
import { posthog } from './posthog.ts'

interface Batch {
  api_key: string
  sent_at: string
  batch: Message[]
}

type Message = Record<string, unknown> & { properties: Record<string, unknown> }

const ours = (sent = events): Batch => JSON.parse(posthog.encode(sent, context).body) as Batch

/** What PostHog's own client posts to `/batch/` for the same events. */
async function theirs(): Promise<{ url: string; batch: Batch }> {
  const posts: { url: string; batch: Batch }[] = []
  const client = new PostHog(context.key, {
    host: 'https://posthog.example',
    disableCompression: true,
    flushAt: 100,
    fetch: async (url, { body }) => {
      posts.push({ url, batch: JSON.parse(body as string) as Batch })
      return { status: 200, text: async () => '', json: async () => ({}), headers: new Headers() }
    },
  })
  const common = { timestamp: new Date(win.timestamp), disableGeoip: false }
  client.capture({
    ...common,
    distinctId: 'u_42',
    event: 'win_reached',
    properties: { ...win.properties },
    groups: { company: 'acme' },
    uuid: win.messageId,
  })
  client.identify({
    distinctId: 'u_42',
    properties: { $set: { ...user.traits }, $anon_distinct_id: user.anonymousId },
    disableGeoip: false,
  })
  client.groupIdentify({
    groupType: 'company',
    groupKey: 'acme',
    properties: { ...company.traits },
    distinctId: 'u_42',
    disableGeoip: false,
  })
  await client.shutdown()
  const [post] = posts
  if (!post) throw new Error('posthog-node sent nothing')
  return post
}

const byName = (batch: Batch, name: string): Message => {
  const found = batch.batch.find(({ event }) => event === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}

describe('posthog', () => {
  it('is what posthog-node posts to /batch/, field by field', async () => {
    const { url, batch } = await theirs()
    expect(url).toBe('https://posthog.example/batch/')
    expect(Object.keys(ours()).toSorted()).toEqual(Object.keys(batch).toSorted())
    expect(ours().api_key).toBe(batch.api_key)
    for (const name of ['win_reached', '$identify', '$groupidentify']) {
      const [mine, other] = [byName(ours(), name), byName(batch, name)]
      expect(Object.keys(mine).toSorted()).toEqual(Object.keys(other).toSorted())
      expect(mine['distinct_id']).toBe(other['distinct_id'])
      // Who sends; and what is only there when a server does, or is empty.
      const { $lib, $lib_version, $is_server: _, $set_once: __, ...said } = other.properties
      expect(mine.properties).toMatchObject(said)
      expect([typeof $lib, typeof $lib_version]).toEqual(['string', 'string'])
    }
    const sent = byName(batch, 'win_reached')
    expect(byName(ours(), 'win_reached')).toMatchObject({
      uuid: sent['uuid'],
      timestamp: sent['timestamp'],
      properties: { $lib: 'firstwin', $lib_version: '1.0.0' },
    })
  })

  it('makes no profile of somebody nobody knows', () => {
    const [message] = ours([visitor]).batch
    expect(message?.['distinct_id']).toBe(visitor.anonymousId)
    expect(message?.properties).toMatchObject({ $process_person_profile: false })
    expect(message?.properties).not.toHaveProperty('$groups')
    expect(ours([win]).batch[0]?.properties).not.toHaveProperty('$process_person_profile')
  })

  it('gives every event a name and a person, for which PostHog would refuse all of them', () => {
    const nobody = { ...visitor, event: '', anonymousId: '' }
    expect(ours([nobody]).batch).toMatchObject([{ event: 'track', distinct_id: visitor.messageId }])
  })

  it('puts the event into the session of PostHog, and names its page by template', () => {
    expect(ours([win]).batch[0]?.properties).toMatchObject({
      $session_id: win.properties['session'],
      $pathname: '/campaigns/:id',
      locale: 'ja',
    })
  })

  it('tells what was lost before', () => {
    expect(ours([awkward]).batch[0]?.properties).toMatchObject({
      ...awkward.properties,
      dropped: { cap: 2 },
    })
  })

  it('needs no leave of the server: it is text, without headers', () => {
    const { contentType, headers } = posthog.encode([win], context)
    expect([contentType, headers]).toEqual(['text/plain;charset=UTF-8', undefined])
  })
})
