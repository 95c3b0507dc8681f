import type { SceneItem } from '../scene.ts'
import type { Part } from './part.ts'
import { speak, type SpeakingPart } from './speak.ts'
import { tooltip } from './tooltip/tooltip.tsx'
import { loadStepWords, loadWords } from './words/load-words.ts'

type Kind = SceneItem['kind']

/** A part with its words. The tooltip is at hand; the others are chunks, fetched when first needed. */
export function loadPart(kind: Kind, locale: string): SpeakingPart | Promise<SpeakingPart> {
  if (kind !== 'step') return fetchPart(kind, locale)
  const words = loadStepWords(locale)
  return words instanceof Promise
    ? words.then((come) => speak(tooltip, come))
    : speak(tooltip, words)
}

async function fetchPart(kind: Exclude<Kind, 'step'>, locale: string): Promise<SpeakingPart> {
  const [part, words] = await Promise.all([importPart(kind), loadWords(locale)])
  return speak(part, words)
}

function importPart(kind: Exclude<Kind, 'step'>): Promise<Part> {
  switch (kind) {
    case 'checklist':
      return import('./checklist/checklist.tsx').then(({ checklist }) => checklist)
    case 'celebration':
      return import('./celebration/celebration.tsx').then(({ celebration }) => celebration)
    case 'letter':
      return import('./letter/letter.tsx').then(({ letter }) => letter)
    case 'message':
      return import('./message/message.tsx').then(({ message }) => message)
    case 'survey':
    case 'setup':
      return import('./form/form.tsx').then(({ form }) => form)
  }
}
