import { z } from 'zod'

/** Where a target is looked for when it is not in the page itself. Not searched yet. */
const within = z
  .strictObject({
    frame: z.string().optional().describe('CSS selector of the same-origin frame that holds it.'),
    shadow: z.string().optional().describe('CSS selector of the open shadow host that holds it.'),
  })
  .describe('Names the frame or the open shadow host that holds the target.')
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
  css: z.string().min(1).max(256).describe('A CSS selector. The first visible match wins.'),
  text: z.string().optional().describe('Only matches that contain this text.'),
  nth: z.int().min(0).optional().describe('Which of the matches, counted from 0.'),
  within,
})

/** The host element that a step points at. The visible match wins. */
export const target = z.union([byId, byRole, byCss]).meta({
  id: 'target',
  description: 'The element in the page that a step points at. The visible match wins.',
  examples: [
    { id: 'send-button' },
    { role: 'button', name: 'Add recipients' },
    { css: 'input[name=subject]' },
  ],
})

export type Target = z.infer<typeof target>
