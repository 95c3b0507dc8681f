import { ofDocument } from '../../node/of-document.ts'
import { zoomOf } from '../../node/read-node.ts'

const RULING = ':modal, :popover-open:not(firstwin-root)'

/** Something rules the page, or zooms it: what knows where we are to stand then comes late. */
export function isRuled(): boolean {
  const zoom = zoomOf(ofDocument('documentElement'))
  return zoom !== 1 || Document.prototype.querySelector.call(document, RULING) !== null
}
