import type { Title } from '@firstwin/collector'

/**
 * What the author calls the thing with this id: in this language, else in the journey's own. Where
 * the collector does not know the journey, the id is made readable: "Template picked".
 */
export function titleOf(id: string, titles: Readonly<Record<string, Title>>, locale: string) {
  const title = titles[id] ?? {}
  return title[locale] ?? Object.values(title)[0] ?? readable(id)
}

function readable(id: string): string {
  const words = id.replaceAll(/[-_]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
