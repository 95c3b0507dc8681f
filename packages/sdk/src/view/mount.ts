import { makeElement } from './make-element.ts'
import hostCss from './host.css?inline'
import { ofDocument } from '../node/of-document.ts'

export interface Mount {
  host: HTMLElement
  shadow: ShadowRoot
  /** Everything is drawn in it; it carries the tokens, the language and the direction. */
  root: HTMLElement
  /** Where the host element stands when nothing rules the page. */
  home: () => Element
  /** Adds a style sheet, once for each text. */
  adopt: (css: string) => void
  /** Replaces the rules that follow the page, such as its zoom. */
  adjust: (css: string) => void
  /** Puts the host element into the top layer, at its home if it stands nowhere yet. */
  enter: () => void
  /** Takes everything off the page. Calling it twice is safe. */
  remove: () => void
}

/**
 * Makes the shadow root that everything is drawn in. It stands in the page from the first `enter`.
 * Styles come only as constructed sheets, which a strict `style-src` allows.
 *
 * @param container Mounted here. The root element if left out, or while it is not in the page:
 *   `inert`, transforms and clean-ups of the body then do not reach it.
 */
export function createMount(container: Element | undefined): Mount {
  const host = makeElement('firstwin-root')
  host.popover = 'manual'
  const shadow = host.attachShadow({ mode: 'open' })
  const root = makeElement('div')
  root.className = 'root'
  shadow.append(root)
  // A page that draws anew may have taken its container away.
  const home = (): Element => (container?.isConnected ? container : ofDocument('documentElement'))

  const adopted = new Set<string>()
  const adopt = (css: string): void => {
    if (adopted.has(css)) return
    adopted.add(css)
    shadow.adoptedStyleSheets.push(toSheet(css))
  }
  adopt(hostCss)
  const following = toSheet('')
  shadow.adoptedStyleSheets.push(following)

  return {
    host,
    shadow,
    root,
    home,
    adopt,
    adjust: (css) => following.replaceSync(css),
    enter() {
      if (!host.isConnected) {
        home().append(host)
        // WebKit forgets for a frame what was adopted before.
        shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets]
      }
      if (!host.matches(':popover-open')) host.showPopover()
    },
    remove: () => host.remove(),
  }
}

function toSheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}
