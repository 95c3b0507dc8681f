import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { contrast, paint } from '../gallery/contrast.ts'
import { openView } from '../gallery/open-view.ts'
import type { OpenView } from '../gallery/open-view.ts'
import { stepScene } from '../gallery/step-scenes.ts'
import themeCss from './theme.css?inline'

const TEXT = 4.5
const PART = 3

/** What is drawn on what, in the words of the style sheets, and how much it must stand out. */
const PAIRS: readonly [what: string, on: readonly string[], enough: number][] = [
  ['var(--on-fill)', ['var(--fill)'], TEXT],
  ['var(--on-fill)', ['var(--fill)', 'var(--tint)'], TEXT],
  ['var(--ink)', ['var(--surface)'], TEXT],
  ['var(--ink)', ['var(--sunk)'], TEXT],
  ['var(--quiet)', ['var(--surface)'], TEXT],
  ['var(--quiet)', ['var(--sunk)'], TEXT],
  ['var(--ink)', ['color-mix(in oklab, var(--accent) 18%, var(--surface))'], TEXT],
  ['var(--accent)', ['var(--surface)'], PART],
  ['var(--accent)', ['var(--sunk)'], PART],
  ['var(--accent)', ['color-mix(in oklab, var(--accent) 13%, var(--surface))'], PART],
  ['color-mix(in oklab, var(--quiet), var(--surface) 30%)', ['var(--surface)'], PART],
]

let view: OpenView | undefined

afterEach(() => view?.remove())

/** A view, and an element in it that says what colour an expression comes to. */
function openProbe(): { view: OpenView; colourOf: (expression: string) => string } {
  const opened = openView()
  opened.show(stepScene({}, {}))
  const probe = document.createElement('i')
  opened.shadow().querySelector('.root')?.append(probe)
  const colourOf = (expression: string): string => {
    probe.style.color = expression
    return getComputedStyle(probe).color
  }
  return { view: opened, colourOf }
}

/** The pairs that do not stand out enough, with how much they do. */
function tooFaint(colourOf: (expression: string) => string): string[] {
  return PAIRS.flatMap(([what, on, enough]) => {
    const ground = on.map(colourOf)
    const found = contrast(paint([...ground, colourOf(what)]), paint(ground))
    return found < enough ? [`${what} on ${on.join(', ')}: ${found}`] : []
  })
}

const channel = fc.integer({ min: 0, max: 255 })
const colours = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(channel, channel, channel).map((rgb) => `rgb(${rgb.join(' ')})`),
  },
  fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 40 }), fc.nat(360))
    .map(([l, c, h]) => `oklch(${l}% ${c / 100} ${h})`),
  fc
    .tuple(channel, channel, channel, fc.nat(99))
    .map(([r, g, b, a]) => `rgb(${r} ${g} ${b} / ${a}%)`),
)

describe.each(['light', 'dark'] as const)('with any brand colour in a %s page', (scheme) => {
  it('words are read at 4.5:1 and parts are seen at 3:1', { timeout: 60_000 }, () => {
    const { view: opened, colourOf } = openProbe()
    view = opened
    fc.assert(
      fc.property(colours, (brand) => {
        opened.setTheme({ scheme, brand })
        expect(tooFaint(colourOf)).toEqual([])
      }),
      { numRuns: 1000, examples: [['#fff'], ['#000'], ['#ff0'], ['#777'], ['#00f'], ['#f2c94c']] },
    )
  })

  it('they are in a browser that cannot derive one colour from another', () => {
    const { view: opened, colourOf } = openProbe()
    view = opened
    const old = new CSSStyleSheet()
    old.replaceSync(themeCss.replaceAll('@supports (', '@supports (x: y) and ('))
    const { adoptedStyleSheets: sheets } = opened.shadow()
    const at = sheets.findIndex((sheet) =>
      [...sheet.cssRules].some((rule) => rule.cssText.includes('--on-fill')),
    )
    sheets[at] = old
    for (const brand of ['#fff', '#000', '#ff0', '#777']) {
      opened.setTheme({ scheme, brand })
      const untinted = (expression: string): string =>
        colourOf(expression === 'var(--tint)' ? 'transparent' : expression)
      expect(tooFaint(untinted)).toEqual([])
    }
  })
})
