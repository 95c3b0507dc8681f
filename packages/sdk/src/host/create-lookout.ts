import { paced } from './paced.ts'
import { mayGrow, rootsIn, type Root } from './roots.ts'

/** What looks again when the page changes. */
export interface Lookout {
  /** Looks now. */
  look: () => void
  /** Looks again when one of these has another size than now. */
  observeSizes: (elements: readonly Element[]) => void
  /** From now on also hears of every root there is, and of what may get a root later. */
  followAll: () => void
}

const EVERYTHING = { attributes: true, characterData: true, childList: true, subtree: true }

/**
 * What may show, hide or uncover an element and leaves the DOM as it is; in a frame also that it loads
 * or goes to another page.
 */
const EVENTS =
  'load pagehide DOMContentLoaded scroll resize change toggle transitionend animationend slotchange'

/** Of more elements the size is not observed: a page of thousands has other ways to tell. */
const MAX_SIZES = 300

/**
 * Calls `onLook` after everything in the page that may matter, at most once a frame, and less often
 * where looking is slow.
 */
export function createLookout(onLook: () => void, lifetime: AbortSignal): Lookout {
  const known = new WeakSet<object>()
  const isNew = (one: object): boolean => !known.has(one) && Boolean(known.add(one))
  const lookSoon = paced(onLook, lifetime)
  const changes = new MutationObserver(lookSoon)
  const sizes = new WeakMap<object, ResizeObserver>()
  lifetime.addEventListener('abort', () => changes.disconnect())

  /** By an observer of its own window: ours has errors at our window for what is in a frame. */
  function observeSize(element: Element): void {
    const view = element.ownerDocument.defaultView ?? window
    const observer = sizes.get(view) ?? new view.ResizeObserver(lookSoon)
    if (!sizes.has(view)) lifetime.addEventListener('abort', () => observer.disconnect())
    sizes.set(view, observer)
    observer.observe(element)
  }

  function follow(root: Root): void {
    changes.observe(root, EVERYTHING)
    const view = 'defaultView' in root ? root.defaultView : undefined
    hear(root, { lookSoon, lifetime })
    if (view) hear(view, { lookSoon, lifetime })
  }

  const observeSizes = (elements: readonly Element[]): void => {
    for (const element of elements.slice(0, MAX_SIZES).filter(isNew)) observeSize(element)
  }

  known.add(document)
  follow(document)
  return {
    look: onLook,
    observeSizes,
    followAll() {
      const roots = rootsIn(document)
      for (const root of roots.filter(isNew)) follow(root)
      const growing = roots.flatMap(mayGrow).slice(0, MAX_SIZES)
      for (const element of growing) {
        if (!known.has(element) && !element.matches(':defined')) awaitClass(element, lookSoon)
      }
      // An element that is inline has no size of its own, but what holds it has.
      observeSizes(growing.flatMap((one) => (one.parentElement ? [one, one.parentElement] : [one])))
    },
  }
}

interface Ear {
  lookSoon: () => void
  lifetime: AbortSignal
}

function hear(place: Root | Window, { lookSoon, lifetime: signal }: Ear): void {
  for (const type of EVENTS.split(' ')) {
    // On the prototype, because an element may be named "addEventListener".
    EventTarget.prototype.addEventListener.call(place, type, lookSoon, { capture: true, signal })
  }
}

/** When its class arrives, the element may get its root at once. What is no name never gets one. */
function awaitClass({ localName, ownerDocument }: Element, lookSoon: () => void): void {
  void ownerDocument.defaultView?.customElements.whenDefined(localName).then(lookSoon, () => {})
}
