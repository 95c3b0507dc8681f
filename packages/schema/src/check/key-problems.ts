import type { Node } from 'jsonc-parser'
import type { Path, Problem } from './problem.ts'

const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/** Keys that stand twice in one object, and keys that mean something to JavaScript itself. */
export function keyProblems(root: Node): Problem[] {
  const problems: Problem[] = []
  collect(problems, root, [])
  return problems
}

function collect(problems: Problem[], node: Node, path: Path): void {
  const seen = new Set<string>()
  for (const [index, child] of (node.children ?? []).entries()) {
    const [key, value] = child.children ?? []
    const name: unknown = key?.value
    if (child.type !== 'property') collect(problems, child, [...path, index])
    else if (typeof name === 'string' && value) {
      const problem = keyProblem(name, [...path, name], seen)
      if (problem) problems.push({ ...problem, offset: child.offset })
      seen.add(name)
      collect(problems, value, [...path, name])
    }
  }
}

function keyProblem(name: string, path: Path, seen: ReadonlySet<string>): Problem | undefined {
  const written = JSON.stringify(name)
  const problem = { severity: 'error', path, at: 'key' } as const
  if (UNSAFE_KEYS.has(name)) {
    const message = `The key ${written} is not allowed, because of what it means in JavaScript.`
    return { ...problem, code: 'unsafe-key', message }
  }
  if (!seen.has(name)) return undefined
  const message = `The key ${written} stands twice in this object. Keep one of them.`
  return { ...problem, code: 'duplicate-key', message }
}
