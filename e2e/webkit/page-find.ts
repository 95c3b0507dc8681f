import type { Part, Wanted } from './part.ts'
import { folded, isExposed, isVisible, nameOf, roleOf } from './page-names.ts'

/* These functions run in the page: see page-code.ts. */

/** The elements that all parts together name, in document order, open shadow roots included. */
export function find(parts: readonly Part[]): Element[] {
  let found: Element[] = [document.documentElement]
  let fromRoot = true
  for (const part of parts) {
    found = narrow(found, part, fromRoot)
    fromRoot = false
  }
  return found
}

export function narrow(found: Element[], part: Part, fromRoot: boolean): Element[] {
  if (part.by === 'nth') return found.slice(part.index, part.index + 1 || undefined)
  if (part.by === 'hasText') return found.filter((one) => fits(one.textContent, part.wanted))
  const below = new Set(found.flatMap((one) => (fromRoot ? [one, ...under(one)] : under(one))))
  return [...below].filter((one) => isNamed(one, part))
}

export function under(element: Element): Element[] {
  const below: Element[] = []
  for (const child of [...(element.shadowRoot?.children ?? []), ...element.children]) {
    below.push(child, ...under(child))
  }
  return below
}

export function isNamed(element: Element, part: Part): boolean {
  switch (part.by) {
    case 'css':
      return element.matches(part.selector)
    case 'testId':
      return element.getAttribute('data-testid') === part.id
    case 'placeholder':
      return fits(element.getAttribute('placeholder'), part.wanted)
    case 'label':
      return isLabelled(element) && fits(nameOf(element), part.wanted)
    case 'text':
      return hasOwnText(element, part.wanted)
    case 'role':
      return hasRole(element, part)
    case 'hasText':
    case 'nth':
      return false
  }
}

export function isLabelled(element: Element): boolean {
  return element.matches('input, select, textarea, button, [aria-label], [aria-labelledby]')
}

/** The innermost element with the text. */
export function hasOwnText(element: Element, wanted: Wanted): boolean {
  if (element.matches('script, style, head, head *')) return false
  if (!fits(element.textContent, wanted)) return false
  return ![...element.children].some((child) => fits(child.textContent, wanted))
}

export function hasRole(element: Element, part: Part & { by: 'role' }): boolean {
  if (roleOf(element) !== part.role || !isExposed(element)) return false
  const level = Number(element.getAttribute('aria-level') ?? element.localName.slice(1))
  if (part.level !== undefined && level !== part.level) return false
  return part.name === undefined || fits(nameOf(element), part.name)
}

export function fits(text: string | null, wanted: Wanted): boolean {
  const is = folded(text)
  if (wanted.flags !== undefined) return new RegExp(wanted.text, wanted.flags).test(is)
  const want = folded(wanted.text)
  return wanted.exact ? is === want : is.toLowerCase().includes(want.toLowerCase())
}

/** The one element. Throws, with a message for the test's report, if there is none or several. */
export function findOne(parts: readonly Part[]): Element {
  const found = find(parts)
  const [one] = found
  if (!one) throw new Error('no such element')
  if (found.length === 1) return one
  throw new Error(`strict mode: ${found.length} elements: ${found.map(sketch).join(' ')}`)
}

/** The element's opening tag, to be recognised by. */
export function sketch(element: Element): string {
  const shallow = element.cloneNode(false) as Element
  return shallow.outerHTML.slice(0, 100)
}

/** What assertions are made of. An absent element has `present: false` and nothing else. */
export function stateOf(parts: readonly Part[]): Record<string, unknown> {
  if (find(parts).length === 0) return { present: false }
  const element = findOne(parts)
  const root = element.getRootNode() as Document | ShadowRoot
  return {
    present: true,
    visible: isVisible(element),
    focused: root.activeElement === element && document.hasFocus(),
    enabled: !element.matches(':disabled, [aria-disabled=true]'),
    checked: element.matches(':checked, [aria-checked=true]'),
    text: folded(element.textContent),
    value: 'value' in element ? element.value : undefined,
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
  }
}
