import { attributeOf, matches, readNode } from '../../node/read-node.ts'
import { fold } from './fold.ts'
import { labelsOf } from './labels-of.ts'
import { isRoot, queryIn } from './roots.ts'
import { textOf } from './text-of.ts'

/**
 * The name of an element as a screen reader says it, folded: aria-labelledby, aria-label, its labels,
 * alt, the value of a button, its text without what is hidden, then title and placeholder.
 * The common part of https://www.w3.org/TR/accname-1.2/, without text from style sheets.
 */
export function accessibleName(element: Element): string {
  const read = (name: string): string => attributeOf(element, name) ?? ''
  const ids = read('aria-labelledby').match(/\S+/g) ?? []
  const isButton = matches(element, '[type=button],[type=submit],[type=reset]')
  return (
    fold(ids.map((id) => wordsOf(element, id)).join(' ')) ||
    fold(read('aria-label')) ||
    fold(labelsOf(element).map(textOf).join(' ')) ||
    fold(read('alt')) ||
    fold(isButton ? read('value') : '') ||
    fold(textOf(element)) ||
    fold(read('title') || read('placeholder'))
  )
}

/** Of what has this id in the same tree: ids do not reach over the edge of a shadow root. */
function wordsOf(element: Element, id: string): string {
  const root = Node.prototype.getRootNode.call(element)
  return isRoot(root) ? wordsIn(queryIn(root, `[id="${CSS.escape(id)}"]`)) : ''
}

function wordsIn([element]: readonly Element[]): string {
  return (element && readNode(element, 'textContent')) ?? ''
}
