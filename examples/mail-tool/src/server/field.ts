/** A trimmed text of 1 to `max` characters, or `undefined`. */
export function textField(value: unknown, max = 200): string | undefined {
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' || text.length > max ? undefined : text
}

/** A mail address as far as it can be judged by its look, or `undefined`. */
export function mailField(value: unknown): string | undefined {
  const text = textField(value)
  return text !== undefined && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text) ? text : undefined
}

/** The value if it is one of `options`, else `undefined`. */
export function choiceField<Option extends string>(
  value: unknown,
  options: readonly Option[],
): Option | undefined {
  return options.find((option) => option === value)
}
