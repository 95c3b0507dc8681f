import type { z } from 'zod'
import type { Path, Problem } from './problem.ts'
import { wrongType } from './shape-problem.ts'
import { didYouMean } from './suggest.ts'
import { expectedKind } from './value-kind.ts'

/** What is wrong with one value: its type, its form or its size. */
export function leafProblem(issue: z.core.$ZodIssue, path: Path, value: unknown): Problem {
  const problem = { severity: 'error', path } as const
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(path, value, expectedKind(issue.expected))
    case 'invalid_format': {
      const suggestion = issue.pattern?.startsWith('/^[a-z0-9]+') ? toId(value) : undefined
      const message = `${JSON.stringify(value)} does not fit: ${rule(issue)}.${didYouMean(suggestion)}`
      return { ...problem, code: 'wrong-format', message, suggestion }
    }
    case 'too_small':
      return { ...problem, code: 'too-small', message: tooSmall(issue) }
    case 'too_big':
      return { ...problem, code: 'too-big', message: tooBig(issue) }
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'invalid_value':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'custom':
      return { ...problem, code: 'invalid', message: `${issue.message}.` }
  }
}

function rule(issue: z.core.$ZodIssueInvalidStringFormat): string {
  if (issue.format === 'starts_with') return 'a route starts with /'
  return issue.format === 'url' ? 'a URL that starts with https:// is expected' : issue.message
}

/** `First Mail` becomes `first-mail`; nothing if no letter is left. */
function toId(value: unknown): string | undefined {
  const id = String(value)
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return id || undefined
}

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): string {
  if (origin === 'string') return 'It is empty. Write something, or leave the key out.'
  const items = minimum === 1 ? 'item is' : 'items are'
  if (origin === 'array') return `At least ${minimum} ${items} needed.`
  return `Expected ${inclusive ? 'at least' : 'more than'} ${minimum}.`
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): string {
  if (origin === 'string') return `Longer than ${maximum} characters.`
  return origin === 'array' ? `More than ${maximum} items.` : `Expected at most ${maximum}.`
}
