import { z } from 'zod'
import { condition } from './condition.ts'
import { id } from './id.ts'
import { text } from './text.ts'

const fieldId = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'letters, digits and hyphens')
  .describe('Unique within the setup: the name under which the host is handed the value.')

const label = text.describe('The visible label.')
const hint = text.optional().describe('One line under the field.')

const choice = z.strictObject({
  id: fieldId,
  label,
  hint,
  options: z
    .array(
      z.strictObject({
        value: z.string().min(1).describe('What the host is handed.'),
        label: text.describe('What the user reads.'),
        recommendedWhen: z
          .union([id, condition])
          .optional()
          .describe('An audience or a condition. The first option that fits is recommended.'),
      }),
    )
    .min(1)
    .describe('A choice: one of these.'),
  default: z.string().optional().describe('The value chosen when nothing is recommended.'),
})

const number = z.strictObject({
  id: fieldId,
  label,
  hint,
  number: z
    .strictObject({
      min: z.number().optional().describe('The smallest number that can be given.'),
      max: z.number().optional().describe('The largest number that can be given.'),
      step: z.number().positive().optional().describe('The distance between two numbers.'),
    })
    .describe('A number, within these limits.'),
  default: z.number().optional().describe('The value that stands there first.'),
})

const line = z.strictObject({
  id: fieldId,
  label,
  hint,
  text: z
    .strictObject({
      maxLength: z.int().min(1).max(1000).optional().describe('So many characters at most.'),
    })
    .describe('One line of text.'),
  report: z
    .boolean()
    .optional()
    .describe('Tells the endpoint what was typed. Without it the host alone is handed it.'),
  default: z.string().optional().describe('The value that stands there first.'),
})

/** One field of a setup: a choice, a number or a line of text. Its id may be camelCase. */
export const field = z.union([choice, number, line]).meta({ id: 'field' })

export type Field = z.infer<typeof field>

/** A form that starts the user from recommended values and hands them to the host. */
export const setup = z
  .strictObject({
    id,
    title: text.describe('What the form is for.'),
    body: text.optional().describe('One or two sentences under the title.'),
    recommend: z
      .strictObject({
        by: z.array(z.string().min(1)).min(1).describe('The traits that similar customers share.'),
      })
      .optional()
      .describe('What the recommended values are chosen by.'),
    fields: z.array(field).min(1).describe('What the user fills in, in order.'),
    apply: z
      .strictObject({
        event: z.string().min(1).describe('Tracked once the host has taken the values.'),
      })
      .describe('What happens with the values.'),
  })
  .meta({ id: 'setup' })

export type Setup = z.infer<typeof setup>
