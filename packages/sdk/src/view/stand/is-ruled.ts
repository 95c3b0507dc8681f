import { ofDocument } from '../../node/of-document.ts'
const RULING = ':modal, :popover-open:not(firstwin-root)'

/** Something rules the page, or zooms it: what knows where we are to stand then comes late. */
export function isRuled(): boolean {
  const zoom = ofDocument('documentElement').currentCSSZoom ?? 1
  return zoom !== 1 || Document.prototype.querySelector.call(document, RULING) !== null
}
