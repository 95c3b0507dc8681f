import { setTimeout as delay } from 'node:timers/promises'
import { pass } from './gate.ts'
import type { Answer, Behaviour, Exchange } from './exchange.ts'

/** Hands it on after so many milliseconds. */
export function late(ms: number): Behaviour {
  return async (exchange) => {
    await exchange.body()
    await delay(ms)
    await pass(exchange)
  }
}

/** Takes the request and never answers. */
export const swallow: Behaviour = async ({ body }) => {
  await body()
}

/** Resets the connection as soon as the request begins. */
export const cutAtOnce: Behaviour = async ({ reset }) => reset()

/** Resets after a part of the body has come. */
export const cutRequest: Behaviour = async ({ request, reset }) => {
  request.once('data', () => reset())
}

/** The receiver has it, and the page never hears of that. */
export const loseAnswer: Behaviour = async ({ forward, reset }) => {
  await forward()
  reset()
}

/** The receiver has it; the page hears "200", and the connection ends within the body. */
export const cutAnswer: Behaviour = async ({ forward, response, reset }) => {
  const { status, headers, body } = await forward()
  response.writeHead(status, { ...headers, 'content-length': String(body.length) })
  response.write(body.slice(0, body.length / 2), () => setImmediate(reset))
}

/** The receiver has it; its answer comes in drops. */
export function drip(pauseMs: number): Behaviour {
  return async ({ forward, response }) => {
    const { status, headers, body } = await forward()
    response.writeHead(status, headers)
    for (const letter of body) {
      response.write(letter)
      await delay(pauseMs)
    }
    response.end()
  }
}

/** Takes the body at so many bytes a second. */
export function narrow(bytesPerSecond: number): Behaviour {
  return async (exchange) => {
    const { length } = await exchange.body()
    await delay((length / bytesPerSecond) * 1000)
    await pass(exchange)
  }
}

/** Answers with this instead of handing it on, readable by the page. */
export function answerWith(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Behaviour {
  return async (exchange) => {
    await exchange.body()
    exchange.give(readable(exchange, { status, headers, body }))
  }
}

/** As what stands between does, which knows nothing of the page: it may not read this answer. */
export function answerUnreadably(status: number, headers = {}, body = ''): Behaviour {
  return async (exchange) => {
    await exchange.body()
    exchange.give({ status, headers, body })
  }
}

/** 413 for more than so many bytes; hands on what fits. */
export function onlyUpTo(bytes: number): Behaviour {
  const refuse = answerWith(413)
  return async (exchange) => {
    const { length } = await exchange.body()
    await (length > bytes ? refuse(exchange) : pass(exchange))
  }
}

const PORTAL = '<!doctype html><title>Welcome to our network</title><h1>Please sign in</h1>'

/** The page in which a network asks for a sign-in, in place of every answer. */
export const portal = answerWith(200, { 'content-type': 'text/html' }, PORTAL)

/** Sends the page elsewhere; a POST becomes a GET of the portal's page there. */
export function redirect(status: 302 | 303): Behaviour {
  return answerWith(status, { location: '/portal' })
}

function readable({ request }: Exchange, answer: Answer): Answer {
  const { origin } = request.headers
  if (!origin) return answer
  const cors = {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'Retry-After',
  }
  return { ...answer, headers: { ...answer.headers, ...cors } }
}
