import type { JourneySummary, WinEntry } from '@firstwin/collector'
import { listen } from './listen.ts'
import { isList, isRecord, isResults } from './guards.ts'
import { SHOWN_WINS } from './screen.ts'
import type { Answer, JourneyList, Refusal, Source } from './source.ts'

/** Asks the collector that serves this page. */
export const httpSource: Source = {
  async journeys() {
    const answer = await ask('v1/journeys')
    return read(answer, toJourneyList)
  },
  async results(journey) {
    const answer = await ask(`v1/results?${query(journey)}`)
    return read(answer, (value) => (isResults(value) ? value : undefined))
  },
  async wins(journey) {
    const answer = await ask(`v1/wins?${query(journey)}&limit=${SHOWN_WINS}`)
    return read(answer, (value) => (isList<WinEntry>(value, 'wins') ? value.wins : undefined))
  },
  live: listen,
  async signIn(readKey) {
    const answer = await request('v1/sign-in', { method: 'POST', body: readKey })
    return answer?.ok ? undefined : refusalOf(await toJson(answer))
  },
}

function toJourneyList(value: unknown): JourneyList | undefined {
  const journeys = isList<JourneySummary>(value, 'journeys') ? value['journeys'] : undefined
  const scriptTag = isRecord(value) ? value['scriptTag'] : undefined
  if (!journeys) return undefined
  return { journeys, scriptTag: typeof scriptTag === 'string' ? scriptTag : undefined }
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
  return response.ok ? { kind: 'ok', value } : { kind: 'refused', ...refusalOf(value) }
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

function refusalOf(value: unknown): Refusal {
  const { code, message } = isRecord(value) ? value : {}
  return {
    code: typeof code === 'string' ? code : 'unreachable',
    message: typeof message === 'string' ? message : '',
  }
}
