import { readNode } from '../../node/read-node.ts'
import { fold } from './fold.ts'
import { textOf } from './text-of.ts'

/**
 * Whether these words are to be read in the element, whatever their case. Only whole words: what a
 * page shows (a balance, a key) cannot be found out letter by letter through what is reported.
 * Languages without spaces between words are compared as they are.
 */
export function hasWords(element: Element, text: string): boolean {
  // Cheap, and says no to most: styles are asked only of what has the letters.
  if (!squeeze(readNode(element, 'textContent') ?? '').includes(squeeze(text))) return false
  const found = fold(textOf(element))
  const wanted = fold(text)
  let at = found.indexOf(wanted)
  while (at >= 0) {
    if (isEdge(found, at) && isEdge(found, at + wanted.length)) return true
    at = found.indexOf(wanted, at + 1)
  }
  return false
}

/** Whether no word goes on across this place. */
function isEdge(text: string, at: number): boolean {
  return !/^\w\w$/.test(text.slice(at - 1, at + 1))
}

function squeeze(text: string): string {
  return fold(text).replaceAll(' ', '')
}
