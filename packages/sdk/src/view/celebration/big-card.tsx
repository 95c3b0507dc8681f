import type { VNode } from 'preact'
import type { CelebrationScene } from '../../scene.ts'
import { Button } from '../controls/button.tsx'
import { Close } from '../controls/close.tsx'
import { Icon } from '../controls/icon.tsx'
import type { Ui } from '../part.ts'
import { RichText } from '../text/rich-text.tsx'
import { bodyOf, factOf, titleOf } from './celebration-words.ts'

interface BigCardProps {
  item: CelebrationScene
  ui: Ui
}

/** Centre stage without blocking: the page around it stays usable. */
export function BigCard({ item, ui }: BigCardProps): VNode {
  const { words, act, say } = ui
  const { next } = item
  const body = bodyOf(item)
  return (
    <>
      <div class="glow" aria-hidden="true" />
      <dialog open class="panel centred celebration" aria-labelledby="win-title" tabIndex={-1}>
        <div class="head">
          <span class="win-mark" aria-hidden="true">
            <Icon name="tick" />
          </span>
          <Close words={words} onClick={() => act({ do: 'dismiss', reason: 'closed' })} />
        </div>
        <div class="body">
          <h2 class="win-title" id="win-title">
            {titleOf(item, ui)}
          </h2>
          <p class="fact">{factOf(item, ui)}</p>
          {body && (
            <div class="text">
              <RichText text={say.rich(body)} follow={ui.follow} />
            </div>
          )}
        </div>
        <div class="foot">
          {next ? (
            <Button onClick={() => act({ do: 'follow' })}>
              {next.label ? say.plain(next.label) : words.whatIsNext}
            </Button>
          ) : (
            <Button onClick={() => act({ do: 'dismiss', reason: 'closed' })}>
              {words.carryOn}
            </Button>
          )}
        </div>
      </dialog>
    </>
  )
}
