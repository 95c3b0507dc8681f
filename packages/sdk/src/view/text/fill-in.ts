import type { Block, Inline, RichText } from '@firstwin/schema'

type Traits = Readonly<Record<string, unknown>>
type Loose = Readonly<Record<string, unknown>>

/** Deeper or longer than any text that `compile` lets through: what lies beyond is left out. */
const MAX_DEPTH = 8
const MAX_NODES = 200
/** As the format has it. Balancing the lines of much more than that stops the page. */
const MAX_CHARACTERS = 2000

/**
 * A copy in which traits are text and unknown nodes are gone. A compiled journey comes over the net
 * and is not checked again, so nothing is taken for granted here. Blocks, items of lists and what is
 * in them are at most 200 together.
 */
export function fillIn(blocks: unknown, traits: Traits): RichText {
  const bounds = { traits, left: MAX_NODES, characters: MAX_CHARACTERS }
  const inlines = (content: unknown): Inline[] => fillInlines(content, bounds, 0)
  return take(blocks, bounds).flatMap((block): Block[] => {
    if (block['type'] === 'paragraph') {
      return [{ type: 'paragraph', content: inlines(block['content']) }]
    }
    if (block['type'] !== 'list' || !Array.isArray(block['items'])) return []
    const items = take(block['items'], bounds).map(inlines)
    return [{ type: 'list', ordered: block['ordered'] === true, items }]
  })
}

interface Bounds {
  traits: Traits
  /** How many nodes, and how many characters, may still come. */
  left: number
  characters: number
}

function fillInlines(content: unknown, bounds: Bounds, depth: number): Inline[] {
  if (depth > MAX_DEPTH) return []
  return take(content, bounds).flatMap((node): Inline[] => {
    const { type } = node
    const inner = (): Inline[] => fillInlines(node['content'], bounds, depth + 1)
    switch (type) {
      case 'text':
      case 'code':
        return [{ type, text: clip(toText(node['text']), bounds) }]
      case 'break':
        return [{ type }]
      case 'trait':
        return [{ type: 'text', text: clip(traitText(node, bounds.traits), bounds) }]
      case 'strong':
      case 'em':
        return [{ type, content: inner() }]
      case 'link':
        return [{ type, href: toText(node['href']), content: inner() }]
      default:
        return []
    }
  })
}

function clip(text: string, bounds: Bounds): string {
  const kept = text.slice(0, bounds.characters)
  bounds.characters -= kept.length
  return kept
}

function traitText(node: Loose, traits: Traits): string {
  const name = toText(node['trait'])
  const value = Object.hasOwn(traits, name) ? toText(traits[name]) : ''
  return value || toText(node['fallback'])
}

function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The objects of a list, as far as there is room for them. */
function take(list: unknown, bounds: Bounds): Loose[] {
  if (!Array.isArray(list)) return []
  return list.slice(0, MAX_NODES).filter((one) => isLoose(one) && bounds.left-- > 0)
}

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null
}
