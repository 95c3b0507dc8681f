import type { Letter } from './letter.ts'
import type { Locale } from './locale.ts'

export const TEMPLATE_IDS = ['sale', 'newsletter', 'arrival', 'event', 'thanks', 'note'] as const
export type TemplateId = (typeof TEMPLATE_IDS)[number]

export interface Template {
  id: TemplateId
  look: Look
  words: Record<Locale, { name: string; purpose: string; letter: Letter }>
}

/** How a mail is drawn: in the real mail, in the editor and in the gallery alike. */
export interface Look {
  /**
   * `figure`: huge words on a block of colour. `masthead`: a name between two rules, like a paper.
   * `card`: a card lying on colour. `plain`: a letter without a banner.
   */
  banner: 'figure' | 'masthead' | 'card' | 'plain'
  /** Hex colours, because many mail programs know nothing newer. */
  paint: string
  /** Readable on `paint`. */
  ink: string
  /** Of the button and of links; readable with white. */
  accent: string
}

export function isTemplateId(value: unknown): value is TemplateId {
  return TEMPLATE_IDS.some((id) => id === value)
}
