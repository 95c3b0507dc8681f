import { type Path, writePath } from './problem.ts'

/** The value without the keys at these paths. */
export function omitKeys(value: unknown, paths: readonly Path[]): unknown {
  return omit(value, [], new Set(paths.map(writePath)))
}

function omit(value: unknown, path: Path, omitted: ReadonlySet<string>): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    return value.map((item, index) => omit(item, [...path, index], omitted))
  }
  const kept = Object.entries(value).filter(([key]) => !omitted.has(writePath([...path, key])))
  return Object.fromEntries(kept.map(([key, item]) => [key, omit(item, [...path, key], omitted)]))
}
