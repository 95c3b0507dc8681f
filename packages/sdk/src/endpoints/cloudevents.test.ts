import { HTTP, type CloudEvent } from 'cloudevents'
import { describe, expect, it } from 'vitest'
import { anyEvents } from './any-event.fixture.ts'
import { cloudevents } from './cloudevents.ts'
import { awkward, context, events, visitor, win } from './events.fixture.ts'

/** As the official SDK of CloudEvents reads the request. */
function received(sent = events, said = context): readonly CloudEvent<unknown>[] {
  const { body, contentType, headers } = cloudevents.encode(sent, said)
  const read = HTTP.toEvent<unknown>({ headers: { 'content-type': contentType, ...headers }, body })
  return [read].flat() as CloudEvent<unknown>[]
}

describe('cloudevents', () => {
  it('is a batch of valid events to the SDK of CloudEvents', () => {
    expect(received().map((event) => event.validate())).toEqual(events.map(() => true))
  })

  it('loses nothing: id, time and data are the event again', () => {
    const sent = events.filter((event) => event !== awkward)
    const again = received(sent).map(({ id, time, data }) =>
      Object.assign(data as object, { messageId: id, timestamp: time }),
    )
    expect(again).toEqual(sent)
  })

  it('leaves out a time that is none, for which the SDK would refuse the whole batch', () => {
    const { timestamp: _, messageId, ...data } = awkward
    const [sent] = JSON.parse(cloudevents.encode([awkward], context).body) as object[]
    expect(sent).not.toHaveProperty('time')
    expect(received([awkward])[0]).toMatchObject({ id: messageId, data })
    const wrong = [{ ...sent, time: awkward.timestamp }]
    const headers = { 'content-type': 'application/cloudevents-batch+json' }
    expect(() => HTTP.toEvent({ headers, body: JSON.stringify(wrong) })).toThrow('invalid payload')
  })

  it('names source, type and subject so that a broker can filter', () => {
    const read = received().map(({ source, type, subject }) => [source, type, subject])
    expect(read.slice(0, 4)).toEqual([
      ['/firstwin/mail-tool', 'firstwin.track.win_reached', 'u_42'],
      ['/firstwin/mail-tool', 'firstwin.track.step_viewed', visitor.anonymousId],
      ['/firstwin/mail-tool', 'firstwin.identify', 'u_42'],
      ['/firstwin/mail-tool', 'firstwin.group', 'u_42'],
    ])
  })

  it('has only extensions that every broker carries', () => {
    const [sent] = JSON.parse(cloudevents.encode([win], context).body) as object[]
    expect(Object.keys(sent ?? {}).filter((name) => !/^[a-z0-9]+$/.test(name))).toEqual([])
    expect(received([win])[0]?.['sentat']).toBe(context.sentAt)
  })

  it('carries the key as a header, and none where there is no key', () => {
    expect(cloudevents.encode(events, context).headers).toEqual({
      authorization: 'Bearer pk_live_1',
    })
    expect(cloudevents.encode(events, { ...context, key: '' }).headers).toEqual({})
  })

  it('carries the token in each event, and none where there is none', () => {
    const signed = { ...context, token: 'a.b.c' }
    expect(received([win, visitor], signed).map((event) => event['token'])).toEqual([
      'a.b.c',
      'a.b.c',
    ])
    expect(cloudevents.encode([win], context).body).not.toContain('"token"')
  })

  it('is valid also where the event says little', () => {
    const little = { ...visitor, event: '', anonymousId: '', properties: { journey: '\uD83C' } }
    expect(received([little]).map((event) => event.validate())).toEqual([true])
  })

  it('is valid whatever the event says', () => {
    expect(received([...anyEvents]).every((event) => event.validate())).toBe(true)
  })
})
