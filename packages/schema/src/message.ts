import { z } from 'zod'
import { condition } from './condition.ts'
import { id } from './id.ts'
import { text } from './text.ts'

const link = z.strictObject({
  label: text.describe('What the button says.'),
  href: z.string().min(1).describe('A route of the host, or an https URL.'),
})

export type Link = z.infer<typeof link>

const common = {
  id,
  audience: id.optional().describe('Id of the audience it is for. Everybody if left out.'),
  when: condition.describe('When it may be shown.'),
  once: z.boolean().optional().describe('Shown once to each user, and then never again.'),
  title: text.describe('The heading.'),
  body: text.optional().describe('What is said under it.'),
}

const confirmation = z.strictObject({
  ...common,
  kind: z.literal('confirmation').describe('A letter after the contract, signed by a person.'),
  signedBy: z
    .strictObject({
      name: z.string().min(1).describe('The name of a person.'),
      role: text.optional().describe('What the person is in the company.'),
      portrait: z.string().optional().describe('URL of a picture.'),
      signature: z.string().optional().describe('URL of a picture of the handwriting.'),
    })
    .describe('Who signs: a person, not a company.'),
  roadmap: z.boolean().optional().describe('Draws the path of the user under the letter.'),
})

const optionalLink = { link: link.optional().describe('The one button.') }

const community = z.strictObject({
  ...common,
  ...optionalLink,
  kind: z
    .literal('community')
    .describe('An invitation to others, or a case of a similar customer.'),
})

const surprise = z.strictObject({
  ...common,
  ...optionalLink,
  kind: z.literal('surprise').describe('A kind word nobody expected: an anniversary.'),
})

const announcement = z.strictObject({
  ...common,
  ...optionalLink,
  kind: z.literal('announcement').describe('You asked, we did.'),
})

const recognition = z.strictObject({
  ...common,
  ...optionalLink,
  kind: z.literal('recognition').describe('Thanks to those who speak well of the product.'),
})

const offer = z.strictObject({
  ...common,
  kind: z.literal('offer').describe('Something to buy. Needs a reason and a no of equal weight.'),
  reason: text.describe('Why this customer, now: a fact about their use.'),
  link: link.describe('Where it is explained.'),
  decline: text.describe('The no, as large as the yes.'),
})

/** Something said to the user outside a guide. `kind` decides how it looks. */
export const message = z
  .discriminatedUnion('kind', [confirmation, community, surprise, announcement, recognition, offer])
  .meta({ id: 'message' })

export type Message = z.infer<typeof message>
export type Confirmation = z.infer<typeof confirmation>
export type Offer = z.infer<typeof offer>
