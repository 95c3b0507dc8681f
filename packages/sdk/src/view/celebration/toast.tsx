import type { VNode } from 'preact'
import type { CelebrationScene } from '../../scene.ts'
import { Close } from '../controls/close.tsx'
import { Icon } from '../controls/icon.tsx'
import type { Ui } from '../part.ts'
import { RichText } from '../text/rich-text.tsx'
import { bodyOf, factOf, titleOf } from './celebration-words.ts'

interface ToastProps {
  item: CelebrationScene
  ui: Ui
}

/**
 * Takes no focus and goes by itself. It is read out by our own live region, which readers hear, and
 * found again among the landmarks.
 */
export function Toast({ item, ui }: ToastProps): VNode {
  const { words, act } = ui
  const label = item.next?.label
  const title = titleOf(item, ui)
  // As an attribute: there, or not.
  const awaited = item.isAwaited || undefined
  return (
    <section aria-label={title}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an output is a form control, which would need a label */}
      <div class="panel docked toast" role="status" aria-live="off" data-awaited={awaited}>
        <span class="toast-mark" aria-hidden="true">
          <Icon name="tick" />
        </span>
        <div class="toast-words">
          <strong>{title}</strong>
          <div class="small">{factOf(item, ui)}</div>
          <RichText text={ui.say.rich(bodyOf(item))} follow={ui.follow} />
          {item.next && (
            <button type="button" class="toast-next" onClick={() => act({ do: 'follow' })}>
              {label ? ui.say.plain(label) : words.whatIsNext}
            </button>
          )}
        </div>
        <Close words={words} onClick={() => act({ do: 'dismiss', reason: 'closed' })} />
      </div>
    </section>
  )
}
