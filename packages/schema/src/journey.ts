import { z } from 'zod'
import { condition } from './condition.ts'
import { duration } from './duration.ts'
import { guide } from './guide.ts'
import { id } from './id.ts'
import { message } from './message.ts'
import { path } from './path.ts'
import { setup } from './setup.ts'
import { survey } from './survey.ts'
import { locale } from './text.ts'
import { win } from './win.ts'

const clock = z
  .strictObject({
    start: z
      .union([
        z.literal('first-seen'),
        z.strictObject({ trait: z.string().min(1).describe('A trait that holds a date.') }),
      ])
      .describe('When the time to value starts to count.'),
    fallback: z
      .literal('first-seen')
      .optional()
      .describe('Counts from the first visit where the trait is missing.'),
  })
  .describe('Where the time to value is measured from.')

const pressure = z
  .strictObject({
    atOnce: z.literal(1).optional().describe('One thing at a time.'),
    perSession: z
      .int()
      .min(0)
      .max(20)
      .optional()
      .describe('Shown unasked in a session. 3 by default.'),
    gap: duration.optional().describe('Quiet time between two of them. 30s by default.'),
    respect: z
      .array(z.enum(['typing', 'host-dialog']))
      .optional()
      .describe('Nothing is shown unasked meanwhile. Both by default.'),
  })
  .describe('How much may be shown to a user who did not ask.')

/** Everything that is shown to the users of one product. */
export const journey = z
  .strictObject({
    $schema: z.string().optional().describe('Where editors find the explanation of each key.'),
    format: z.literal(1).describe('The version of this format.'),
    id,
    locale: locale.describe('The language of plain strings, and the one to fall back to.'),
    clock: clock.optional(),
    audiences: z.record(id, condition).optional().describe('Named conditions.'),
    wins: z.array(win).optional().describe('The successes of a user that are noticed.'),
    paths: z
      .array(path)
      .optional()
      .describe('The first one whose audience fits is the one that is shown.'),
    guides: z.array(guide).optional().describe('Walkthroughs in the page.'),
    setups: z.array(setup).optional().describe('Forms that start from recommended values.'),
    messages: z
      .array(message)
      .optional()
      .describe('Letters, invitations, anniversaries, news, offers and thanks.'),
    surveys: z.array(survey).optional().describe('A few questions, asked at the right time.'),
    pressure: pressure.optional(),
  })
  .meta({
    title: 'Firstwin journey',
    description: 'Everything that is shown to the users of one product.',
  })

export type Journey = z.infer<typeof journey>
