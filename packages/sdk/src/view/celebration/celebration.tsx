import type { Part } from '../part.ts'
import { BigCard } from './big-card.tsx'
import css from './celebration.css?inline'
import { factOf, titleOf } from './celebration-words.ts'
import { throwConfetti } from './confetti.ts'
import { leaveWhenSeen } from './leave-when-seen.ts'
import { Toast } from './toast.tsx'

/** What a win fires: a small toast near the launcher, or a card in the middle with confetti behind it. */
export const celebration: Part = {
  css,
  draw(item, ui) {
    if (item.kind !== 'celebration') return undefined
    return item.size === 'big' ? <BigCard item={item} ui={ui} /> : <Toast item={item} ui={ui} />
  },
  escapeFromPage: (item) => item.kind === 'celebration' && item.size === 'big',
  settle(item, stage) {
    if (item.kind !== 'celebration') return
    const { ui, panel, signal } = stage
    stage.announce(`${titleOf(item, ui)}. ${factOf(item, ui)}`)
    if (item.size === 'small') leaveWhenSeen(panel, () => ui.act({ do: 'seen' }), signal)
    else throwConfetti(panel, stage)
  },
}
