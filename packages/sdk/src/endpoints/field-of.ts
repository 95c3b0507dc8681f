/** The field of that name, of whatever it is: what the host's `redact` gave back may lack any. */
export function fieldOf(value: unknown, name: string): unknown {
  return Reflect.get(Object(value), name)
}

/** The text there; `undefined` if it is none, so that a receiver's column keeps its type. */
export function textOf(value: unknown, name: string): string | undefined {
  const field = fieldOf(value, name)
  return typeof field === 'string' ? field : undefined
}
