import { z } from 'zod'
import { condition } from './condition.ts'
import { id } from './id.ts'
import { route } from './route.ts'
import { text } from './text.ts'

/** How far a win is on the way: "so that is how it works", a first result, the KPI is met. */
export const tier = z.enum(['aha', 'first-strike', 'long-term'])

export type Tier = z.infer<typeof tier>

const label = text.optional().describe('What the button says.')

/** What the one button of a celebration or a letter leads to. */
export const next = z
  .union([
    z.strictObject({ guide: id.describe('Starts this guide.'), label }),
    z.strictObject({ setup: id.describe('Opens this setup.'), label }),
    z.strictObject({ survey: id.describe('Asks this survey.'), label }),
    z.strictObject({ message: id.describe('Shows this message.'), label }),
    z.strictObject({ route: route.describe('Goes to this route.'), label }),
  ])
  .describe('The next thing to do.')

export type Next = z.infer<typeof next>

const size = z.enum(['small', 'big']).describe('small: a toast. big: a popup with confetti.')

const celebration = z
  .union([
    size,
    z.strictObject({
      size,
      title: text.optional().describe('The words of praise. The title of the win if left out.'),
      body: text.optional().describe('What was achieved, and what comes next.'),
      next: next.optional(),
    }),
  ])
  .describe('What reaching the win fires. Nothing if left out.')

/** A success that the user can feel, recognised by what happened in the product. */
export const win = z
  .strictObject({
    id,
    tier: tier.optional().describe('The time to value is measured to the first win of each tier.'),
    title: text.describe('The success in the words of the user.'),
    when: condition.describe('What must have happened in the product.'),
    celebrate: celebration.optional(),
    praise: z
      .strictObject({
        mail: id.optional().describe('Id of the mail that the collector sends once.'),
        webhook: z.url().optional().describe('Where the collector posts it once.'),
      })
      .optional()
      .describe('Praise that arrives outside the page, sent once by the collector.'),
  })
  .meta({ id: 'win' })

export type Win = z.infer<typeof win>
