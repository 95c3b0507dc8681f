import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Inline, parseRichText, type RichText, toPlainText } from './rich-text.ts'

const text = (words: string): Inline => ({ type: 'text', text: words })

function inline(source: string): readonly Inline[] {
  const [block] = parseRichText(source)
  if (block?.type !== 'paragraph') throw new Error('not a paragraph')
  return block.content
}

function measure(richText: RichText): { nodes: number; depth: number } {
  const walk = (content: readonly Inline[]): { nodes: number; depth: number } => {
    const below = content.map((node) =>
      'content' in node ? walk(node.content) : { nodes: 0, depth: 0 },
    )
    return {
      nodes: below.reduce((sum, { nodes }) => sum + nodes, content.length),
      depth: Math.max(0, ...below.map(({ depth }) => depth + 1)),
    }
  }
  const lines = richText.flatMap((block) => (block.type === 'list' ? block.items : [block.content]))
  const { nodes, depth } = walk(lines.map((content): Inline => ({ type: 'em', content })))
  return { nodes, depth }
}

const MARKERS = [
  '**',
  '_',
  '`',
  '[',
  '](',
  ')',
  '](/a)',
  '{{trait.',
  'name',
  '|',
  '}}',
  '- ',
  '1. ',
]
const OTHERS = ['\n', '\n\n', '\r\n', ' ', 'a', '語', '<b>', '(', '😀']

/** Made of what the parser looks for: arbitrary text seldom holds a closed marker. */
const markdown = fc
  .array(fc.constantFrom(...MARKERS, ...OTHERS), { maxLength: 300 })
  .map((parts) => parts.join(''))

describe('within a line', () => {
  it.each<[source: string, expected: Inline[]]>([
    ['plain', [text('plain')]],
    ['a **b** c', [text('a '), { type: 'strong', content: [text('b')] }, text(' c')]],
    [
      '**a _b_**',
      [{ type: 'strong', content: [text('a '), { type: 'em', content: [text('b')] }] }],
    ],
    [
      'これは**「強調」**です',
      [text('これは'), { type: 'strong', content: [text('「強調」')] }, text('です')],
    ],
    ['これは_強調_です', [text('これは'), { type: 'em', content: [text('強調')] }, text('です')]],
    ['`a**b**`', [{ type: 'code', text: 'a**b**' }]],
    ['a\nb', [text('a'), { type: 'break' }, text('b')]],
    ['a\r\nb', [text('a'), { type: 'break' }, text('b')]],
    [
      '[**a** b](/c?d=_e_)',
      [
        {
          type: 'link',
          href: '/c?d=_e_',
          content: [{ type: 'strong', content: [text('a')] }, text(' b')],
        },
      ],
    ],
    ['[a](/b_(c))', [{ type: 'link', href: '/b_(c)', content: [text('a')] }]],
    ['[a](javascript:b)', [{ type: 'link', href: 'javascript:b', content: [text('a')] }]],
    ['{{trait.name|there}}', [{ type: 'trait', trait: 'name', fallback: 'there' }]],
    ['{{ trait.first_name }}', [{ type: 'trait', trait: 'first_name', fallback: '' }]],
  ])('parses %j', (source, expected) => {
    expect(inline(source)).toEqual(expected)
  })

  it.each([
    ['a **b'],
    ['a _b'],
    ['a `b'],
    ['a** b**'],
    ['2 ** 3 ** 4'],
    ['****'],
    ['snake_case_name'],
    ['[a] (b)'],
    ['[a](b c)'],
    ['[]()'],
    ['{{name}}'],
    ['{{trait.}}'],
    ['<b onclick="x()">a</b>'],
    ['<img src=x onerror=alert(1)>'],
    ['&lt;script&gt;'],
    ['# a'],
    ['2. June'],
    ['-1'],
  ])('leaves %j as typed', (source) => {
    expect(parseRichText(source)).toEqual([{ type: 'paragraph', content: [text(source)] }])
  })

  it('closes the outer marker over an inner one without a partner', () => {
    expect(inline('**a _b** c_')).toEqual([
      { type: 'strong', content: [text('a _b')] },
      text(' c_'),
    ])
  })
})

describe('blocks', () => {
  it('are parted by blank lines', () => {
    expect(parseRichText('a\nb\n \n\nc')).toEqual([
      { type: 'paragraph', content: [text('a'), { type: 'break' }, text('b')] },
      { type: 'paragraph', content: [text('c')] },
    ])
  })

  it('are lists of both kinds, also loose ones and right after a paragraph', () => {
    expect(parseRichText('a\n- b\n- **c**\n\n1. d\n\n2. e')).toEqual([
      { type: 'paragraph', content: [text('a')] },
      {
        type: 'list',
        ordered: false,
        items: [[text('b')], [{ type: 'strong', content: [text('c')] }]],
      },
      { type: 'list', ordered: true, items: [[text('d')], [text('e')]] },
    ])
  })

  it('are none in an empty text', () => {
    expect(parseRichText(' \n ')).toEqual([])
  })
})

describe('any text', () => {
  it('is parsed without an error', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), markdown)
    fc.assert(
      fc.property(anything, (source) => {
        expect(parseRichText(source).length > 0).toBe(source.trim() !== '')
      }),
    )
  })

  it('keeps its letters, in order', () => {
    const letters = (source: string) => source.replaceAll(/[^a語😀]/gu, '')
    const named = { name: 'a', aname: 'a' }
    const safe = markdown.map((source) => source.replaceAll('{{trait.', '').replaceAll('](/a)', ''))
    fc.assert(
      fc.property(safe, (source) => {
        fc.pre(!/\]\([^)]*\)/.test(source))
        expect(letters(toPlainText(parseRichText(source), named))).toBe(letters(source))
      }),
    )
  })

  it('without markers is kept as it is', () => {
    const plain = fc.string().filter((source) => !/[*_`[{\s]|^-|^1\./.test(source) && source !== '')
    fc.assert(
      fc.property(plain, (source) => {
        expect(parseRichText(source)).toEqual([{ type: 'paragraph', content: [text(source)] }])
      }),
    )
  })

  it('makes a tree of at most 200 nodes on 7 levels', () => {
    const long = fc.tuple(markdown, fc.integer({ min: 1, max: 100 }))
    fc.assert(
      fc.property(long, ([source, times]) => {
        const richText = parseRichText(source.repeat(times))
        const { nodes, depth } = measure(richText)
        expect(richText.length + nodes).toBeLessThanOrEqual(200)
        expect(depth).toBeLessThanOrEqual(7)
      }),
    )
  })

  it.each([
    '[a](',
    '**a ',
    '_a ',
    '`a\n',
    '[',
    '[x](a(b)',
    '{{trait.a',
    '{{ ',
    '- a\n',
    'a\n\n',
    '(',
    '[x](a',
  ])('is parsed in linear time: %j', (part) => {
    const source = part.repeat(100_000)
    const start = performance.now()
    parseRichText(source)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

describe('plain text', () => {
  it('has a line for each line, and traits filled in', () => {
    const richText = parseRichText('Hello **{{trait.name|there}}**\n\n- {{trait.mails|many}} mails')
    expect(toPlainText(richText, { mails: 3 })).toBe('Hello there\n3 mails')
  })

  it('never reads what the traits inherit', () => {
    expect(toPlainText(parseRichText('{{trait.constructor|x}}'), {})).toBe('x')
  })
})
