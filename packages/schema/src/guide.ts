import { z } from 'zod'
import { condition } from './condition.ts'
import { duration } from './duration.ts'
import { id } from './id.ts'
import { target } from './target.ts'
import { route } from './route.ts'
import { text } from './text.ts'

const advance = z
  .union([
    z.literal('next'),
    z.strictObject({ on: z.literal('click').describe('The user clicks the target.') }),
    z.strictObject({
      on: z.literal('input').describe('The user types into the target.'),
      minLength: z.int().min(1).optional().describe('So many characters at least. 1 if left out.'),
    }),
    z.strictObject({ event: z.string().min(1).describe('The host tracks this event.') }),
    z.strictObject({ route: route.describe('The page has this path.') }),
  ])
  .describe('What leads to the next step. The button "Next" if left out.')

export type Advance = z.infer<typeof advance>

/** One panel of a guide. It points at a target, or stands in the middle. */
export const step = z
  .strictObject({
    id,
    route: route
      .optional()
      .describe(
        'Goes to this route first: by the navigate of the host, else by the hash where the page is routed by that.',
      ),
    target: target.optional().describe('Left out: the step stands in the middle of the page.'),
    placement: z
      .enum(['top', 'right', 'bottom', 'left'])
      .optional()
      .describe('The preferred side. Another one is taken where there is no room.'),
    title: text.describe('What to do, in a few words.'),
    body: text.optional().describe('One or two sentences under the title.'),
    spotlight: z.boolean().optional().describe('Dims the page around the target.'),
    advance: advance.optional(),
    stuck: z
      .strictObject({
        after: duration.describe('How long the step may stay open before help is offered.'),
        help: text.describe('What is said then.'),
        link: z.string().optional().describe('Where more help is: a route or a URL.'),
      })
      .optional()
      .describe('Quiet help for a user who does not get further.'),
  })
  .meta({ id: 'step' })

export type Step = z.infer<typeof step>

/** A walkthrough in the page. */
export const guide = z
  .strictObject({
    id,
    title: text.describe('Its name, in lists and for screen readers.'),
    audience: id.optional().describe('Id of the audience it is for. Everybody if left out.'),
    start: z
      .union([z.literal('on-request'), condition])
      .optional()
      .describe('When it starts by itself. on-request (the default): only when asked for.'),
    steps: z.array(step).min(1).describe('One after the other. Each is one panel.'),
  })
  .meta({ id: 'guide' })

export type Guide = z.infer<typeof guide>
