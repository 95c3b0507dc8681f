import type { Message, Offer } from '@firstwin/schema'
import type { VNode } from 'preact'
import { Button } from '../controls/button.tsx'
import { Close } from '../controls/close.tsx'
import type { Part, Ui } from '../part.ts'
import { Line, Link, RichText } from '../text/rich-text.tsx'
import css from './message.css?inline'
import { MessageIcon } from './message-icon.tsx'

type Card = Exclude<Message, { kind: 'confirmation' }>

/** What is said to the user outside of guides, as a card in the corner of the launcher. */
export const message: Part = {
  css,
  draw: (item, ui) =>
    item.kind === 'message' ? <Card message={item.message} ui={ui} /> : undefined,
  settle(item, { ui, announce }) {
    if (item.kind === 'message') announce(ui.say.plain(item.message.title))
  },
}

interface CardProps {
  message: Card
  ui: Ui
}

function Card({ message: card, ui }: CardProps): VNode {
  const { say, words, act } = ui
  return (
    <dialog open class="panel docked message" aria-labelledby="message-title" tabIndex={-1}>
      <div class="head">
        {card.kind !== 'offer' && <MessageIcon kind={card.kind} />}
        <h2 class="title" id="message-title">
          <Line text={say.rich(card.title)} follow={ui.follow} />
        </h2>
        <Close words={words} onClick={() => act({ do: 'dismiss', reason: 'closed' })} />
      </div>
      <div class="body">
        {card.kind === 'offer' && (
          <div class="text">
            <RichText text={say.rich(card.reason)} follow={ui.follow} />
          </div>
        )}
        <RichText text={say.rich(card.body)} follow={ui.follow} />
      </div>
      {card.kind === 'offer' ? (
        <Choice offer={card} ui={ui} />
      ) : (
        <div class="foot">{card.link && <Follow link={card.link} look="button" ui={ui} />}</div>
      )}
    </dialog>
  )
}

/** The yes and the no of an offer weigh the same. */
function Choice({ offer, ui }: { offer: Offer; ui: Ui }): VNode {
  return (
    <div class="foot choice">
      <Follow link={offer.link} look="button even" ui={ui} />
      <Button even onClick={() => ui.act({ do: 'decline' })}>
        {ui.say.plain(offer.decline)}
      </Button>
    </div>
  )
}

interface FollowProps {
  link: Offer['link']
  look: string
  ui: Ui
}

/** Another site opens by itself, in a tab of its own; a path of the host is left to who hears `follow`. */
function Follow({ link, look, ui }: FollowProps): VNode {
  return (
    <Link class={look} href={link.href} follow={() => {}} onFollow={() => ui.act({ do: 'follow' })}>
      {ui.say.plain(link.label)}
    </Link>
  )
}
