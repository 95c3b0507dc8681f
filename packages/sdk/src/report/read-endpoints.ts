import { fetchAnalytics } from '../endpoints/fetch-analytics.ts'
import type {
  Encode,
  EncodeName,
  Encoding,
  Endpoint,
  EndpointOptions,
  ReadAnswer,
  SendEvents,
} from './endpoint.ts'
import type { WireEvent } from './wire-event.ts'

/** One endpoint, with everything said. */
export interface Target {
  /** Of its queue: unique, and the same on every page. */
  readonly name: string
  /** Either this or a URL. */
  readonly send: SendEvents | undefined
  readonly url: string
  readonly encode: EncodeName | Encode | Encoding
  readonly readAnswer: ReadAnswer | undefined
  readonly key: string | undefined
  /** Whether it wants this one. What throws wants nothing. */
  readonly filter: ((event: WireEvent) => boolean) | undefined
}

interface Settings {
  endpoint?: Endpoint | readonly Endpoint[] | undefined
  key?: string | undefined
  encode?: EncodeName | undefined
}

/** The endpoints of `init`. `base` is the address of the page. */
export function readEndpoints(settings: Settings, base: string): readonly Target[] {
  const names = new Set<string>()
  return [settings.endpoint ?? []].flat().map((endpoint) => {
    const options = toOptions(endpoint)
    const { send, url = '', readAnswer, key = settings.key } = options
    const name = unique(options.name ?? nameOf(url, base), names)
    const encode = options.encode ?? settings.encode ?? 'batch'
    return { name, send, url, encode, readAnswer, key, filter: toRule(options.filter) }
  })
}

function toOptions(endpoint: Endpoint): EndpointOptions {
  if (typeof endpoint === 'string') return { url: endpoint }
  if (typeof endpoint === 'function') return { send: endpoint }
  const { analytics } = endpoint
  return analytics ? { name: analytics, send: fetchAnalytics(analytics), ...endpoint } : endpoint
}

/** Host and path, without what could be a secret. */
function nameOf(url: string, base: string): string {
  if (!url || !URL.canParse(url, base)) return 'function'
  const { host, pathname } = new URL(url, base)
  return (host + pathname).replaceAll(/[^\w.]+/g, '-')
}

function unique(name: string, names: Set<string>): string {
  const base = name.replaceAll(':', '-')
  let found = base
  for (let count = 2; names.has(found); count += 1) found = `${base}-${count}`
  names.add(found)
  return found
}

function toRule(filter: EndpointOptions['filter']): Target['filter'] {
  if (typeof filter !== 'object') return filter
  return ({ event, type }) => filter.includes(event ?? type)
}
