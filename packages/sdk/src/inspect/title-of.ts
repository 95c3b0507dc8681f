import type { Explanation } from '@firstwin/engine/explain'
import type { Sight } from './sight.ts'
import { toPlain } from './to-text.ts'

/** What a thing of the journey is called; its id where it has no title, like a survey. */
export function titleOf(
  { kind, id }: Pick<Explanation, 'kind' | 'id'>,
  { journey, locale }: Pick<Sight, 'journey' | 'locale'>,
): string {
  const found = journey[`${kind}s`].find((one) => one.id === id)
  return (found && 'title' in found && toPlain(found.title, locale)) || id
}
