import {
  array,
  constantFrom,
  dictionary,
  jsonValue,
  sample,
  string,
  subarray,
  tuple,
} from 'fast-check'
import type { WireEvent } from '../report/wire-event.ts'
import { win } from './events.fixture.ts'

const HALVES = ['\uD83C', '\uDF89', '\uD83C\uDF89', '\\', '\\ud83c', '"', 'ud83c', 'a']
const text = array(constantFrom(...HALVES), { maxLength: 8 }).map((parts) => parts.join(''))
const fields = dictionary(text, jsonValue(), { maxKeys: 4 })
const gone = subarray(['event', 'anonymousId', 'userId', 'timestamp', 'properties', 'context'])

/** Whatever a host may have made of an event: halves of characters, no names, no times, parts gone. */
export const anyEvent = tuple(text, text, fields, string(), gone).map(
  ([name, userId, given, timestamp, missing]): WireEvent => {
    const properties = Object.assign(given, { cut: name, journey: name })
    const event = Object.assign({}, win, { event: name, userId, timestamp, properties })
    for (const part of missing) Reflect.deleteProperty(event, part)
    return event
  },
)

/** Some of them, the same each time, with ids of their own. */
export const anyEvents: readonly WireEvent[] = sample(anyEvent, { numRuns: 300, seed: 7 }).map(
  (event, index) => Object.assign(event, { messageId: win.messageId.slice(0, -3) + (index + 100) }),
)
