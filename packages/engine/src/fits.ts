/** Says whether a value of unknown origin can be worked with. */
export type Fits = (value: unknown) => boolean

export type Parts = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isString(value: unknown): value is string {
  return typeof value === 'string'
}

/** Finite, so that it stays what it is in JSON: there `1e999` is read as infinite. */
export function isNumber(value: unknown): value is number {
  return Number.isFinite(value)
}

export function isDuration(value: unknown): boolean {
  return isString(value) && /^\d+(\.\d+)?(ms|[smhdw])$/.test(value)
}

/** Fits where it is left out, too. */
export function maybe(fits: Fits): Fits {
  return (value) => value === undefined || fits(value)
}

export function oneOf(...values: readonly unknown[]): Fits {
  return (value) => values.includes(value)
}

/** An object with these keys among others; the first that does not fit is given back. */
export function misfit(shape: Readonly<Record<string, Fits>>, value: Parts): string | undefined {
  return Object.keys(shape).find((key) => !shape[key]?.(value[key]))
}

export function shaped(shape: Readonly<Record<string, Fits>>): Fits {
  return (value) => isObject(value) && misfit(shape, value) === undefined
}

export function listOf(fits: Fits): Fits {
  return (value) => Array.isArray(value) && value.every((one) => fits(one))
}
