import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import type { Theme } from '../../scene.ts'
import { pageScheme, parseBrightness } from './page-scheme.ts'
import { openView } from '../gallery/open-view.ts'
import type { OpenView } from '../gallery/open-view.ts'
import { stepScene } from '../gallery/step-scenes.ts'
import { applyTheme } from './theme.ts'

const root = document.createElement('div')

beforeEach(() => document.body.append(root))

let view: OpenView | undefined

const tokenOf = (name: string): string => getComputedStyle(root).getPropertyValue(name)

afterEach(() => {
  view?.remove()
  document.documentElement.style.cssText = ''
  document.body.style.cssText = ''
  root.removeAttribute('style')
  root.remove()
})

describe('applyTheme', () => {
  it.each(['#0a7', '#12664f', 'rebeccapurple', 'rgb(10 20 30 / 50%)', 'oklch(60% 0.1 200)'])(
    'takes the colour %s',
    (brand) => {
      expect(applyTheme(root, { brand })).toEqual([])
      expect(root.style.getPropertyValue('--brand')).toBe(brand)
    },
  )

  it.each([
    'red;} *{display:none}',
    'url(/leak)',
    'var(--host)',
    'env(x)',
    'image-set("x")',
    'attr(x)',
    'expression(alert(1))',
    '@import "x"',
    'inherit',
    'currentColor',
    'notacolour',
    'rgb(url(/leak))',
    '',
  ])('refuses the colour %j', (brand) => {
    expect(applyTheme(root, { brand })).toEqual(['brand'])
    expect(tokenOf('--brand')).toBe('')
  })

  it.each<Theme>([
    { font: 'x; } * { color: red' },
    { font: 'url(/leak)' },
    { font: 'inherit' },
    { font: 'var(--host)' },
    { radius: -1 },
    { radius: 99 },
    { radius: Number.NaN },
    { radius: '12px' as never },
    { scheme: 'sepia' as never },
  ])('refuses %j', (theme) => {
    expect(applyTheme(root, theme)).toEqual(Object.keys(theme))
  })

  it('goes back to the default when a value is taken away', () => {
    applyTheme(root, { brand: '#0a7', radius: 4 })
    applyTheme(root, {})
    expect(tokenOf('--brand')).toBe('')
    expect(tokenOf('--radius')).toBe('')
  })

  it.each(['--brand', '--radius', '--font'])('does not take %s from the page', (name) => {
    document.documentElement.style.setProperty(name, 'url(/leak)')
    applyTheme(root, {})
    expect(tokenOf(name)).toBe('')
  })

  it('speaks in the font of the page', () => {
    document.body.style.fontFamily = 'Verdana, sans-serif'
    applyTheme(root, {})
    expect(root.style.getPropertyValue('--font')).toBe('Verdana, sans-serif')
  })

  it('does not take the serif of an unstyled page', () => {
    applyTheme(root, {})
    expect(tokenOf('--font')).toBe('')
  })
})

describe('ten thousand themes', () => {
  const PARTS = [
    'red',
    '#0a7',
    '#',
    'rgb(',
    'oklch(60% 0.1 200)',
    'color(display-p3 1 0 0)',
    '1',
    '%',
    ' ',

    'url(/leak)',
    'url(',
    'var(--x)',
    'env(x)',
    'image-set("x")',
    'attr(x)',
    'expression(',
    ')',
    '@import',
    ';',
    '}',
    '*{display:none}',
    '/*',
    '*/',
    '\\75rl(',
    '"',
    "'",
    ',',
    '!important',
    'inherit',
    'initial',
    'revert-layer',
    'currentcolor',
    'transparent',
    'serif',
    'Arial',
    '-',
  ]
  const parts = fc.constantFrom(...PARTS)
  const value = fc.oneof(
    fc.array(parts, { maxLength: 5 }).map((all) => all.join('')),
    fc.string(),
    fc.double(),
    fc.anything({ maxDepth: 1 }),
  )
  const themes = fc.record(
    { brand: value, font: value, radius: value, scheme: value },
    { requiredKeys: [] },
  )
  const FORBIDDEN = /(?:url|var|env|image-set|attr|expression)\(|[@;{}\\!*]|^(?:inherit|revert)$/i

  it('leave nothing on the page but values of their type', { timeout: 60_000 }, () => {
    let taken = 0
    const apply = (theme: object): void => {
      applyTheme(root, theme)
      expect([...root.style].toSorted()).toEqual(['--brand', '--font', '--radius'])
      expect(root.getAttributeNames().toSorted()).toEqual(['data-scheme', 'style'])
      expect(['light', 'dark']).toContain(root.dataset['scheme'])
      for (const name of root.style) {
        const token = root.style.getPropertyValue(name)
        if (token !== 'initial') taken += 1
        expect(token).not.toMatch(FORBIDDEN)
      }
      expect(root.style.getPropertyValue('--radius')).toMatch(/^(?:initial|[\d.e-]+px)$/)
    }
    fc.assert(fc.property(themes, apply), { numRuns: 10_000 })
    expect(taken).toBeGreaterThan(500)
  })
})

describe('pageScheme', () => {
  it.each([
    ['color-scheme: dark', '', 'dark'],
    ['color-scheme: light', 'background: black', 'light'],
    ['', '', 'light'],
    ['', 'background: #17191c', 'dark'],
    ['', 'background: #fafafa', 'light'],
    ['background: #111', '', 'dark'],
    ['background: #111', 'background: rgb(255 255 255 / 90%)', 'light'],
    ['', 'background: oklch(0.2 0.02 250)', 'dark'],
    ['', 'background: lab(95 0 0)', 'light'],
    ['', 'background: color(display-p3 0.1 0.1 0.1)', 'dark'],
  ] as const)('reads html{%s} body{%s} as %s', (html, body, scheme) => {
    document.documentElement.style.cssText = html
    document.body.style.cssText = body
    expect(pageScheme()).toBe(scheme)
  })

  it('knows that transparent says nothing', () => {
    expect(parseBrightness('rgba(0, 0, 0, 0)')).toBeUndefined()
  })
})

describe('words on the brand colour', () => {
  it.each([
    ['#f2c94c', 'black'],
    ['#ffffff', 'black'],
    ['#ff0000', 'black'],
    ['#12664f', 'white'],
    ['#0000ff', 'white'],
    ['#000000', 'white'],
  ])('on %s are %s', async (brand, words) => {
    view = openView({ brand })
    view.show(stepScene({}, {}))
    const button = page.getByRole('button', { name: 'Next' }).element()
    const lightness = parseBrightness(getComputedStyle(button).color)
    expect(lightness).toBeCloseTo(words === 'white' ? 1 : 0, 1)
  })
})
