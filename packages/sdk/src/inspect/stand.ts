import { makeElement } from '../view/make-element.ts'

/** What the inspector has in the page. */
export interface Stand {
  shadow: ShadowRoot
  root: HTMLElement
  /** Puts it where it can be seen and used: into the modal dialog that is open, or the page. */
  raise: () => void
}

/** By this name our elements are no targets, and cover none. */
const OURS = 'firstwin-root'

const HOST_CSS = `:host{all:initial!important;display:block!important;position:fixed!important;inset:0!important;pointer-events:none!important;font:13px/1.45 system-ui,sans-serif!important;z-index:2147483646!important}@media print{:host{display:none!important}}`

/** What happens in it is not the page's business: its hotkeys and "click outside" stay quiet. */
const KEPT_EVENTS =
  'click pointerdown mousedown touchstart keydown keyup input focusin focusout wheel'

/** Stands in a shadow root of its own in the top layer until `lifetime` aborts. */
export function createStand(css: string, lifetime: AbortSignal): Stand {
  const host = makeElement(OURS)
  host.dataset['inspector'] = ''
  host.popover = 'manual'
  const shadow = host.attachShadow({ mode: 'open' })
  for (const text of [HOST_CSS, css]) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    shadow.adoptedStyleSheets.push(sheet)
  }
  const root = makeElement('div')
  root.className = 'root'
  shadow.append(root)
  for (const type of KEPT_EVENTS.split(' ')) {
    host.addEventListener(type, (event) => event.stopPropagation())
  }

  function raise(): void {
    const parent = ruler()
    if (host.parentElement !== parent) parent.append(host)
    if (!host.matches(':popover-open')) host.showPopover()
  }

  /** A popover that the page opens later would lie over it. */
  function rise({ target }: Event): void {
    if (!(target instanceof Element) || target.localName === OURS) return
    const hasFocus = shadow.activeElement !== null
    if (target.matches(':popover-open') && !hasFocus) host.hidePopover()
    raise()
  }

  // On window, because an element named "addEventListener" stands in the way of document's.
  for (const type of ['toggle', 'close', 'fullscreenchange']) {
    window.addEventListener(type, rise, { capture: true, signal: lifetime })
  }
  lifetime.addEventListener('abort', () => host.remove())
  return { shadow, root, raise }
}

/** Outside of a modal dialog or a full-screen element it could be seen but not used. */
function ruler(): Element {
  const modal: NodeListOf<Element> = Document.prototype.querySelectorAll.call(
    document,
    'dialog:modal',
  )
  return [...modal].at(-1) ?? document.fullscreenElement ?? document.documentElement
}
