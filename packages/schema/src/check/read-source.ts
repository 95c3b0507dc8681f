import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser'
import { syntaxMessage } from './syntax-message.ts'
import type { Path, Problem } from './problem.ts'

/** The example has a depth of 8. Deeper input would exhaust the stack of one parser or another. */
const MAX_DEPTH = 32
/** The example has 9000 characters. */
const MAX_LENGTH = 1_000_000

const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/** Counted from 1. */
export interface Place {
  line: number
  column: number
}

export type Source =
  | {
      ok: true
      value: unknown
      /** What is wrong with keys, whatever they mean. */
      problems: Problem[]
      /** Where a path stands. Of one that is not there: the nearest object or list around it. */
      placeOf: (path: Path, at: 'key' | 'value') => Place
    }
  | { ok: false; code: string; message: string; place: Place }

/** Reads JSON, as strict as `JSON.parse`, but remembers where things stand. */
export function readSource(text: string): Source {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  const refuse = (code: string, message: string, offset: number): Source => {
    return { ok: false, code, message, place: placeAt(source, offset) }
  }
  if (source.length > MAX_LENGTH) {
    return refuse('too-large', `The file has more than ${MAX_LENGTH} characters.`, 0)
  }
  const deep = findDepth(source)
  if (deep !== undefined) {
    return refuse('too-deep', `Nested more than ${MAX_DEPTH} levels deep.`, deep)
  }
  const errors: ParseError[] = []
  const root = parseTree(source, errors, { disallowComments: true, allowEmptyContent: false })
  const [error] = errors
  if (error) {
    return refuse('not-json', syntaxMessage(source, error.error, error.offset), error.offset)
  }
  if (!root) return refuse('not-json', 'The file is empty. A journey starts with {.', 0)
  return {
    ok: true,
    value: JSON.parse(source),
    problems: keyProblems(root, []),
    placeOf: (path, at) => placeAt(source, findOffset(root, path, at)),
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

function findOffset(root: Node, path: Path, at: 'key' | 'value'): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length))
    const isKey = at === 'key' && length === path.length && node?.parent?.type === 'property'
    if (node) return isKey ? (node.parent?.offset ?? node.offset) : node.offset
  }
  return root.offset
}

function keyProblems(node: Node, path: Path): Problem[] {
  if (node.type === 'array') {
    return (node.children ?? []).flatMap((item, index) => keyProblems(item, [...path, index]))
  }
  const seen = new Set<string>()
  const problems: Problem[] = []
  for (const { children = [] } of node.children ?? []) {
    const [key, value] = children
    const name: unknown = key?.value
    if (typeof name !== 'string' || !value) continue
    const here = [...path, name]
    problems.push(...keyProblem(name, here, seen), ...keyProblems(value, here))
    seen.add(name)
  }
  return problems
}

function keyProblem(name: string, path: Path, seen: ReadonlySet<string>): Problem[] {
  const written = JSON.stringify(name)
  const problem = { severity: 'error', path, at: 'key' } as const
  if (UNSAFE_KEYS.has(name)) {
    const message = `The key ${written} is not allowed, because of what it means in JavaScript.`
    return [{ ...problem, code: 'unsafe-key', message }]
  }
  if (!seen.has(name)) return []
  const message = `The key ${written} stands twice in this object. Keep one of them.`
  return [{ ...problem, code: 'duplicate-key', message }]
}
