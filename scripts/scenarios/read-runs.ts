import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** One scenario in one engine. */
export interface Run {
  /** `H12`, `A4`, `T5`, `pain 23` */
  id: string
  /** What follows the id in the test's title. */
  title: string
  engine: string
  outcome: Outcome
}

/**
 * `lacks`: the engine has not got the feature that it is about. `tool`: what drives the engine cannot
 * do it, so nobody knows.
 */
export type Outcome = { is: 'holds' | 'fails' } | { is: 'lacks' | 'tool'; what: string }

const TITLE = /^((?:H|A|T|pain )\d+)[:,]? (.+)$/

/** The part of the test tool's JSON report that is read here. */
interface Suite {
  suites?: readonly Suite[]
  specs?: readonly Spec[]
}

interface Spec {
  title: string
  file: string
  /** One for each engine that this report is of. */
  tests: readonly {
    projectName: string
    status: 'expected' | 'unexpected' | 'flaky' | 'skipped'
    annotations: readonly Annotation[]
  }[]
}

interface Annotation {
  type: string
  description?: string
}

/** Reads every `playwright-*.json` in the folder; tests without a scenario's id are left out. */
export function readRuns(folder: string): Run[] {
  return readdirSync(folder)
    .filter((name) => /^playwright-.*\.json$/.test(name))
    .flatMap((name) => {
      const report: Suite = JSON.parse(readFileSync(join(folder, name), 'utf8'))
      return toRuns(report)
    })
}

/** @param report what the test tool's JSON reporter wrote */
export function toRuns(report: Suite): Run[] {
  return specsIn(report).flatMap(({ title, tests }) => {
    const [, id, name] = TITLE.exec(title) ?? []
    if (!id || !name) return []
    return tests.map((test) => ({
      id,
      title: name,
      engine: test.projectName,
      outcome: toOutcome(test),
    }))
  })
}

function specsIn({ suites = [], specs = [] }: Suite): Spec[] {
  return [...specs, ...suites.flatMap(specsIn)]
}

function toOutcome({ status, annotations }: Spec['tests'][number]): Outcome {
  if (status === 'unexpected') return { is: 'fails' }
  const found = annotations.find(({ type }) => ['lacks', 'tool', 'skip'].includes(type))
  if (found) {
    return { is: found.type === 'lacks' ? 'lacks' : 'tool', what: found.description ?? '' }
  }
  return status === 'skipped' ? { is: 'tool', what: 'skipped' } : { is: 'holds' }
}
