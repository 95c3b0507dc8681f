import { StoreError } from '../../errors.ts'
import type { Address } from './parse-address.ts'
import { toRows, type Row } from './row.ts'

export type Settings = Readonly<Record<string, string | number>>

export interface Question {
  readonly sql: string
  readonly settings?: Settings
  /** Rows to insert, a line of JSON each. */
  readonly body?: string
  /** How long it may take. */
  readonly timeoutMs?: number
}

/** Speaks to one ClickHouse, over plain HTTP. All methods reject with `ClickHouseError`. */
export interface Client {
  /** Asks the host that answered last. Not asked again: the caller knows if that is safe. */
  run: (question: Question) => Promise<string>
  /**
   * For what may be done twice: asks one host after another until one answers. One alone is asked
   * twice: a connection that was kept open may be closed the moment it is used.
   */
  insist: (question: Question) => Promise<string>
  rows: (sql: string, settings?: Settings) => Promise<Row[]>
}

/** `code` is ClickHouse's own, and `undefined` where none answered: then it may have happened. */
export class ClickHouseError extends StoreError {
  readonly code: number | undefined

  constructor(message: string, { code, cause }: { code?: number | undefined; cause?: unknown }) {
    super(message, { cause })
    this.code = code
  }
}

export interface ClientOptions {
  readonly address: Pick<Address, 'hosts' | 'user' | 'password'>
  readonly fetch?: typeof fetch
}

/** Evidence of a million milestones has taken a minute. Node itself waits no longer than this. */
const TIMEOUT_MS = 300_000

/** Answers come whole or not at all, and numbers as numbers. */
const SETTINGS: Settings = {
  wait_end_of_query: 1,
  output_format_json_quote_64bit_integers: 0,
  // Ten thousand ids in one question, each with its write key, in brackets of their own.
  max_query_size: 32 * 1024 * 1024,
  max_ast_elements: 1_000_000,
  max_expanded_ast_elements: 2_000_000,
}

export function createClient(options: ClientOptions): Client {
  const { hosts } = options.address
  let current = 0

  async function run(question: Question): Promise<string> {
    const asked = current
    try {
      return await ask(hosts[asked % hosts.length] ?? '', question, options)
    } catch (error) {
      if (isUnreachable(error) && current === asked) current += 1
      throw error
    }
  }

  async function insist(question: Question): Promise<string> {
    for (let left = hosts.length; left > 0; left -= 1) {
      try {
        return await run(question)
      } catch (error) {
        if (!isUnreachable(error)) throw error
      }
    }
    return run(question)
  }

  return {
    run,
    insist,
    rows: async (sql, settings = {}) =>
      toRows(await insist({ sql: `${sql} FORMAT JSONEachRow`, settings })),
  }
}

/** Whether no answer came, or that of a server that is on its way down or up. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof ClickHouseError && (error.code === undefined || DOWN.has(error.code))
}

/** Socket and network errors between servers, too slow, no connection left, ended, no keeper. */
const DOWN = new Set([159, 209, 210, 279, 394, 999])

async function ask(host: string, question: Question, options: ClientOptions): Promise<string> {
  const { fetch: send = fetch } = options
  try {
    const response = await send(toUrl(host, question), {
      method: 'POST',
      headers: login(options.address),
      body: question.body ?? question.sql,
      signal: AbortSignal.timeout(question.timeoutMs ?? TIMEOUT_MS),
    })
    const text = await response.text()
    if (response.ok) return text
    throw new ClickHouseError(reasonIn(text), { code: codeIn(response.headers, text) })
  } catch (error) {
    if (error instanceof ClickHouseError) throw error
    throw new ClickHouseError(`ClickHouse does not answer at ${host}.`, { cause: error })
  }
}

/** The statement stands in the address only where the body is taken by rows. */
function toUrl(host: string, { sql, settings, body }: Question): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...SETTINGS, ...settings })) {
    query.set(name, String(value))
  }
  if (body !== undefined) query.set('query', sql)
  return `${host}/?${query.toString()}`
}

function login({ user, password }: ClientOptions['address']): Record<string, string> {
  return {
    'content-type': 'text/plain;charset=UTF-8',
    'x-clickhouse-user': user,
    'x-clickhouse-key': password,
  }
}

/** Old servers have no header for it. A proxy's error page has neither, and counts as no answer. */
function codeIn(headers: Headers, text: string): number | undefined {
  const found = headers.get('x-clickhouse-exception-code') ?? /Code: (\d+)/.exec(text)?.[1]
  return found === undefined ? undefined : Number(found)
}

const LONGEST_REASON = 300

/** The start of what it says: what is quoted, and the rest, may be of the rows or the statement. */
function reasonIn(text: string): string {
  const [reason = ''] = text.split(/['"`]|\bbefore:|\(while reading|: While |, expected|\n/i)
  return `ClickHouse refuses: ${reason.slice(0, LONGEST_REASON)}`
}
