import { ImportError } from './import-error.ts'

/** The texts of one row. */
export interface CsvFields {
  /** Where the row begins, counted from 1; a field in quotes may go over several lines. */
  readonly line: number
  readonly fields: readonly string[]
}

/** A longer field is a quote that nobody closed: it would swallow the rest of the file. */
const MAX_FIELD = 1_000_000

/**
 * Splits CSV as RFC 4180 has it, with any one-character separator, piece by piece: a file need not
 * fit into memory. Ends of lines are LF, CR LF or CR. Empty lines are left out.
 *
 * @yields A row.
 * @throws {ImportError} If a quotation mark is never closed.
 */
export async function* splitCsv(
  chunks: AsyncIterable<string>,
  separator: string,
): AsyncGenerator<CsvFields> {
  const state = newState(separator)
  for await (const chunk of chunks) {
    for (const character of chunk) take(state, character)
    yield* state.rows.splice(0)
  }
  if (state.place === 'quoted') throw neverClosed(state)
  endRow(state)
  yield* state.rows
}

interface State {
  readonly separator: string
  readonly rows: CsvFields[]
  place: 'start' | 'plain' | 'quoted' | 'after-quote'
  field: string
  fields: string[]
  line: number
  startLine: number
  afterReturn: boolean
}

function newState(separator: string): State {
  const before = { line: 1, startLine: 1, afterReturn: false }
  return { separator, rows: [], place: 'start', field: '', fields: [], ...before }
}

function take(state: State, character: string): void {
  const isEnd = character === '\n' || character === '\r'
  const isSecondHalf = character === '\n' && state.afterReturn
  state.afterReturn = character === '\r'
  if (isEnd && !isSecondHalf) state.line += 1
  if (state.place === 'quoted') takeQuoted(state, character)
  else if (isEnd && !isSecondHalf) endRow(state)
  else if (!isEnd) takePlain(state, character)
}

function takeQuoted(state: State, character: string): void {
  if (character === '"') state.place = 'after-quote'
  else if (state.field.length > MAX_FIELD) throw neverClosed(state)
  else state.field += character
}

function takePlain(state: State, character: string): void {
  if (character === state.separator) {
    endField(state)
  } else if (character === '"' && state.place === 'start') {
    state.place = 'quoted'
  } else {
    // Two quotes within quotes stand for one.
    state.place = character === '"' && state.place === 'after-quote' ? 'quoted' : 'plain'
    state.field += character
  }
}

function endField(state: State): void {
  state.fields.push(state.field)
  state.field = ''
  state.place = 'start'
}

function endRow(state: State): void {
  const isEmpty = state.fields.length === 0 && state.field === '' && state.place === 'start'
  if (!isEmpty) {
    endField(state)
    state.rows.push({ line: state.startLine, fields: state.fields })
  }
  state.fields = []
  state.startLine = state.line
}

function neverClosed({ startLine }: State): ImportError {
  return new ImportError(`Line ${startLine}: a quotation mark is never closed.`)
}
