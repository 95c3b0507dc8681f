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
 * and is not checked again, so nothing is taken for granted here.
 */
export function fillIn(blocks: unknown, traits: Traits): RichText {
  const budget = { left: MAX_NODES, characters: MAX_CHARACTERS }
  const inlines = (content: unknown): Inline[] => fillInlines(content, { traits, budget, depth: 0 })
  return listOf(blocks).flatMap((block): Block[] => {
    if (block['type'] === 'paragraph') {
      return [{ type: 'paragraph', content: inlines(block['content']) }]
    }
    if (block['type'] !== 'list' || !Array.isArray(block['items'])) return []
    const items = block['items'].slice(0, MAX_NODES).map(inlines)
    return [{ type: 'list', ordered: block['ordered'] === true, items }]
  })
}

interface Bounds {
  traits: Traits
  budget: { left: number; characters: number }
  depth: number
}

function fillInlines(content: unknown, bounds: Bounds): Inline[] {
  if (bounds.depth > MAX_DEPTH) return []
  return listOf(content).flatMap((node) => {
    bounds.budget.left -= 1
    return bounds.budget.left < 0 ? [] : fillInline(node, bounds)
  })
}

function fillInline(node: Loose, bounds: Bounds): Inline[] {
  const { type } = node
  const inner = (): Inline[] => fillInlines(node['content'], { ...bounds, depth: bounds.depth + 1 })
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
}

function clip(text: string, { budget }: Bounds): string {
  const kept = text.slice(0, budget.characters)
  budget.characters -= kept.length
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

function listOf(value: unknown): Loose[] {
  return Array.isArray(value) ? value.slice(0, MAX_NODES).filter(isLoose) : []
}

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null
}
