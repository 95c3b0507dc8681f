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

/** Of scripts that are written without spaces between the words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}ー]/u

/** Whether no word goes on across this place. */
function isEdge(text: string, at: number): boolean {
  const before = /.$/su.exec(text.slice(0, at))?.[0] ?? ''
  const after = /^./su.exec(text.slice(at))?.[0] ?? ''
  return !(goesOn(before) && goesOn(after)) || (UNSPACED.test(before) && UNSPACED.test(after))
}

/** Marks belong to the letter before them. */
function goesOn(sign: string): boolean {
  return /[\p{L}\p{M}\p{N}_]/u.test(sign)
}

function squeeze(text: string): string {
  return fold(text).replaceAll(' ', '')
}
