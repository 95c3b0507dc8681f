import { array, assert, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyEvent } from './any-event.fixture.ts'
import { context, win } from './events.fixture.ts'
import { cloudevents, ndjson, otlpLogs, posthog } from './index.ts'

/** All texts of a value, and of what texts hold as JSON. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value].concat(textsOf(inner(value)))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => [name].concat(textsOf(one)))
}

function inner(value: string): unknown {
  if (!/^[[{]/.test(value)) return undefined
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

describe.each(Object.entries({ cloudevents, ndjson, otlpLogs, posthog }))('%s', (_, { encode }) => {
  it('is JSON of whole characters, one for each event, whatever the event says', () => {
    assert(
      property(array(anyEvent, { minLength: 1, maxLength: 3 }), (events) => {
        const { body } = encode(events, context)
        const parts = encode === ndjson.encode ? body.trimEnd().split('\n') : [body]
        const read = parts.map((part) => JSON.parse(part) as unknown)
        expect(textsOf(read).filter((one) => !one.isWellFormed())).toEqual([])
        const ids = textsOf(read).filter((one) => one === win.messageId)
        expect(ids.length).toBeGreaterThanOrEqual(events.length)
      }),
    )
  })

  it('changes no text that is whole', () => {
    const whole = 'a\\ud83c \\\\udf89 🎉 \\'
    const { body } = encode([{ ...win, properties: { whole } }], context)
    expect(textsOf(JSON.parse(body))).toContain(whole)
  })
})
