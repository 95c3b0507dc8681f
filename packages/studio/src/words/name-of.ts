import type { PersonRef } from '@firstwin/collector'
import type { Words } from './words.ts'

/** What a customer is called: by name, else by the id that the product gave, else as a visitor. */
export function nameOf({ id, known, name }: PersonRef, words: Words): string {
  return name ?? (known ? id : words.unnamed(id))
}
