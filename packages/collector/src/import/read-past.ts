import { csvRows } from './csv-rows.ts'
import { decodeText } from './decode-text.ts'
import { jsonRows } from './json-rows.ts'
import { mapRow, readMapping, type MappingOptions } from './mapping.ts'
import { toPastEvent, type PastEvent, type PastOptions } from './to-past-event.ts'

export interface ReadPastOptions extends MappingOptions, PastOptions {
  readonly form: 'csv' | 'jsonl'
  /** @default told from the file */
  readonly encoding: string | undefined
}

/**
 * What became of one row, or of the one half of a row that says what happened and who it was.
 * `line` is where it begins, counted from 1.
 */
export type PastResult = PastEvent & {
  readonly line: number
  /** Columns that nothing was made of. */
  readonly unused: readonly string[]
}

/**
 * Reads past events and traits from a file of rows, one by one.
 *
 * @yields What became of a row.
 * @throws {ImportError} If it cannot be read as such a file.
 */
export async function* readPast(
  bytes: AsyncIterable<Uint8Array>,
  options: ReadPastOptions,
): AsyncGenerator<PastResult> {
  const mapping = readMapping(options)
  const text = decodeText(bytes, options.encoding)
  const rows = options.form === 'csv' ? csvRows(text) : jsonRows(text)
  for await (const row of rows) {
    const { line } = row
    if ('problem' in row) {
      yield { ok: false, problem: row.problem, line, unused: [] }
      continue
    }
    const { raw, unused } = mapRow(row, mapping)
    const [event, traits] = splitTraits(raw)
    const result = toPastEvent(event, options)
    yield { ...result, line, unused }
    if (traits && result.ok) yield { ...toPastEvent(traits, options), line, unused: [] }
  }
}

type Raw = Readonly<Record<string, unknown>>

/** An event has no traits: a row with both is what happened, and what was known then of the user. */
function splitTraits(raw: Raw): readonly [Raw, Raw?] {
  const { traits, ...event } = raw
  if (raw['event'] === undefined || traits === undefined) return [raw]
  const { userId, anonymousId, timestamp } = raw
  const who = {
    ...(userId === undefined ? {} : { userId }),
    ...(anonymousId === undefined ? {} : { anonymousId }),
  }
  return [event, { ...who, type: 'identify', timestamp, traits }]
}
