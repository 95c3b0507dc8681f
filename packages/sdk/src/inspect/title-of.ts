import type { Text } from '@firstwin/schema'
import type { Explanation } from '@firstwin/engine/explain'
import type { Sight } from './sight.ts'
import { toPlain } from './to-text.ts'

/** What a thing of the journey is called; its id where it has no title, like a survey. */
export function titleOf(
  { kind, id }: Pick<Explanation, 'kind' | 'id'>,
  { journey, locale }: Pick<Sight, 'journey' | 'locale'>,
): string {
  const lists: Readonly<Record<Explanation['kind'], readonly Titled[]>> = {
    path: journey.paths,
    win: journey.wins,
    guide: journey.guides,
    setup: journey.setups,
    message: journey.messages,
    survey: journey.surveys,
  }
  return toPlain(lists[kind].find((one) => one.id === id)?.title, locale) || id
}

interface Titled {
  id: string
  title?: Text | undefined
}
