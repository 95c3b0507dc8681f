import { z } from 'zod'
import { condition } from './condition.ts'
import { id } from './id.ts'
import { text } from './text.ts'

const ask = text.describe('The question.')

const nps = z.strictObject({
  id,
  kind: z.literal('nps').describe('0 to 10: would you recommend us?'),
  ask,
})

const choice = z.strictObject({
  id,
  kind: z.literal('choice').describe('One of a few answers.'),
  ask,
  options: z
    .array(
      z.strictObject({
        value: z.string().min(1).describe('What is reported.'),
        label: text.describe('What the user reads.'),
      }),
    )
    .min(2)
    .describe('The answers to choose from.'),
})

const free = z.strictObject({
  id,
  kind: z.literal('text').describe('Free text, kept as typed, at most 1000 characters.'),
  ask,
})

export const question = z.discriminatedUnion('kind', [nps, choice, free]).meta({ id: 'question' })

export type Question = z.infer<typeof question>

/** A few questions, one at a time, never asked twice. */
export const survey = z
  .strictObject({
    id,
    audience: id.optional().describe('Id of the audience it is for. Everybody if left out.'),
    when: condition.describe('When it may be asked.'),
    title: text.optional().describe('What stands over the questions.'),
    questions: z.array(question).min(1).describe('Asked one at a time, in order.'),
  })
  .meta({ id: 'survey' })

export type Survey = z.infer<typeof survey>
