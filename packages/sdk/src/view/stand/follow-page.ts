import { matches, zoomOf } from '../../node/read-node.ts'
import type { Mount } from '../mount.ts'
import { outer } from './outer.ts'
import { MODAL } from './ruling-modal.ts'

/** Writes the rules of the host element that depend on where it stands; the last ones are kept. */
export function createFollower({ host, adjust }: Mount): () => void {
  let last = ''
  return () => {
    const parent = outer(host)
    if (!parent) return
    // A page that zooms itself would move what is placed by its coordinates.
    const zoom = zoomOf(parent)
    const rules = [
      zoom === 1 ? '' : `zoom:${1 / zoom}!important`,
      // Better not there than there and dead.
      isDead(parent) ? 'visibility:hidden!important' : '',
    ]
    const css = `:host{${rules.join(';')}}`
    if (css !== last) adjust(css)
    last = css
  }
}

/** Something that we stand in, outside of any modal layer, was made inert: nothing can be done. */
function isDead(parent: Element): boolean {
  for (let at: Element | undefined = parent; at; at = outer(at)) {
    if (matches(at, MODAL)) return false
    if (matches(at, '[inert]')) return true
  }
  return false
}
