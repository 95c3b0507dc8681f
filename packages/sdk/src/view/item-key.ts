import type { SceneItem } from '../scene.ts'

/** Equal for two scenes that show the same thing, so that it is announced and reported once. */
export function itemKey(item: SceneItem): string {
  return `${item.kind} ${idOf(item)}`
}

/** Items with the same one share a panel that changes its content, instead of one going and one coming. */
export function panelKey(item: SceneItem): string {
  if (item.kind === 'step' || item.kind === 'checklist') return item.kind
  return item.kind === 'survey' ? `survey ${item.survey.id}` : itemKey(item)
}

function idOf(item: SceneItem): string | undefined {
  switch (item.kind) {
    case 'step':
      return item.key
    case 'checklist':
      return item.praise?.id
    case 'celebration':
      return item.win.id
    case 'letter':
    case 'message':
      return item.message.id
    case 'survey':
      return `${item.survey.id} ${item.question.id}`
    case 'setup':
      return item.setup.id
  }
}
