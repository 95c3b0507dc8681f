import type { Inline } from './rich-text.ts'

/** How many nodes there may still be. */
interface Budget {
  left: number
}

/** An opened marker whose partner has not come yet, with what has come since. */
interface Frame {
  marker: string
  content: Inline[]
  below: Frame | undefined
  budget: Budget
}

/** Each part stops at what opens it, so that no text is scanned more than a few times. */
const TOKEN =
  /\*\*|_|\n|`([^`\n]+)`|\[([^[\]\n]+)\]\(((?:[^\s()]|\([^\s()]*\))+)\)|\{\{ *trait\.([^\s|{}]+) *(?:\|([^{}\n]*))?\}\}/g

/** Parses what stands in one paragraph or list item. Once the budget is used up, all is text. */
export function parseInline(source: string, budget: Budget): Inline[] {
  let top: Frame = { marker: '', content: [], below: undefined, budget }
  let from = 0
  for (const match of source.matchAll(TOKEN)) {
    if (budget.left <= 0) break
    append(top, { type: 'text', text: source.slice(from, match.index) })
    from = match.index + match[0].length
    const node = toNode(match, budget)
    if (node) append(top, node)
    else top = toggle(top, match[0], [source.charAt(match.index - 1), source.charAt(from)])
  }
  append(top, { type: 'text', text: source.slice(from) })
  while (top.below) top = flatten(top, top.below)
  return top.content
}

function toNode(match: RegExpExecArray, budget: Budget): Inline | undefined {
  const [token, code, label, href, trait, fallback = ''] = match
  if (token === '\n') return { type: 'break' }
  if (code) return { type: 'code', text: code }
  if (label && href) return { type: 'link', href, content: parseInline(label, budget) }
  if (trait) return { type: 'trait', trait, fallback: fallback.trim() }
  return undefined
}

/**
 * Opens `marker`, or closes it if it is open. Beside a space on its inner side it is text, and so
 * is `_` within a word (`snake_case`). Japanese has no spaces: there `_` may stand beside a letter.
 */
function toggle(top: Frame, marker: string, [before, after]: readonly [string, string]): Frame {
  const joinsWord = (beside: string) => marker === '_' && /[\w\u00c0-\u024f]/.test(beside)
  let open: Frame | undefined = top
  while (open && open.marker !== marker) open = open.below

  if (!open && after.trim() && !joinsWord(before)) {
    return { marker, content: [], below: top, budget: top.budget }
  }
  const isEmpty = open === top && top.content.length === 0
  if (open?.below && before.trim() && !joinsWord(after) && !isEmpty) {
    let inner = top
    while (inner !== open && inner.below) inner = flatten(inner, inner.below)
    append(open.below, { type: marker === '_' ? 'em' : 'strong', content: open.content })
    return open.below
  }
  append(top, { type: 'text', text: marker })
  return top
}

/** The marker of `top` has no partner: it becomes text, and what came since moves down. */
function flatten(top: Frame, below: Frame): Frame {
  append(below, { type: 'text', text: top.marker })
  for (const node of top.content) append(below, node)
  return below
}

/** Texts that touch become one. */
function append({ content, budget }: Frame, node: Inline): void {
  const last = content.at(-1)
  if (node.type === 'text' && last?.type === 'text') {
    content[content.length - 1] = { type: 'text', text: last.text + node.text }
  } else if (node.type !== 'text' || node.text) {
    budget.left -= 1
    content.push(node)
  }
}
