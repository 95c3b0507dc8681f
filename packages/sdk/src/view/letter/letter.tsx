import type { VNode } from 'preact'
import type { SceneItem } from '../../scene.ts'
import { Button } from '../controls/button.tsx'
import { Close } from '../controls/close.tsx'
import type { Part, Ui } from '../part.ts'
import { Line, RichText } from '../text/rich-text.tsx'
import css from './letter.css?inline'
import { RoadMap } from './road-map.tsx'
import { Signature } from './signature.tsx'

type LetterScene = Extract<SceneItem, { kind: 'letter' }>

/** A letter after the contract, signed by a person, with the way to the first result drawn below. */
export const letter: Part = {
  css,
  draw: (item, ui) => (item.kind === 'letter' ? <Letter item={item} ui={ui} /> : undefined),
  escapeFromPage: () => true,
  settle(item, { ui, announce }) {
    if (item.kind === 'letter') announce(ui.say.plain(item.message.title))
  },
}

interface LetterProps {
  item: LetterScene
  ui: Ui
}

function Letter({ item, ui }: LetterProps): VNode {
  const { message, progress, date } = item
  const { say, words, act } = ui
  return (
    <dialog open class="panel centred letter" aria-labelledby="letter-title" tabIndex={-1}>
      <div class="head">
        <time class="small date" dateTime={new Date(date).toISOString()}>
          {new Intl.DateTimeFormat(ui.locale, { dateStyle: 'long' }).format(date)}
        </time>
        <Close words={words} onClick={() => act({ do: 'dismiss', reason: 'closed' })} />
      </div>
      <div class="body">
        <h2 class="praise-title" id="letter-title">
          <Line text={say.rich(message.title)} follow={ui.follow} />
        </h2>
        <div class="text">
          <RichText text={say.rich(message.body)} follow={ui.follow} />
        </div>
        <Signature by={message.signedBy} ui={ui} />
        {progress && <RoadMap progress={progress} ui={ui} />}
      </div>
      <div class="foot" lang={words.lang}>
        <Button quiet onClick={() => act({ do: 'dismiss', reason: 'later' })}>
          {words.later}
        </Button>
        <Button onClick={() => act({ do: 'follow' })}>{words.firstStep}</Button>
      </div>
    </dialog>
  )
}
