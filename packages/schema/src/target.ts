import { z } from 'zod'
import { isSafeSelector } from './safe-selector.ts'

const selector = z
  .string()
  .min(1)
  .max(256)
  .refine(isSafeSelector, {
    error:
      'a selector that could read what is private in the page, or make it slow: no [value], no ' +
      '[content], no ^= *= $= but of class, id and data-test…, no :has(), no :is() in :is(), no ' +
      'second ~, no escapes in them and no comments',
  })

/** Where a target is looked for, and nowhere else. */
const within = z
  .strictObject({
    frame: selector
      .optional()
      .describe(
        'CSS selector of the frame that holds it, of the same origin. A frame in a frame: #outer >>> #inner.',
      ),
    shadow: selector
      .optional()
      .describe(
        'CSS selector of the element whose open shadow root holds it. A root in a root: my-app >>> my-form. With frame as well: the one in that frame.',
      ),
  })
  .describe(
    'Names the frame or the open shadow root that holds the target. Seldom needed: what is not in the page itself is looked for in all of them.',
  )
  .optional()

const byId = z.strictObject({
  id: z.string().min(1).describe('The element that the host marked data-firstwin="…". Preferred.'),
  within,
})

const byRole = z.strictObject({
  role: z.string().min(1).describe('The ARIA role: button, link, textbox …'),
  name: z.string().optional().describe('The accessible name, as a user hears it.'),
  within,
})

const byCss = z.strictObject({
  css: selector.describe(
    'A CSS selector. The first visible match wins. >>> steps into an open shadow root: my-app >>> button.',
  ),
  text: z
    .string()
    .optional()
    .describe('Only matches in which these whole words are to be read. Fields have no words.'),
  nth: z.int().min(0).optional().describe('Which of the visible matches, counted from 0.'),
  within,
})

/**
 * The host element that a step points at. The visible match wins. Visible is what has a box with a
 * size and is drawn: not what is hidden by `display`, `visibility`, `content-visibility`, a closed
 * `<details>` or `hidden`, nor `display: contents`, which has no box. Opacity is not looked at: a field
 * may lie invisibly over its picture, and what fades in begins at 0.
 */
export const target = z.union([byId, byRole, byCss]).meta({
  id: 'target',
  description:
    'The element that a step points at: in the page, else in its open shadow roots and its frames of the same origin. The visible match wins.',
  examples: [
    { id: 'send-button' },
    { role: 'button', name: 'Add recipients' },
    { css: 'input[name=subject]' },
    { css: 'my-app >>> my-form >>> button' },
  ],
})

export type Target = z.infer<typeof target>
