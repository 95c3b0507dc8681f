import type { BrokenRow, PastRow } from './past-row.ts'
import { splitCsv } from './split-csv.ts'

const SEPARATORS = [',', ';', '\t']

/**
 * The rows of a CSV file, whose first line names the columns. The separator is the one of comma,
 * semicolon and tab that stands most often in that line.
 *
 * @yields A row, or why it is none.
 */
export async function* csvRows(chunks: AsyncIterable<string>): AsyncGenerator<PastRow | BrokenRow> {
  const { head, all } = await peek(chunks)
  let names: readonly string[] | undefined
  for await (const { line, fields: texts } of splitCsv(all, separatorOf(head))) {
    // As of what pages send; halves of surrogate pairs are refused by the decoder.
    const fields = texts.map((text) => text.replaceAll('\0', '\uFFFD'))
    if (names) yield toRow(names, fields, line)
    else names = fields.map((name) => name.trim())
  }
}

function toRow(names: readonly string[], fields: readonly string[], line: number) {
  if (fields.length !== names.length) {
    const problem = `${fields.length} fields where the first line has ${names.length}`
    return { line, problem }
  }
  return { line, values: new Map(names.map((name, index) => [name, fields[index] ?? ''])) }
}

function separatorOf(head: string): string {
  // What stands in quotes is part of a name.
  const line = head.replaceAll(/"[^"]*"/g, '').split(/\r|\n/)[0] ?? ''
  const counts = SEPARATORS.map((separator) => line.split(separator).length)
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ','
}

/** The beginning, as far as the end of the first line, and all chunks with that one again. */
async function peek(chunks: AsyncIterable<string>) {
  const iterator = chunks[Symbol.asyncIterator]()
  let head = ''
  while (!/[\r\n]/.test(head)) {
    const next = await iterator.next()
    if (next.done === true) break
    head += next.value
  }
  async function* all(): AsyncGenerator<string> {
    yield head
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      yield next.value
    }
  }
  return { head, all: all() }
}
