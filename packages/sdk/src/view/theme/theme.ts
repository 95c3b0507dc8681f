import type { Theme } from '../../scene.ts'
import { pageScheme } from './page-scheme.ts'
import { ofDocument } from '../../node/of-document.ts'

/** What can be a colour. No `var()`, `url()` or `env()`: they would reach into the page or the net. */
const COLOUR = /^(?:#\w+|[a-z]+|(?:rgb|hsl|hwb|(?:ok)?l(?:ab|ch)|color)a?\([\w\s.,%/+-]+\))$/i
/** `inherit`, `initial`, `unset`, `revert`, `currentcolor`, `transparent`: no colour begins like them. */
const KEYWORD = /^(?:in[hi]|uns|rev|curr|trans)/i
const FONT = /^[\p{L}\p{N}\s"',._-]{1,300}$/u
const MAX_RADIUS_PX = 24

/** An unstyled page has the browser's serif, which nobody chose. */
const UNSTYLED = /^"?(?:times|serif)/i

/**
 * Puts the tokens on `root`. Each value is checked by its type; one that does not fit is left out,
 * so the default holds.
 *
 * @returns The names of the values that were refused; none in releases, where nobody reads them.
 */
export function applyTheme(root: HTMLElement, theme: Theme): (keyof Theme)[] {
  const checks = {
    scheme: theme.scheme === undefined || ['auto', 'light', 'dark'].includes(theme.scheme),
    brand: theme.brand === undefined || isColour(theme.brand),
    font: theme.font === undefined || isFont(theme.font),
    radius: theme.radius === undefined || isRadius(theme.radius),
  }
  const { scheme = 'auto', brand, font, radius } = theme
  root.dataset['scheme'] = checks.scheme && scheme !== 'auto' ? scheme : pageScheme()
  setToken(root, '--brand', checks.brand ? brand : undefined)
  setToken(root, '--font', (checks.font ? font : undefined) ?? pageFont())
  setToken(root, '--radius', checks.radius && radius !== undefined ? `${radius}px` : undefined)
  if (!__DEV__) return []
  const names = ['scheme', 'brand', 'font', 'radius'] as const
  return names.filter((name) => !checks[name])
}

/** `initial` is what keeps out a property of the page that happens to have the same name. */
function setToken(root: HTMLElement, name: string, value: string | undefined): void {
  root.style.setProperty(name, value ?? 'initial')
}

function isColour(value: unknown): boolean {
  if (typeof value !== 'string' || KEYWORD.test(value)) return false
  return COLOUR.test(value) && CSS.supports('color', value)
}

/** In a list, because `inherit` and its like are fonts only alone. */
function isFont(value: unknown): boolean {
  return typeof value === 'string' && FONT.test(value) && CSS.supports('font-family', `${value},x`)
}

function isRadius(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= MAX_RADIUS_PX
}

function pageFont(): string | undefined {
  const { fontFamily } = getComputedStyle(ofDocument('body') ?? ofDocument('documentElement'))
  return UNSTYLED.test(fontFamily) || !isFont(fontFamily) ? undefined : fontFamily
}
