import { z } from 'zod'
import { journey } from './journey.ts'

/**
 * The format as a JSON Schema (draft 2020-12), from which editors complete and explain each key. It
 * says less than `checkJourney`: references, order and reachable wins are beyond it.
 */
export function toJsonSchema(): z.core.JSONSchema.BaseSchema {
  const schema = z.toJSONSchema(journey, { target: 'draft-2020-12', io: 'input' })
  return { $comment: 'Written from the schemas in zod. Do not edit.', ...schema }
}
