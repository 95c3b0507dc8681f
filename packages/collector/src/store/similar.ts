import { LEAST_USERS } from './baseline.ts'

/** What must be true of a user or their company, exactly. */
export type WantedTraits = Readonly<Record<string, string | number | boolean>>

export interface SimilarAsked {
  readonly writeKey: string
  readonly journey: string
  /** The id of the setup. */
  readonly setup: string
  readonly traits: WantedTraits
}

export interface KeptValue {
  readonly value: string | number
  /** Who kept this very text; of numbers, whose median it is. */
  readonly users: number
}

/** What similar users kept of a setup. */
export interface Similar {
  /** In the group: they have these traits and kept what they applied. */
  readonly users: number
  /** By field. */
  readonly values: Readonly<Record<string, KeptValue>>
}

interface Field {
  readonly numbers: number[]
  readonly texts: Map<string, number>
}

/**
 * From what each user of the group applied. A text that fewer than 20 of them have is never told:
 * somebody may have typed it. Nor is anything told of a group of fewer, nor a median of fewer numbers.
 */
export function toSimilar(applied: Iterable<unknown>): Similar | undefined {
  const fields = new Map<string, Field>()
  let users = 0
  for (const values of applied) {
    users += 1
    for (const [name, value] of Object.entries(isObject(values) ? values : {})) {
      const field: Field = fields.get(name) ?? { numbers: [], texts: new Map() }
      fields.set(name, field)
      if (typeof value === 'number') field.numbers.push(value)
      if (typeof value === 'string') field.texts.set(value, (field.texts.get(value) ?? 0) + 1)
    }
  }
  if (users < LEAST_USERS) return undefined
  const values = [...fields].flatMap(([name, field]) => {
    const kept = keptOf(field)
    return kept ? [[name, kept] as const] : []
  })
  return { users, values: Object.fromEntries(values) }
}

/** Where some kept numbers and some a text, that which more of them kept. */
function keptOf({ numbers, texts }: Field): KeptValue | undefined {
  const [text] = [...texts].toSorted(byUsers)
  const users = Math.max(numbers.length, text?.[1] ?? 0)
  if (users < LEAST_USERS) return undefined
  if (text && text[1] > numbers.length) return { value: text[0], users }
  const value = numbers.toSorted((one, other) => one - other)[Math.ceil(users / 2) - 1]
  return value === undefined ? undefined : { value, users }
}

/** Of two that equally many kept, the lesser. */
function byUsers([one, users]: [string, number], [other, others]: [string, number]): number {
  return others - users || (one < other ? -1 : 1)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
