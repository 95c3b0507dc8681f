import { createEchoes, type Echoes } from './echoes.ts'
import { listen } from '../listen.ts'
import { replay } from './replay.ts'

/** Our own handlers hear of these. */
const TOLD = [
  'pointerdown pointerup mousedown mouseup click',
  'keydown keyup input beforeinput paste focusin focusout focus blur',
].join(' ')
/** Of these nobody hears: no handler of ours wants them, and some would be too many. */
const KEPT = [
  'pointermove pointerover pointerout pointercancel mousemove mouseover mouseout',
  'dblclick auxclick contextmenu wheel touchstart touchmove touchend touchcancel',
  'keypress copy cut compositionstart compositionupdate compositionend toggle beforetoggle',
  'drag dragstart dragend dragenter dragover dragleave drop',
].join(' ')

/**
 * Keeps from the page what happens in us: its hotkeys, its "click outside", its focus traps and its
 * scroll locks neither act on it nor fight with us. What the browser does by itself it still does:
 * focus, typing, Tab, ticking a box, following a link. What the page has registered on the window,
 * for the capture phase, before us hears it first.
 *
 * @param echoes Which clicks are not heard at all.
 */
export function raiseFirewall(
  host: HTMLElement,
  signal: AbortSignal,
  echoes: Echoes = createEchoes(),
): void {
  const told = new Set(TOLD.split(' '))

  const keep = (event: Event): void => {
    const path = event.composedPath()
    const [inner] = path
    const isOurs = path.includes(host)
    const isEcho = echoes.isOne(event, isOurs)
    if (!isOurs && !isEcho && !leavesFor(host, event)) return
    event.stopImmediatePropagation()
    if (isEcho) prevent(event)
    else if (event instanceof DragEvent) refuseFiles(event)
    else if (isOurs && inner instanceof Node && inner !== host && told.has(event.type)) {
      replay(event, inner)
    }
  }
  listen(`${TOLD} ${KEPT}`, keep, signal)
}

/** Something of the page loses the focus to us: a focus trap would take it back. */
function leavesFor(host: HTMLElement, event: Event): boolean {
  const { type } = event
  if (type !== 'focusout' && type !== 'blur') return false
  return event instanceof FocusEvent && event.relatedTarget === host
}

/** Where our listener is passive, the browser would complain in the console. */
function prevent(event: Event): void {
  if (!event.type.startsWith('touch')) event.preventDefault()
}

/** A file that falls on us would be opened in the place of the page, which could not hinder it. */
function refuseFiles(event: DragEvent): void {
  const { type, dataTransfer } = event
  if (!dataTransfer?.types.includes('Files') || type === 'dragstart') return
  dataTransfer.dropEffect = 'none'
  event.preventDefault()
}
