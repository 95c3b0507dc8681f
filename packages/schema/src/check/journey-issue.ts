/** `unsupported`: known to the format and checked, but this release does not carry it out yet. */
export type Severity = 'error' | 'warning' | 'unsupported'

/** Something the author should know, at the place where it stands. */
export interface JourneyIssue {
  severity: Severity
  /** Kebab-case and stable, for tools: `unknown-key`, `win-unreachable` … */
  code: string
  /** Where it is: `wins[2].when.event`. Empty for the whole file. */
  path: string
  /** Counted from 1. */
  line: number
  /** Counted from 1, in UTF-16 units, as editors count. */
  column: number
  /** What is wrong, and what to do. */
  message: string
  /** What was probably meant, to be put in the place of what stands there. */
  suggestion?: string
}

/** One line: `file:line:column severity path: message`. */
export function formatIssue(issue: JourneyIssue, file = 'journey'): string {
  const { line, column, severity, path, message } = issue
  return `${file}:${line}:${column} ${severity}${path && ` ${path}`}: ${message}`
}

/** A line for each issue, in their order. Plain text; empty if there are none. */
export function formatIssues(issues: readonly JourneyIssue[], file?: string): string {
  return issues.map((issue) => formatIssue(issue, file)).join('\n')
}
