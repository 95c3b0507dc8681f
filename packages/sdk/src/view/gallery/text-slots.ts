import type { SceneItem } from '../../scene.ts'

/** The keys that texts of a journey stand under. */
const TEXT_KEYS = new Set([
  'title',
  'body',
  'label',
  'hint',
  'ask',
  'reason',
  'decline',
  'role',
  'help',
  'name',
])

/** A copy of the scene with something else in the place of each text, counted from 0. */
export function withTexts(item: SceneItem, write: (slot: number) => unknown): unknown {
  let slots = 0
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy)
    if (typeof value !== 'object' || value === null || value instanceof Element) return value
    const entries = Object.entries(value).map(([key, one]) =>
      TEXT_KEYS.has(key) && one !== undefined ? [key, write(slots++)] : [key, copy(one)],
    )
    return Object.fromEntries(entries)
  }
  return copy(item)
}
