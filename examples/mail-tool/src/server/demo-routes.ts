import type { Call } from './call.ts'
import type { MailTool } from './mail-tool.ts'
import { json, type Reply } from './reply.ts'
import { get, post, type Route } from './route.ts'

/** The controls of the demo, which the product itself does not have. */
export const demoRoutes: readonly Route[] = [
  get('/demo/clock', (_call, { clock }) => json({ now: clock.now(), reading: clock.reading() })),
  post('/demo/clock', moveClock),
]

function moveClock({ body }: Call, { clock }: MailTool): Reply {
  const { move, set } = body
  if (isTime(move)) clock.move(move)
  else if (isTime(set)) clock.set(set)
  else {
    const message = 'Send {"move": milliseconds} or {"set": milliseconds since 1970}.'
    return json({ error: { code: 'clock-wrong', message } }, 422)
  }
  return json({ now: clock.now(), reading: clock.reading() })
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
