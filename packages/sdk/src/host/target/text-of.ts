import { isElement } from '../is-element.ts'

/**
 * What is to be read in a node: not what is hidden, nor what the user may have written. Blocks are
 * words of their own, inline elements are not: `<b>Re</b>port` is one word.
 */
export function textOf(node: Node): string {
  if (!isElement(node)) return node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : ''
  if (node.matches('[aria-hidden=true],select,textarea')) return ''
  const { display } = getComputedStyle(node)
  if (display === 'none') return ''
  const label = node.getAttribute('aria-label') ?? node.getAttribute('alt')
  const text = label ?? [...node.childNodes].map(textOf).join('')
  return display === 'inline' ? text : ` ${text} `
}
