import { TEMPLATE_IDS, type Template, type TemplateId } from './template.ts'
import { TEMPLATE_LOOKS } from './template-looks.ts'
import { TEMPLATE_WORDS } from './template-words.ts'

export function findTemplate(id: TemplateId): Template {
  return { id, look: TEMPLATE_LOOKS[id], words: TEMPLATE_WORDS[id] }
}

/** In the order of the gallery. */
export const TEMPLATES: readonly Template[] = TEMPLATE_IDS.map(findTemplate)
