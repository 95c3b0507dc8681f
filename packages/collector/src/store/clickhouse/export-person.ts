import type { Client } from './client.ts'
import { findPerson, isEventOf, isOwnedBy, type Person } from './person.ts'
import { TIME_OF_EARLIEST, TIME_OF_LATEST } from './rank.ts'
import { numberIn, textIn, type Row } from './row.ts'
import { tableName, type Place } from './schema.ts'
import { dayOf, toWireEvent } from './to-event-row.ts'
import { listIn } from './to-evidence.ts'

/**
 * See `EventStore.exportPerson`. `kind` says what a line is; times are ISO 8601.
 *
 * @yields A line of JSON.
 */
export async function* exportPerson(
  client: Client,
  place: Place,
  who: { writeKey: string; userId: string },
): AsyncGenerator<string> {
  const person = await findPerson(client, place, who)
  for (const row of await readEvents(client, place, person)) yield JSON.stringify(eventLine(row))
  for (const row of await readFacts(client, place, person)) {
    // A device that a bot used as somebody else is theirs by another link.
    const isOthers = row['kind'] === 'link' && row['tie'] !== who.userId
    const line = isOthers ? undefined : factLine(row)
    if (line) yield JSON.stringify(line)
  }
}

function readEvents(client: Client, place: Place, person: Person): Promise<Row[]> {
  return client.rows(
    `SELECT message_id, type, name, actor, anonymous_id, body, at, device_sent_at, received_at, bot
     FROM ${tableName(place, 'events')}
     WHERE ${isEventOf(person)} ORDER BY message_id, rank DESC LIMIT 1 BY message_id`,
  )
}

function readFacts(client: Client, place: Place, person: Person): Promise<Row[]> {
  return client.rows(
    `SELECT kind, journey, owner, name, bot, tie, value, ${TIME_OF_EARLIEST} AS earliest,
       ${TIME_OF_LATEST} AS latest FROM ${tableName(place, 'facts')}
     WHERE ${isOwnedBy(person)} ORDER BY kind, journey, owner, name, bot, rank DESC,
       if(kind = 'group', '', tie), tie DESC
     LIMIT 1 BY kind, journey, owner, name, bot`,
  )
}

function eventLine(row: Row) {
  return {
    kind: 'event',
    at: isoIn(row, 'at'),
    sentAt: isoIn(row, 'device_sent_at'),
    receivedAt: isoIn(row, 'received_at'),
    bot: row['bot'] === 1,
    event: toWireEvent(row),
  }
}

function factLine(row: Row): object | undefined {
  const bot = row['bot'] === 1
  const { owner, journey, name, tie } = row
  switch (row['kind']) {
    case 'milestone':
      return milestoneLine(row)
    case 'trait':
      return { kind: 'trait', owner, name, value: jsonIn(row), at: isoIn(row, 'latest'), bot }
    case 'group':
      return { kind: 'group', actor: owner, groupId: tie, at: isoIn(row, 'latest'), bot }
    case 'heard':
      return { kind: 'person', actor: owner, heardOn: dayOf(numberIn(row, 'latest')) }
    case 'progress':
      if (row['value'] === '') return undefined
      return {
        kind: 'progress',
        journey,
        device: name,
        at: isoIn(row, 'latest'),
        part: jsonIn(row),
      }
    case 'link': {
      const anonymousId = textIn(row, 'owner').slice(2)
      return { kind: 'device', anonymousId, userId: tie, at: isoIn(row, 'earliest'), bot }
    }
    default:
      return undefined
  }
}

function milestoneLine(row: Row): object {
  const [milestone, path, subject] = listIn(row, 'name')
  const [, tier, clock, deviceTtvMs] = listIn(row, 'value')
  const { owner: actor, journey, tie: messageId } = row
  const place = { kind: 'milestone', actor, journey, milestone, path, subject }
  const said = { messageId, tier, clock, deviceTtvMs }
  return { ...place, at: isoIn(row, 'earliest'), bot: row['bot'] === 1, ...said }
}

function jsonIn(row: Row): unknown {
  return JSON.parse(textIn(row, 'value'))
}

function isoIn(row: Row, column: string): string {
  return new Date(numberIn(row, column)).toISOString()
}
