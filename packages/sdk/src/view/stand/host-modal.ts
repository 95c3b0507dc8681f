import { MODAL } from './ruling-modal.ts'

/** A dialog of the page that waits for an answer, native or not. */
export const HOST_MODAL = `${MODAL}, [aria-modal="true" i]`

export function hasHostModal(): boolean {
  const found = Document.prototype.querySelectorAll.call(document, HOST_MODAL)
  return [...found].some((dialog) => dialog.checkVisibility())
}
