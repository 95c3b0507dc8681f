import { ImportError } from './import-error.ts'
import type { PastRow } from './past-row.ts'

/** What an event can be told by a column. */
const FIELDS = ['type', 'event', 'userId', 'anonymousId', 'groupId', 'timestamp', 'messageId']
const PARTS = ['traits', 'properties']

export interface MappingOptions {
  /** `userId=Customer no.`: what a column is. Names of fields, `traits.NAME` and `properties.NAME`. */
  readonly map: readonly string[]
  /** `event=paid`: what holds for every row. */
  readonly set: readonly string[]
}

/** Where each thing comes from: a column, or a value for all rows. */
export interface Mapping {
  /** Column by what it is. */
  readonly columns: ReadonlyMap<string, string>
  readonly constants: ReadonlyMap<string, string>
}

/** @throws {ImportError} If one is not of the form NAME=VALUE, or names nothing. */
export function readMapping({ map, set }: MappingOptions): Mapping {
  return { columns: new Map(map.map(readPair)), constants: new Map(set.map(readPair)) }
}

function readPair(text: string): [string, string] {
  const [name = '', ...rest] = text.split('=')
  const [part = '', ...below] = name.split('.')
  const isPart = PARTS.includes(part) && below.join('') !== ''
  if (rest.length === 0 || !(FIELDS.includes(name) || isPart)) {
    throw new ImportError(
      `"${text}" is no mapping. Write userId=COLUMN; besides userId there are ` +
        `${FIELDS.filter((field) => field !== 'userId').join(', ')}, traits.NAME and properties.NAME.`,
    )
  }
  return [name, rest.join('=')]
}

/** A row as an event has it, unjudged, and the columns that nothing was made of. */
export interface Mapped {
  readonly raw: Readonly<Record<string, unknown>>
  readonly unused: readonly string[]
}

/**
 * What was mapped; columns besides that whose names say what they are: those of the fields, whatever
 * their case, spaces and underscores (`User ID`), `traits.NAME` and `properties.NAME`, and of JSON
 * the objects `traits` and `properties`.
 */
export function mapRow({ values }: PastRow, { columns, constants }: Mapping): Mapped {
  const found = new Map<string, unknown>(constants)
  const used = new Set(columns.values())
  for (const [name, column] of columns) found.set(name, readPath(values, column))
  const unused: string[] = []
  for (const [column, value] of values) {
    if (used.has(column)) continue
    const name = nameOf(column)
    if (name === undefined) unused.push(column)
    else if (!found.has(name)) found.set(name, value)
  }
  return { raw: assemble(found), unused }
}

/** A column, or in JSON a place within one: `user.id`. */
function readPath(values: PastRow['values'], path: string): unknown {
  if (values.has(path)) return values.get(path)
  const [first = '', ...rest] = path.split('.')
  return rest.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    values.get(first),
  )
}

function nameOf(column: string): string | undefined {
  const plain = column.toLowerCase().replaceAll(/[\s_-]/g, '')
  const field = FIELDS.find((one) => one.toLowerCase() === plain)
  if (field !== undefined) return field
  const part = PARTS.find((one) => column === one || column.startsWith(`${one}.`))
  return part === undefined ? undefined : column
}

function assemble(found: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const raw: Record<string, unknown> = {}
  for (const field of FIELDS) {
    const value = found.get(field)
    if (value !== undefined && value !== null && value !== '') raw[field] = value
  }
  for (const part of PARTS) {
    const whole = found.get(part)
    const names = [...found].filter(([name]) => name.startsWith(`${part}.`))
    const given = names
      .filter(([, value]) => value !== '' && value !== null && value !== undefined)
      .map(([name, value]) => [name.slice(part.length + 1), toValue(value)])
    const all = { ...(typeof whole === 'object' ? whole : undefined), ...Object.fromEntries(given) }
    if (Object.keys(all).length > 0) raw[part] = all
  }
  return raw
}

/** Numbers as spreadsheets write them. What begins with a nought is a name: a postcode, an id. */
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/

function toValue(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const text = value.trim()
  if (NUMBER.test(text)) return Number(text)
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true'
  return value
}
