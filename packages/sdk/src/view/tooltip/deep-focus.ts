import { ofDocument } from '../../node/of-document.ts'
import { readNode } from '../../node/read-node.ts'
import { isHtml } from './ancestors.ts'

/** What has the focus on the page, in open shadow roots and frames of this origin, too. */
export function deepFocus(page: Document = document): Element | undefined {
  const active = ofDocument('activeElement', page)
  if (!active || /^(?:body|html)$/.test(readNode(active, 'localName'))) return undefined
  return deeper(active) ?? active
}

function deeper(active: Element): Element | undefined {
  const inner = active.shadowRoot?.activeElement
  if (inner) return deeper(inner) ?? inner
  const frame = isHtml(active) && 'contentDocument' in active ? active.contentDocument : undefined
  return isDocument(frame) ? deepFocus(frame) : undefined
}

function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && 'activeElement' in value
}
