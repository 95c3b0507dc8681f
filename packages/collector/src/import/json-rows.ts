import { isObject } from '../receive/is-object.ts'
import { parseJson } from '../receive/parse-json.ts'
import { ImportError } from './import-error.ts'
import type { BrokenRow, PastRow } from './past-row.ts'

/** A longer line is no event, but a file that is one JSON value. */
const MAX_LINE = 1_000_000

/**
 * The rows of a file with one JSON object a line. Empty lines are left out.
 *
 * @yields A row, or why it is none.
 */
export async function* jsonRows(
  chunks: AsyncIterable<string>,
): AsyncGenerator<PastRow | BrokenRow> {
  let rest = ''
  let line = 0
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > MAX_LINE) {
      throw new ImportError(
        `Line ${line + lines.length + 1} is too long: one object a line is expected.`,
      )
    }
    for (const text of lines) {
      line += 1
      if (text.trim() !== '') yield toRow(text, line)
    }
  }
  if (rest.trim() !== '') yield toRow(rest, line + 1)
}

function toRow(text: string, line: number): PastRow | BrokenRow {
  // Cleaned as what pages send: a user is to be known by the same id, wherever it comes from.
  const parsed = parseJson(text)
  if (!parsed.ok) {
    const isJson = parsed.problem.code !== 'not-json'
    return { line, problem: isJson ? 'nested too deep, or too many values' : 'not JSON' }
  }
  if (!isObject(parsed.value)) return { line, problem: 'not an object' }
  return { line, values: new Map(Object.entries(parsed.value)) }
}
