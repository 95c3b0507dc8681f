import type { Target, Text } from '@firstwin/schema'

/** A value as code: texts as they are, the rest as JSON without quotes round its keys. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value
  return (JSON.stringify(value) ?? '–').replaceAll(/"([\w-]+)":/g, '$1: ').replaceAll(',', ', ')
}

/** The one number or duration in what a rule of pressure wants: `{ lessThan: 3 }`. */
export function toAmount(wanted: unknown): string {
  return toText(typeof wanted === 'object' && wanted ? Object.values(wanted)[0] : wanted)
}

/** How a journey names an element of the page. */
export function toTargetText(target: Target): string {
  if ('id' in target) return `data-firstwin="${target.id}"`
  if ('role' in target) return target.role + toQuoted(target.name)
  if ('css' in target) return target.css + toQuoted(target.text)
  return toText(target)
}

function toQuoted(name: string | undefined): string {
  return name === undefined ? '' : ` "${name}"`
}

/** The one thing on screen, by its kind and its ids: `step preview/press-here`. */
export function toShownText(shown: object | undefined): string {
  const [kind = '', ...ids] = Object.values(shown ?? {}).filter(Boolean)
  return `${kind} ${ids.join('/')}`.trim()
}

/** The words of a text of the journey, in this locale or else whichever is first; no marks. */
export function toPlain(text: Text | undefined, locale: string): string {
  if (text === undefined || typeof text === 'string') return text ?? ''
  if (Array.isArray(text)) return wordsIn(text)
  const byLocale = new Map<string, unknown>(Object.entries(text))
  const words = byLocale.get(locale) ?? byLocale.get(locale.split('-')[0] ?? '')
  return wordsIn(words ?? Object.values(text)[0])
}

function wordsIn(node: unknown): string {
  if (typeof node === 'string') return node
  if (Array.isArray(node)) return node.map(wordsIn).join('')
  if (typeof node !== 'object' || node === null) return ''
  const { text, content, items }: { text?: unknown; content?: unknown; items?: unknown } = node
  return wordsIn(text ?? content ?? items)
}
