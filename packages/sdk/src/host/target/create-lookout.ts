import { ofDocument } from '../../node/of-document.ts'
import { readNode } from '../../node/read-node.ts'
import { paced, type Looks } from './paced.ts'
import { rootOf, survey, type Root, type Survey } from './roots.ts'

/** What looks again when the page changes. */
export interface Lookout {
  /** Looks again when one of these has another size than now. */
  observeSizes: (elements: readonly Element[]) => void
  /** What the page is made of. From now on also hears of these roots, and of what may get one. */
  survey: () => Survey
}

const EVERYTHING = { attributes: true, characterData: true, childList: true, subtree: true }

/**
 * What may show, hide or uncover an element and leaves the DOM as it is; in a frame also that it loads
 * or goes to another page.
 */
const EVENTS =
  'load pagehide DOMContentLoaded resize change toggle transitionend animationend slotchange'

/** Of more elements the size is not observed: a page of thousands has other ways to tell. */
const MAX_SIZES = 300

/** Has looks made after everything in the page that may matter, at most one a frame. */
export function createLookout(looks: Looks, lifetime: AbortSignal): Lookout {
  const known = new WeakSet<object>()
  const isNew = (one: object): boolean => !known.has(one) && Boolean(known.add(one))
  let page: Survey | undefined
  const lookSoon = paced(looks, lifetime)
  const lookAnew = (): void => {
    page = undefined
    lookSoon()
  }
  const changes = new MutationObserver((records) => {
    // New attributes and texts, of which there may be thousands, leave the roots as they were.
    if (records.some(({ type }) => type === 'childList')) page = undefined
    lookSoon()
  })
  const sizes = new WeakMap<object, ResizeObserver>()
  lifetime.addEventListener('abort', () => changes.disconnect())

  /** By an observer of its own window: ours has errors at our window for what is in a frame. */
  function observeSize(element: Element): void {
    const view = ofDocument('defaultView', readNode(element, 'ownerDocument')) ?? window
    const observer = sizes.get(view) ?? new view.ResizeObserver(lookAnew)
    if (!sizes.has(view)) lifetime.addEventListener('abort', () => observer.disconnect())
    sizes.set(view, observer)
    observer.observe(element)
  }

  function hearAll(root: Root): void {
    changes.observe(root, EVERYTHING)
    const view =
      root instanceof ShadowRoot || !('defaultView' in root)
        ? undefined
        : ofDocument('defaultView', root)
    for (const place of view ? [root, view] : [root]) {
      hear(place, EVENTS, { look: lookAnew, lifetime })
      hear(place, 'scroll', { look: lookSoon, lifetime })
    }
  }

  const observeSizes = (elements: readonly Element[]): void => {
    for (const element of elements.slice(0, MAX_SIZES).filter(isNew)) observeSize(element)
  }

  function follow({ roots, growing }: Survey): void {
    for (const root of roots.filter(isNew)) hearAll(root)
    const few = growing.slice(0, MAX_SIZES)
    for (const element of few) {
      if (!known.has(element) && !element.matches(':defined')) awaitClass(element, lookAnew)
    }
    // An element that is inline has no size of its own, but what holds it has.
    observeSizes(few.flatMap((one) => (one.parentElement ? [one, one.parentElement] : [one])))
  }

  known.add(document)
  hearAll(document)
  return {
    observeSizes,
    survey() {
      if (page && !page.growing.some(rootOf)) return page
      page = survey(document)
      follow(page)
      return page
    },
  }
}

interface Ear {
  look: () => void
  lifetime: AbortSignal
}

function hear(place: Root | Window, types: string, { look, lifetime: signal }: Ear): void {
  for (const type of types.split(' ')) {
    // On the prototype, because an element may be named "addEventListener".
    EventTarget.prototype.addEventListener.call(place, type, look, { capture: true, signal })
  }
}

/** When its class arrives, the element may get its root at once. What is no name never gets one. */
function awaitClass(element: Element, look: () => void): void {
  const view = ofDocument('defaultView', readNode(element, 'ownerDocument'))
  void view?.customElements.whenDefined(readNode(element, 'localName')).then(look, () => {})
}
