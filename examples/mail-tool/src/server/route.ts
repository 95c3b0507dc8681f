import type { Call } from './call.ts'
import type { MailTool } from './mail-tool.ts'
import type { Reply } from './reply.ts'

export interface Route {
  method: 'GET' | 'POST'
  /** `:name` stands for one part of the path, `*` at the end for all the rest. */
  path: string
  answer: (call: Call, tool: MailTool) => Reply | Promise<Reply>
}

export function get(path: string, answer: Route['answer']): Route {
  return { method: 'GET', path, answer }
}

export function post(path: string, answer: Route['answer']): Route {
  return { method: 'POST', path, answer }
}

/** The open parts of `pattern` as they stand in `path`, or `undefined` if it does not match. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/')
  const found = path.split('/')
  const rest = wanted.at(-1) === '*' ? wanted.length - 1 : undefined
  if (rest === undefined ? wanted.length !== found.length : found.length <= rest) return undefined

  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = decode(found[index] ?? '')
    if (index === rest) params['rest'] = found.slice(rest).map(decode).join('/')
    else if (part.startsWith(':')) params[part.slice(1)] = value
    else if (part !== value) return undefined
  }
  return params
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
