import type { Path } from './problem.ts'

/** `a string`, `an object` …: what authors call a value of JSON. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return EXPECTED[typeof value] ?? 'something else'
}

/** The same for the names that zod has for kinds. */
export function expectedKind(expected: string): string {
  return EXPECTED[expected] ?? expected
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

/** The value at a path, `undefined` if there is none. Reads own keys only. */
export function valueAt(root: unknown, path: Path): unknown {
  let found = root
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = Reflect.get(found, key)
  }
  return found
}

/** `"a", "b" or "c"`. */
export function oneOf(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${last}` : last
}

/** A key of JSON; zod's paths could hold symbols. */
export function toKey(key: PropertyKey): string | number {
  return typeof key === 'symbol' ? String(key) : key
}
