import { parseInline } from './parse-inline.ts'

/** Text after parsing: what views draw, as a closed tree. There is no HTML in it. */
export type RichText = readonly Block[]

export type Block =
  | { type: 'paragraph'; content: readonly Inline[] }
  | { type: 'list'; ordered: boolean; items: readonly (readonly Inline[])[] }

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'break' }
  | { type: 'strong' | 'em'; content: readonly Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; href: string; content: readonly Inline[] }
  | { type: 'trait'; trait: string; fallback: string }

/** Paragraphs and list items, and nodes within them. With their ends they are at most 200. */
const MAX_CHUNKS = 40
const MAX_INLINES = 90

/**
 * Parses the small Markdown of journeys: paragraphs, line breaks, `**strong**`, `_em_`, `` `code` ``,
 * lists, `[words](href)` and `{{trait.name|fallback}}`. Never throws and takes linear time. HTML and
 * markers without a partner stay as typed. The tree has at most 200 nodes on 7 levels; words beyond
 * that are kept as plain text. An href is any string: whoever draws a link decides if it is safe.
 */
export function parseRichText(source: string): RichText {
  const budget = { left: MAX_INLINES }
  return toChunks(source.split(/\r\n?|\n/)).map(({ ordered, lines }) =>
    ordered === undefined
      ? { type: 'paragraph', content: parseInline(lines.join('\n'), budget) }
      : { type: 'list', ordered, items: lines.map((line) => parseInline(line, budget)) },
  )
}

/** The words alone, with traits filled in, a line for each line. For names and for terminals. */
export function toPlainText(
  richText: RichText,
  traits: Readonly<Record<string, unknown>> = {},
): string {
  const write = (content: readonly Inline[]): string =>
    content
      .map((node) => {
        if (node.type === 'break') return '\n'
        if (node.type === 'trait') return traitWords(traits, node.trait) || node.fallback
        return 'content' in node ? write(node.content) : node.text
      })
      .join('')
  return richText
    .flatMap((block) => (block.type === 'list' ? block.items : [block.content]))
    .map(write)
    .join('\n')
}

function traitWords(traits: Readonly<Record<string, unknown>>, name: string): string {
  const value = Object.hasOwn(traits, name) ? traits[name] : undefined
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** `ordered` is `undefined` for a paragraph. */
interface Chunk {
  ordered: boolean | undefined
  lines: string[]
}

function toChunks(lines: readonly string[]): Chunk[] {
  const chunks: Chunk[] = []
  let gap = false
  let count = 0

  for (const [index, line] of lines.entries()) {
    if (count >= MAX_CHUNKS) return [...chunks, { ordered: undefined, lines: lines.slice(index) }]
    const last = chunks.at(-1)
    const { ordered, words } = parseLine(line.trim(), last)
    const isItem = ordered !== undefined
    if (words) {
      const joins = last?.ordered === ordered && (isItem || !gap)
      if (isItem || !joins) count += 1
      if (last && joins) last.lines.push(words)
      else chunks.push({ ordered, lines: [words] })
    }
    gap = !words
  }
  return chunks
}

/** A numbered list begins with 1: "2. June" is a date. */
function parseLine(line: string, last: Chunk | undefined) {
  const [marker, digits] = /^(?:-|(\d{1,3})\.)\s+/.exec(line) ?? []
  const ordered = digits !== undefined
  const isItem = marker && (!ordered || digits === '1' || last?.ordered)
  return isItem
    ? { ordered, words: line.slice(marker.length) }
    : { ordered: undefined, words: line }
}
