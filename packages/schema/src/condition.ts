import { z } from 'zod'
import { duration, type Duration } from './duration.ts'
import { id } from './id.ts'
import { target, type Target } from './target.ts'

export type Scalar = string | number | boolean

/** Written out, not inferred: for a recursive schema the compiler would write `any` below the top. */
export type Condition =
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  | TraitCondition
  | { event: string; atLeast?: number | undefined; within?: Duration | undefined }
  | {
      win: string
      reached?: boolean | undefined
      moreThan?: Duration | undefined
      lessThan?: Duration | undefined
    }
  | { guide: string; is?: GuideStatus | undefined }
  | { route: string }
  | { target: Target }
  | { since: SinceStart; moreThan?: Duration | undefined; lessThan?: Duration | undefined }
  | { every: 'year' | 'month'; on: { trait: string } }
  | { audience: string }

export interface TraitCondition {
  trait: string
  is?: Scalar | undefined
  in?: readonly Scalar[] | undefined
  exists?: boolean | undefined
  atLeast?: number | undefined
  atMost?: number | undefined
}

export type GuideStatus = 'started' | 'completed' | 'dismissed'

/** `start` is the journey's clock; a trait holds a date. */
export type SinceStart = 'start' | 'first-seen' | { trait: string }

const scalar = z.union([z.string(), z.number(), z.boolean()])

const moreThan = duration.optional().describe('True once more time than this has passed.')
const lessThan = duration.optional().describe('True only while less time than this has passed.')

/** A recursive schema has to be written with getters: the schema does not exist yet. */
export const condition: z.ZodType<Condition> = z
  .union([
    z.strictObject({
      get all() {
        return z.array(condition).min(1).describe('True when every one is.')
      },
    }),
    z.strictObject({
      get any() {
        return z.array(condition).min(1).describe('True when one of them is.')
      },
    }),
    z
      .strictObject({
        get not() {
          return condition.describe('True when it is not.')
        },
      })
      .meta({ id: 'not' }),
    z.strictObject({
      trait: z.string().min(1).describe('A trait that the host gave with identify() or group().'),
      is: scalar.optional().describe('True when the trait has this value.'),
      in: z.array(scalar).min(1).optional().describe('True when the trait has one of these.'),
      exists: z.boolean().optional().describe('True when the trait is there, or (false) is not.'),
      atLeast: z.number().optional().describe('True when the trait is a number of at least this.'),
      atMost: z.number().optional().describe('True when the trait is a number of at most this.'),
    }),
    z.strictObject({
      event: z.string().min(1).max(200).describe('An event that the host tracks with track().'),
      atLeast: z.int().min(1).max(1000).optional().describe('How often at least. 1 if left out.'),
      within: duration.optional().describe('Only those of the last so much time count.'),
    }),
    z.strictObject({
      win: id.describe('Id of a win.'),
      reached: z.boolean().optional().describe('true (the default): reached. false: not yet.'),
      moreThan: moreThan.describe('Reached longer ago than this.'),
      lessThan: lessThan.describe('Reached less long ago than this.'),
    }),
    z.strictObject({
      guide: id.describe('Id of a guide.'),
      is: z
        .enum(['started', 'completed', 'dismissed'])
        .optional()
        .describe('completed by default.'),
    }),
    z.strictObject({
      route: z
        .string()
        .startsWith('/')
        .describe(
          'The path of the page; where that is routed by its hash (#/mails), the path in there. * stands for one part of it, ** for any number.',
        ),
    }),
    z.strictObject({ target: target.describe('True while this element is to be seen.') }),
    z.strictObject({
      since: z
        .union([
          z.enum(['start', 'first-seen']),
          z.strictObject({ trait: z.string().min(1).describe('A trait that holds a date.') }),
        ])
        .describe(
          'A point in time: the start of the clock, the first visit, or a date in a trait.',
        ),
      moreThan,
      lessThan,
    }),
    z.strictObject({
      every: z.enum(['year', 'month']).describe('True on the day of each year or month.'),
      on: z
        .strictObject({ trait: z.string().min(1).describe('A trait that holds a date.') })
        .describe('The day that comes back each year or month.'),
    }),
    z.strictObject({ audience: id.describe('Id of an audience.') }),
  ])
  .meta({
    id: 'condition',
    description: 'Data, not an expression: all, any, not, and leaves.',
    examples: [
      { event: 'mail.sent', atLeast: 10, within: '7d' },
      { all: [{ trait: 'plan', is: 'trial' }, { not: { win: 'first-mail-sent' } }] },
    ],
  })
