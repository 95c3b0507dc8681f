import type { Setup } from '@firstwin/schema'
import { holds, holdsAudience } from './holds.ts'
import type { Turn } from './turn.ts'

export interface SetupValues {
  /** What stands in the fields first, by field id. */
  values: Readonly<Record<string, string | number>>
  /** The fields whose value is a recommendation. */
  recommended: readonly string[]
}

/** The first option whose audience or condition fits is recommended; else the author's default. */
export function setupValues(turn: Turn, { fields }: Setup): SetupValues {
  const recommended: string[] = []
  const values: Record<string, string | number> = {}
  for (const field of fields) {
    const option =
      'options' in field
        ? field.options.find(({ recommendedWhen: when }) =>
            typeof when === 'object' ? holds(turn, when) : when && holdsAudience(turn, when),
          )
        : undefined
    const value = option?.value ?? field.default
    if (value !== undefined) values[field.id] = value
    if (option) recommended.push(field.id)
  }
  return { values, recommended }
}
