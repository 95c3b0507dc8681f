import { isElement } from './is-element.ts'
import { attributeOf, matches, readNode } from '../../node/read-node.ts'

/** Hidden from readers, or what the user may have written: nobody's name, and none of our business. */
const UNREAD =
  '[aria-hidden=true],input,select,textarea,[role=textbox i],[role=searchbox i],[contenteditable]:not([contenteditable=false i])'

/**
 * What is to be read in a node: not what is hidden, nor what the user may have written. Blocks are
 * words of their own, inline elements are not: `<b>Re</b>port` is one word.
 */
export function textOf(node: Node): string {
  if (!isElement(node)) return node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : ''
  if (matches(node, UNREAD)) return ''
  const { display } = getComputedStyle(node)
  if (display === 'none') return ''
  const label = attributeOf(node, 'aria-label') ?? attributeOf(node, 'alt')
  const text = label ?? [...readNode(node, 'childNodes')].map(textOf).join('')
  return display === 'inline' ? text : ` ${text} `
}
