import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { toJsonSchema } from './json-schema.ts'
import { isText } from './text-keys.ts'

interface Property {
  /** The keys around it, as a journey has them; `*` for what has no name of its own. */
  path: readonly string[]
  schema: Record<string, unknown>
}

/** Every property of every object in the schema, each definition once. */
function properties(schema: unknown, path: readonly string[]): Property[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]): Property[] => {
    if (key === 'examples') return []
    if (key === '$defs') return named(value, [], () => [])
    if (key !== 'properties') return properties(value, path)
    return named(value, path, (schemaOfKey, inner) => [{ path: inner, schema: schemaOfKey }])
  })
}

type Own = (schema: Record<string, unknown>, path: readonly string[]) => Property[]

function named(schemas: object, path: readonly string[], own: Own): Property[] {
  return Object.entries(schemas).flatMap(([name, schema]) => {
    const inner = path.concat(name)
    return own(schema, inner).concat(properties(schema, inner))
  })
}

const all = properties(toJsonSchema(), [])

it('describes every key', () => {
  expect(all.length).toBeGreaterThan(100)
  const silent = all.filter(({ schema }) => typeof schema['description'] !== 'string')
  expect(silent.map(({ path }) => path.join('.'))).toEqual([])
})

it('refuses keys that it does not know', () => {
  const open = JSON.stringify(toJsonSchema()).match(/"properties"/g)?.length
  const closed = JSON.stringify(toJsonSchema()).match(/"additionalProperties":false/g)?.length
  expect(open).toBe(closed)
})

it('has its texts where texts are looked for, and nowhere else', () => {
  const wrong = all.filter(
    ({ path, schema }) => isText(path) !== (schema['$ref'] === '#/$defs/text'),
  )
  expect(wrong.map(({ path }) => path.join('.'))).toEqual([])
})

it('is the one that is published', () => {
  const file = new URL('../journey.schema.json', import.meta.url)
  const published: unknown = JSON.parse(readFileSync(file, 'utf8'))
  expect(published, 'run: npm run write:json-schema -w packages/schema').toEqual(
    JSON.parse(JSON.stringify(toJsonSchema())),
  )
})
