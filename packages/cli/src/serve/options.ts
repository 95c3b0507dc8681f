import type { Limits, Rate } from '@firstwin/collector'
import { UsageError } from '../errors.ts'
import type { Input } from '../read-input.ts'

const DAY_MS = 86_400_000
const MAX_PORT = 65_535

export type LogForm = 'text' | 'json'

/** @throws {UsageError} If it is not a port. */
export function readPort(input: Input): number {
  const text = input.one('port') ?? '4180'
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= MAX_PORT) return port
  throw new UsageError(`--port ${text} is not a port: give a whole number from 0 to ${MAX_PORT}.`)
}

/** `400d` in ms; `undefined` for ever. */
export function readRetention(input: Input): number | undefined {
  const text = input.one('retention')
  if (text === undefined) return undefined
  const days = Number(/^(\d{1,5})d$/.exec(text)?.[1])
  if (days > 0) return days * DAY_MS
  throw new UsageError(`--retention ${text} is no time: write it in days, 400d for example.`)
}

/** How many proxies are ours. */
export function readTrustProxy(input: Input): number {
  const text = input.one('trust-proxy') ?? '0'
  if (/^\d$/.test(text)) return Number(text)
  throw new UsageError(`--trust-proxy ${text} is no number of proxies: give one from 0 to 9.`)
}

const MAX_DRAIN_SECONDS = 600

type RateName = 'perKey' | 'perAddress'

/** How many seconds' worth may come at once, as in the collector's own limits. */
const BURST_SECONDS = { perKey: 2, perAddress: 10 } as const
const RATE_FLAGS = { perKey: 'rate-per-key', perAddress: 'rate-per-address' } as const
const MAX_RATE = 1_000_000

/** The rates that were given: `200`, or `200:2000` with what may come at once. */
export function readRates(input: Input): Partial<Pick<Limits, RateName>> {
  const perKey = readRate(input, 'perKey')
  const perAddress = readRate(input, 'perAddress')
  return { ...(perKey && { perKey }), ...(perAddress && { perAddress }) }
}

function readRate(input: Input, name: RateName): Rate | undefined {
  const flag = RATE_FLAGS[name]
  const text = input.one(flag)
  if (text === undefined) return undefined
  const [, second, atOnce] = /^(\d+)(?::(\d+))?$/.exec(text) ?? []
  const perSecond = Number(second)
  const burst = atOnce === undefined ? perSecond * BURST_SECONDS[name] : Number(atOnce)
  if (isRate(perSecond) && isRate(burst)) return { perSecond, burst }
  throw new UsageError(
    `--${flag} ${text} is no rate: give requests a second, 200, or those at once too, 200:2000.`,
  )
}

function isRate(value: number): boolean {
  return value >= 1 && value <= MAX_RATE
}

/** In ms. */
export function readDrain(input: Input): number {
  const text = input.one('drain') ?? '0'
  const seconds = Number(text)
  if (/^\d+$/.test(text) && seconds <= MAX_DRAIN_SECONDS) return seconds * 1_000
  throw new UsageError(`--drain ${text} is no time: give seconds, from 0 to ${MAX_DRAIN_SECONDS}.`)
}

export function readLogForm(input: Input): LogForm {
  const text = input.one('log') ?? 'text'
  if (text === 'text' || text === 'json') return text
  throw new UsageError(`--log ${text} is not known: text and json are.`)
}

/** How browsers reach us, without a slash at the end. */
export function readPublicUrl(input: Input): string | undefined {
  const text = input.one('public-url')
  if (text === undefined) return undefined
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) {
    return text.replace(/\/+$/, '')
  }
  throw new UsageError(`--public-url ${text} is no address: write https://first.example.com`)
}
