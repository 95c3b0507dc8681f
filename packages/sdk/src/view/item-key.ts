import type { SceneItem } from '../scene.ts'

/** Equal for two scenes that show the same thing, so that it is announced and reported once. */
export function itemKey(item: SceneItem): string {
  switch (item.kind) {
    case 'step':
      return `step ${item.key}`
    case 'checklist':
      return `checklist ${item.praise?.id ?? ''}`
    case 'celebration':
      return `celebration ${item.win.id}`
    case 'letter':
    case 'message':
      return `message ${item.message.id}`
    case 'survey':
      return `survey ${item.survey.id} ${item.question.id}`
    case 'setup':
      return `setup ${item.setup.id}`
  }
}

/** Items with the same one share a panel that changes its content, instead of one going and one coming. */
export function panelKey(item: SceneItem): string {
  if (item.kind === 'step' || item.kind === 'checklist') return item.kind
  return item.kind === 'survey' ? `survey ${item.survey.id}` : itemKey(item)
}
