import type { Journey, Text, Words } from '@firstwin/schema'
import { parseRichText, toPlainText } from '@firstwin/schema/rich-text'

/** A title as plain text, by locale. */
export type Title = Readonly<Record<string, string>>

/** What the author calls the things that events name by id. Empty where no journey was given. */
export interface JourneyTitles {
  /** The locale to fall back to. */
  readonly locale: string
  readonly wins: Readonly<Record<string, Title>>
  readonly tasks: Readonly<Record<string, Title>>
  readonly paths: Readonly<Record<string, Title>>
}

const NONE: JourneyTitles = { locale: 'en', wins: {}, tasks: {}, paths: {} }

/** The titles of a journey, raw or compiled. */
export function journeyTitles(journey: Journey | undefined): JourneyTitles {
  if (!journey) return NONE
  const { locale, wins = [], paths = [] } = journey
  const titlesOf = (items: readonly { id: string; title: Text }[]) =>
    Object.fromEntries(items.map(({ id, title }) => [id, toTitle(title, locale)]))
  const tasks = paths.flatMap((path) => path.tasks)
  return { locale, wins: titlesOf(wins), tasks: titlesOf(tasks), paths: titlesOf(paths) }
}

function toTitle(text: Text, locale: string): Title {
  if (isWords(text)) return { [locale]: toPlain(text) }
  return Object.fromEntries(Object.entries(text).map(([tag, words]) => [tag, toPlain(words)]))
}

function isWords(text: Text): text is Words {
  return typeof text === 'string' || Array.isArray(text)
}

function toPlain(words: Words): string {
  return toPlainText(typeof words === 'string' ? parseRichText(words) : words)
}
