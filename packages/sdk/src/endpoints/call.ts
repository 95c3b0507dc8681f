import { fieldOf } from '../report/fields.ts'

/** Calls a method of what the page has there. @throws {TypeError} If there is none */
export function call(tool: unknown, method: string, args: readonly unknown[]): unknown {
  const found = fieldOf(tool, method)
  if (typeof found !== 'function') throw new TypeError(`no ${method}`)
  return Reflect.apply(found, tool, args)
}

/** Calls a tool that is one function, as gtag and Snowplow are. @throws {TypeError} If it is none */
export function callAll(tool: unknown, args: readonly unknown[]): unknown {
  return call({ tool }, 'tool', args)
}
