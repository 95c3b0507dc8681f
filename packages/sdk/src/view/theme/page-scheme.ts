import { ofDocument } from '../../node/of-document.ts'

/** Below it a background counts as dark. Between the greys #555 and #606060. */
const DARK_BELOW = 0.35

/**
 * Whether the page is light or dark: by its `color-scheme`; where it declares none, by how bright
 * its background is. A page that declares nothing and paints nothing is light.
 */
export function pageScheme(): 'light' | 'dark' {
  const root = ofDocument('documentElement')
  const declared = getComputedStyle(root).colorScheme
  const light = declared.includes('light')
  const dark = declared.includes('dark')
  if (light && dark) {
    return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  }
  if (light || dark) return dark ? 'dark' : 'light'
  const brightness = brightnessOf(ofDocument('body')) ?? brightnessOf(root) ?? 1
  return brightness < DARK_BELOW ? 'dark' : 'light'
}

/** 0 (black) to 1 (white); `undefined` where the page behind shines through. */
function brightnessOf(element: Element | null): number | undefined {
  if (!element) return undefined
  return parseBrightness(getComputedStyle(element).backgroundColor)
}

/** Of a colour as browsers compute it: `rgb()`, or the newer functions when the page used them. */
export function parseBrightness(colour: string): number | undefined {
  const [first = 0, second = 0, third = 0, alpha = 1] = (
    colour.match(/(?<=[\s(,])[\d.]+/g) ?? []
  ).map(Number)
  if (alpha < 0.5) return undefined
  if (colour.startsWith('ok')) return first
  if (colour.startsWith('l')) return first / 100
  const scale = colour.startsWith('rgb') ? 255 : 1
  return (0.299 * first + 0.587 * second + 0.114 * third) / scale
}
