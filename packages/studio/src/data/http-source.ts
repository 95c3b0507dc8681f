import type { JourneySummary, Results, WinEntry } from '@firstwin/collector'
import { SHOWN_WINS } from './screen.ts'
import type { Answer, Source } from './source.ts'

/** Asks the collector that serves this page. */
export const httpSource: Source = {
  async journeys() {
    const answer = await ask('v1/journeys')
    return read(answer, (value) =>
      isList<JourneySummary>(value, 'journeys') ? value.journeys : undefined,
    )
  },
  async results(journey) {
    const answer = await ask(`v1/results?${query(journey)}`)
    return read(answer, (value) => (isResults(value) ? value : undefined))
  },
  async wins(journey) {
    const answer = await ask(`v1/wins?${query(journey)}&limit=${SHOWN_WINS}`)
    return read(answer, (value) => (isList<WinEntry>(value, 'wins') ? value.wins : undefined))
  },
  live(journey, { onWin, onConnected }) {
    const events = new EventSource(`v1/live?${query(journey)}`)
    events.addEventListener('open', () => onConnected(true))
    events.addEventListener('error', () => onConnected(false))
    events.addEventListener('win', ({ data }) => {
      const win: unknown = JSON.parse(String(data))
      if (isWin(win)) onWin(win)
    })
    return () => events.close()
  },
  async signIn(readKey) {
    const answer = await request('v1/sign-in', { method: 'POST', body: readKey })
    return answer?.ok ? undefined : messageOf(await toJson(answer))
  },
}

function query(journey: string): string {
  return new URLSearchParams({ journey }).toString()
}

function ask(path: string): Promise<Answer<unknown>> {
  return request(path, {}).then(toAnswer)
}

async function request(path: string, init: RequestInit): Promise<Response | undefined> {
  try {
    return await fetch(path, init)
  } catch {
    return undefined
  }
}

async function toAnswer(response: Response | undefined): Promise<Answer<unknown>> {
  if (!response || response.status >= 500) return { kind: 'unreachable' }
  if (response.status === 401) return { kind: 'sign-in' }
  const value = await toJson(response)
  return response.ok ? { kind: 'ok', value } : { kind: 'refused', message: messageOf(value) }
}

async function toJson(response: Response | undefined): Promise<unknown> {
  try {
    return await response?.json()
  } catch {
    return undefined
  }
}

function read<Value>(
  answer: Answer<unknown>,
  parse: (value: unknown) => Value | undefined,
): Answer<Value> {
  if (answer.kind !== 'ok') return answer
  const value = parse(answer.value)
  return value === undefined ? { kind: 'unreachable' } : { kind: 'ok', value }
}

function messageOf(value: unknown): string {
  return isRecord(value) && typeof value['message'] === 'string' ? value['message'] : ''
}

// The collector and this screen are built and released together, so these look at the outline only:
// they tell its answers from those of a proxy in between.

function isList<Item>(value: unknown, name: string): value is Record<string, readonly Item[]> {
  return isRecord(value) && Array.isArray(value[name])
}

function isResults(value: unknown): value is Results {
  return isRecord(value) && Array.isArray(value['tiers']) && Array.isArray(value['paths'])
}

function isWin(value: unknown): value is WinEntry {
  return isRecord(value) && typeof value['id'] === 'string' && isRecord(value['person'])
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
