import { fold } from './fold.ts'
import { queryAll } from './query-all.ts'

/**
 * The name of an element as a screen reader says it, folded: aria-labelledby, aria-label, its labels,
 * alt, the value of a button, its text without what is hidden, then title and placeholder.
 * The common part of https://www.w3.org/TR/accname-1.2/, without text from style sheets.
 */
export function accessibleName(element: Element): string {
  const read = (name: string): string => element.getAttribute(name) ?? ''
  const byId = (id: string): string => queryAll(`[id="${CSS.escape(id)}"]`)[0]?.textContent ?? ''
  const isButton = element.matches('[type=button],[type=submit],[type=reset]')
  return (
    fold((read('aria-labelledby').match(/\S+/g) ?? []).map(byId).join(' ')) ||
    fold(read('aria-label')) ||
    fold(labelsOf(element).map(textOf).join(' ')) ||
    fold(read('alt')) ||
    fold(isButton ? read('value') : '') ||
    fold(textOf(element)) ||
    fold(read('title') || read('placeholder'))
  )
}

function labelsOf(element: Element): Node[] {
  return 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : []
}

/** Blocks are words of their own, inline elements are not: `<b>Re</b>port` is one word. */
function textOf(node: Node): string {
  if (node instanceof Text) return node.data
  if (!(node instanceof Element) || node.matches('[aria-hidden=true],select,textarea')) return ''
  const { display } = getComputedStyle(node)
  if (display === 'none') return ''
  const label = node.getAttribute('aria-label') ?? node.getAttribute('alt')
  const text = label ?? [...node.childNodes].map(textOf).join('')
  return display === 'inline' ? text : ` ${text} `
}
