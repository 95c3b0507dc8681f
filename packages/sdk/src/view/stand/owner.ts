import { readNode } from '../../node/read-node.ts'
import { outerClosest } from './outer.ts'
import { MODAL, rulingModal } from './ruling-modal.ts'
import { ofDocument } from '../../node/of-document.ts'

interface OwnerOptions {
  target: Element | undefined
  host: HTMLElement
  home: Element
  /** A modal layer that was seen where no selector finds it: in a shadow root. */
  hint: Element | undefined
}

/** Those that a click outside of them closes; a click on us is one unless we stand in them. */
const CLOSES_ON_CLICK = ':is([popover=""], [popover="auto" i], [popover="hint" i]):popover-open'
/** What stands in these is not drawn. */
const HOLDS_NOTHING = 'video, audio, iframe, canvas, img, object, embed'

/**
 * Where we must stand to be not only seen but used: in the modal layer that rules the page, in the
 * popover that holds the target, else at home.
 */
export function ownerOf({ target, host, home, hint }: OwnerOptions): Element {
  const aim = inPage(target)
  const around = outerClosest(aim, MODAL)
  const modal = rulingModal(modals(host, [hint, around]), host)
  const popover = outerClosest(aim, CLOSES_ON_CLICK)
  if (popover && (!modal || outerClosest(popover, MODAL) === modal)) return popover
  return modal ?? home
}

function modals(host: HTMLElement, hints: readonly (Element | undefined)[]): Element[] {
  const found = new Set<Element>(Document.prototype.querySelectorAll.call(document, MODAL))
  const fullscreenElement = ofDocument('fullscreenElement')
  const more = [
    ...hints,
    host.parentElement,
    fullscreenElement ? innermost(fullscreenElement) : undefined,
  ]
  for (const one of more) if (one?.matches(MODAL)) found.add(one)
  return [...found].filter(
    (one) =>
      one.isConnected &&
      one.checkVisibility() &&
      !one.matches(HOLDS_NOTHING) &&
      // By the standard we match, too, while something in us fills the screen.
      one !== host &&
      !host.shadowRoot?.contains(one),
  )
}

/** A document names the outermost host of the shadow root that something is full-screen in. */
function innermost(element: Element): Element {
  const inner = element.shadowRoot?.fullscreenElement
  return inner ? innermost(inner) : element
}

/** In a dialog of a frame we would have neither styles nor room: the frame stands for it. */
function inPage(target: Element | undefined): Element | undefined {
  if (!target || readNode(target, 'ownerDocument') === document) return target
  return inPage(
    ofDocument('defaultView', readNode(target, 'ownerDocument'))?.frameElement ?? undefined,
  )
}
