import { z } from 'zod'
import type { RichText } from './rich-text.ts'

/** Words as the author wrote them, or as `compile` parsed them. */
export type Words = string | RichText

/** One text for everybody, or one for each locale. */
export type Text = Words | Readonly<Record<string, Words>>

const words = z.string().max(2000).describe('The words in this language.')

/** The tag of a locale: `en`, `ja`, `pt-BR`. */
export const locale = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en, ja or pt-BR')
  .describe('A language tag such as en, ja or pt-BR.')

/**
 * What authors write: a string, or one string for each locale. A compiled journey holds parsed
 * text in the same places; it is made by `compile` and not checked again.
 */
export const text: z.ZodType<Text> = z.union([words, z.record(locale, words)]).meta({
  id: 'text',
  description:
    'One string, or one for each locale. Small Markdown: paragraphs, **strong**, _em_, `code`, ' +
    'lists and links. {{trait.name|fallback}} inserts a trait. HTML is shown as typed.',
  examples: ['Send it', { en: 'Send it', ja: '送信する' }],
})
