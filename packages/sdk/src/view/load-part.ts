import type { SceneItem } from '../scene.ts'
import type { Part } from './part.ts'
import { tooltip } from './tooltip/tooltip.tsx'

/** The tooltip is at hand; the others are chunks, fetched when they are first needed. */
export function loadPart(kind: SceneItem['kind']): Part | Promise<Part> {
  switch (kind) {
    case 'step':
      return tooltip
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
