import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser'
import { keyProblems } from './key-problems.ts'
import type { Problem } from './problem.ts'
import { syntaxMessage } from './syntax-message.ts'

/** The example has a depth of 8. Deeper input would exhaust the stack of one parser or another. */
const MAX_DEPTH = 32
/** The example has 9000 characters. Half a million are checked in a few seconds, whatever they are. */
const MAX_LENGTH = 500_000

/** Counted from 1. */
export interface Place {
  line: number
  column: number
}

export interface Source {
  value: unknown
  /** What is wrong with keys, whatever they mean. */
  problems: readonly Problem[]
  /** Of a path that is not there: the nearest object or list around it. */
  placeOf: (problem: Problem) => Place
}

/** Text that cannot be read, and the place where reading ended. */
export interface Unreadable extends Place {
  code: 'too-large' | 'too-deep' | 'not-json'
  message: string
}

/** Reads JSON, as strict as `JSON.parse`, but remembers where things stand. */
export function readSource(text: string): Source | Unreadable {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (source.length > MAX_LENGTH) {
    const message = `The file has more than ${MAX_LENGTH} characters.`
    return { code: 'too-large', message, ...placeAt(source, 0) }
  }
  const deep = findDepth(source)
  if (deep !== undefined) {
    const message = `Nested more than ${MAX_DEPTH} levels deep.`
    return { code: 'too-deep', message, ...placeAt(source, deep) }
  }
  const errors: ParseError[] = []
  const root = parseTree(source, errors, { disallowComments: true, allowEmptyContent: false })
  const [error] = errors
  if (error || !root) {
    const offset = error?.offset ?? 0
    const message = syntaxMessage(source, offset, error?.error)
    return { code: 'not-json', message, ...placeAt(source, offset) }
  }
  return {
    value: JSON.parse(source),
    problems: keyProblems(root),
    placeOf: (problem) => placeAt(source, problem.offset ?? findOffset(root, problem)),
  }
}

/** Where the nesting gets too deep. Knows strings, and nothing else of JSON. */
function findDepth(source: string): number | undefined {
  let depth = 0
  for (const match of source.matchAll(/"(?:[^"\\]|\\[^])*"?|[[\]{}]/g)) {
    if (match[0] === '{' || match[0] === '[') depth += 1
    if (match[0] === '}' || match[0] === ']') depth -= 1
    if (depth > MAX_DEPTH) return match.index
  }
  return undefined
}

function placeAt(source: string, offset: number): Place {
  const lines = source.slice(0, offset).split(/\r\n?|\n/)
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

function findOffset(root: Node, { path, at }: Problem): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length))
    const property = at === 'key' && length === path.length ? node?.parent : undefined
    if (node) return property?.type === 'property' ? property.offset : node.offset
  }
  return root.offset
}
