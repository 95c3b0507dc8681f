import type { Mount } from '../mount.ts'
import css from './late.css?inline'

/** Behind the sheets of host and theme, and the one that follows the page; before those of the parts. */
const PLACE = 3

/** Adds the styles of what is pointed at, has the focus, or comes later. */
export function adoptLate({ shadow }: Mount): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  shadow.adoptedStyleSheets = shadow.adoptedStyleSheets.toSpliced(PLACE, 0, sheet)
}
