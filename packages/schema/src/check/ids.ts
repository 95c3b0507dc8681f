import type { Journey } from '../journey.ts'
import type { Path, Problem } from './problem.ts'

/** What ids can name. */
export type Kind = 'audience' | 'win' | 'path' | 'guide' | 'setup' | 'message' | 'survey'

/** The ids of each kind, as the journey has them. */
export function idsOf(journey: Journey): Readonly<Record<Kind, ReadonlySet<string>>> {
  return {
    audience: new Set(Object.keys(journey.audiences ?? {})),
    win: idSet(journey.wins),
    path: idSet(journey.paths),
    guide: idSet(journey.guides),
    setup: idSet(journey.setups),
    message: idSet(journey.messages),
    survey: idSet(journey.surveys),
  }
}

/** Ids that stand twice within their kind, or within the list they belong to. */
export function duplicateIds(journey: Journey): Problem[] {
  const { wins, paths = [], guides = [], setups = [], messages, surveys = [] } = journey
  return [
    ...duplicates('win', wins, ['wins']),
    ...duplicates('path', paths, ['paths']),
    ...paths.flatMap(({ tasks }, index) => duplicates('task', tasks, ['paths', index, 'tasks'])),
    ...duplicates('guide', guides, ['guides']),
    ...guides.flatMap(({ steps }, index) => duplicates('step', steps, ['guides', index, 'steps'])),
    ...duplicates('setup', setups, ['setups']),
    ...setups.flatMap(({ fields }, index) =>
      duplicates('field', fields, ['setups', index, 'fields']),
    ),
    ...duplicates('message', messages, ['messages']),
    ...duplicates('survey', surveys, ['surveys']),
    ...surveys.flatMap(({ questions }, index) =>
      duplicates('question', questions, ['surveys', index, 'questions']),
    ),
    ...duplicateOptions(journey),
  ]
}

interface Identified {
  id: string
}

function idSet(items: readonly Identified[] = []): ReadonlySet<string> {
  return new Set(items.map(({ id }) => id))
}

function duplicates(noun: string, items: readonly Identified[] = [], path: Path = []): Problem[] {
  const ids = items.map(({ id }) => id)
  return repeated(ids).map((index) => ({
    severity: 'error',
    code: 'duplicate-id',
    path: [...path, index, 'id'],
    message: `The id ${JSON.stringify(ids[index])} is taken by another ${noun}. Ids name what is stored about a user, so each needs its own.`,
  }))
}

function duplicateOptions({ setups = [], surveys = [] }: Journey): Problem[] {
  const inSetups = setups.flatMap(({ fields }, setup) =>
    fields.flatMap((field, index) =>
      'options' in field ? repeatedValues(field.options, ['setups', setup, 'fields', index]) : [],
    ),
  )
  const inSurveys = surveys.flatMap(({ questions }, survey) =>
    questions.flatMap((question, index) =>
      question.kind === 'choice'
        ? repeatedValues(question.options, ['surveys', survey, 'questions', index])
        : [],
    ),
  )
  return [...inSetups, ...inSurveys]
}

function repeatedValues(options: readonly { value: string }[], path: Path): Problem[] {
  const values = options.map(({ value }) => value)
  return repeated(values).map((index) => ({
    severity: 'error',
    code: 'duplicate-value',
    path: [...path, 'options', index, 'value'],
    message: `The value ${JSON.stringify(values[index])} is taken by another option.`,
  }))
}

/** The indexes of what has stood before. */
function repeated(values: readonly string[]): number[] {
  const seen = new Set<string>()
  return values.flatMap((value, index) => {
    const isRepeated = seen.has(value)
    seen.add(value)
    return isRepeated ? [index] : []
  })
}
