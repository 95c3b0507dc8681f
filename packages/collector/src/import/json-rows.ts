import { isObject } from '../receive/is-object.ts'
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
  try {
    const value: unknown = JSON.parse(text)
    if (isObject(value)) return { line, values: new Map(Object.entries(value)) }
  } catch {
    return { line, problem: 'not JSON' }
  }
  return { line, problem: 'not an object' }
}
