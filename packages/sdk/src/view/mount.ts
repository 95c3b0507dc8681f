import { makeElement } from './make-element.ts'
import hostCss from './host.css?inline'

export interface Mount {
  host: HTMLElement
  shadow: ShadowRoot
  /** Everything is drawn in it; it carries the tokens, the language and the direction. */
  root: HTMLElement
  /** Adds a style sheet, once for each text. */
  adopt: (css: string) => void
  /** Puts the host element where it can be seen and used from `target`, and into the top layer. */
  raise: (target: Element | undefined) => void
  /** Takes everything off the page. Calling it twice is safe. */
  remove: () => void
}

/**
 * Makes the shadow root that everything is drawn in. It enters the page with the first `raise`.
 * Styles come only as constructed sheets, which a strict `style-src` allows.
 *
 * @param container Mounted here. The root element if left out: `inert`, transforms and clean-ups of
 *   the body then do not reach it.
 */
export function createMount(container: Element | undefined): Mount {
  const host = makeElement('firstwin-root')
  host.popover = 'manual'
  const shadow = host.attachShadow({ mode: 'open' })
  const root = makeElement('div')
  root.className = 'root'
  shadow.append(root)

  const adopted = new Set<string>()
  const adopt = (css: string): void => {
    if (adopted.has(css)) return
    adopted.add(css)
    shadow.adoptedStyleSheets.push(toSheet(css))
  }
  adopt(hostCss)
  const zoom = toSheet('')
  shadow.adoptedStyleSheets.push(zoom)

  return {
    host,
    shadow,
    root,
    adopt,
    raise(target) {
      // A page that zooms itself would move what is placed by its coordinates.
      const factor = document.documentElement.currentCSSZoom ?? 1
      zoom.replaceSync(factor === 1 ? '' : `:host{zoom:${1 / factor}!important}`)
      moveInto(host, container ?? owner(target))
    },
    remove: () => host.remove(),
  }
}

function toSheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}

/** Outside of a modal dialog or a full-screen element we could be seen but not used. */
function owner(target: Element | undefined): Element {
  // A dialog in a frame is in another document: there we would have neither styles nor room.
  const local = target?.ownerDocument === document ? target : undefined
  const above = local?.closest('dialog:modal, :popover-open, :fullscreen')
  return above ?? document.fullscreenElement ?? document.documentElement
}

function moveInto(host: HTMLElement, parent: Element): void {
  // Moved only when it must be: moving takes the focus away.
  if (host.parentElement !== parent) parent.append(host)
  if (!host.matches(':popover-open')) host.showPopover()
}
