/** The events that a condition counts in a window, and how many of their times must be kept. */
export function findWindowed(journey: unknown): Readonly<Record<string, number>> {
  const windowed = new Map<string, number>()
  for (const { event, within, atLeast = 1 } of objectsIn(journey)) {
    if (typeof event === 'string' && within) {
      windowed.set(event, Math.max(windowed.get(event) ?? 0, Number(atLeast)))
    }
  }
  return Object.fromEntries(windowed)
}

/** Every object in a value, whatever its depth. */
export function objectsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  const found: unknown[] = [value]
  for (const one of found) {
    if (typeof one === 'object' && one !== null) found.push(...Object.values(one))
  }
  return found.filter(isObject)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
