import { hashOf } from '@firstwin/engine'
import type { Identity } from './identity.ts'
import type { InitOptions } from './options.ts'
import type { Outbox } from './outbox.ts'
import { createPlaces } from './report/place.ts'
import type { TextStore } from './report/text-store.ts'
import { redactEvent, toWireEvent, type Content } from './report/wire-event.ts'

export interface ReporterOptions {
  /** `undefined` where no endpoint is given: then nothing is kept and nothing sent. */
  outbox: Outbox | undefined
  settings: Pick<InitOptions, 'redact'>
  identity: Identity
  /** Keeps the number of the last event of this tab, and what was said of the user last. */
  sessions: TextStore
  newId: () => string
  now: () => number
  locale: () => string
}

/** Stamps what happens with who, where and when, and hands it to the queue. */
export interface Reporter {
  journey: { journey: string; journeyHash: string | undefined }
  /** A report of ours, or an event of the host's own. `at`: when it happened, if that is not now. */
  report: (event: string, properties: Readonly<Record<string, unknown>>, at?: number) => void
  /** Says who the user or the account is, unless this tab has said the same before. */
  introduce: (type: 'identify' | 'group', traits: Readonly<Record<string, unknown>>) => void
}

/** These end something a person looks at: they are sent at once, not with the next batch. */
const URGENT = /^(win|path|guide_c)/

export function createReporter(options: ReporterOptions): Reporter {
  const { outbox, identity, sessions, now } = options
  const nextPlace = createPlaces(sessions, options.newId)

  function push(content: Content, at = now()): void {
    if (!outbox) return
    const event = toWireEvent(content, {
      who: { anonymousId: identity.anonymousId(), userId: identity.userId() },
      own: { ...reporter.journey, ...nextPlace() },
      context: { groupId: identity.groupId(), locale: options.locale() },
      path: location.pathname,
      now: at,
    })
    const told = redactEvent(event, options.settings.redact)
    if (told) outbox.push(told)
  }

  const reporter: Reporter = {
    journey: { journey: '', journeyHash: undefined },
    report(event, properties, at) {
      push({ type: 'track', event, properties }, at)
      if (URGENT.test(event)) outbox?.flush()
    },
    introduce(type, traits) {
      const key = `fw:said:${type}`
      const said = hashOf(`${identity.userId()} ${identity.groupId()} ${JSON.stringify(traits)}`)
      if (sessions.get(key) !== said) {
        sessions.set(key, said)
        push({ type, traits })
      }
      // With a token, what waited for it may go now.
      outbox?.flush()
    },
  }
  return reporter
}
