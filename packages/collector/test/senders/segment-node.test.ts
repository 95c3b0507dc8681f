import { Analytics } from '@segment/analytics-node'
import { describe, expect, it } from 'vitest'
import { runCollector } from '../running-collector.ts'
import { storedTypes } from '../stored.ts'
import { ACME } from '../tenants.ts'

const keys = [ACME]

/** Segment's SDK for servers, as it is, with nothing but another address. */
async function sendFromServer(tell: (analytics: Analytics) => void) {
  const { url } = await runCollector({ keys, now: Date.now })
  const analytics = new Analytics({ writeKey: ACME.key, host: url, flushInterval: 50 })
  const errors: unknown[] = []
  analytics.on('error', (error) => errors.push(error))
  tell(analytics)
  await analytics.closeAndFlush()
  return { url, errors }
}

describe('Segment’s SDK for servers', () => {
  it('sends what happened, who it was and to whom they belong', async () => {
    const { url, errors } = await sendFromServer((analytics) => {
      analytics.identify({ userId: 'u1', traits: { plan: 'pro' } })
      analytics.group({ userId: 'u1', groupId: 'acme', traits: { seats: 5 } })
      analytics.track({ userId: 'u1', event: 'Mail Sent', properties: { count: 1 } })
    })
    expect(errors).toEqual([])
    expect(await storedTypes(url, 'u1')).toEqual(['group', 'identify', 'track'])
  })

  it('is not told to send pages and screens again: they are refused one by one', async () => {
    const { url, errors } = await sendFromServer((analytics) => {
      analytics.page({ userId: 'u1', name: 'Home' })
      analytics.screen({ userId: 'u1', name: 'Home' })
      analytics.alias({ userId: 'u1', previousId: 'u0' })
      analytics.track({ userId: 'u1', event: 'Mail Sent' })
    })
    expect(errors).toEqual([])
    expect(await storedTypes(url, 'u1')).toEqual(['track'])
  })
})
