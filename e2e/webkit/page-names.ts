/*
 * These functions run in the page: page-code.ts sends their text there. So they use nothing but the
 * page's own globals and one another.
 */

export function folded(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}

export function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true })
}

/** Whether assistive technology is told of it: drawn, and nothing above it is aria-hidden. */
export function isExposed(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false
  for (let at: Element | null = element; at; at = parentOf(at)) {
    if (at.getAttribute('aria-hidden') === 'true') return false
  }
  return true
}

/** The parent, out of an open shadow root too. */
export function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}

/** The elements whose role follows from their tag alone. */
export function roleOfTag(tag: string): string | undefined {
  const roles: Record<string, string> = {
    article: 'article',
    aside: 'complementary',
    button: 'button',
    dialog: 'dialog',
    form: 'form',
    footer: 'contentinfo',
    header: 'banner',
    h1: 'heading',
    h2: 'heading',
    h3: 'heading',
    h4: 'heading',
    hr: 'separator',
    img: 'img',
    li: 'listitem',
    main: 'main',
    meter: 'meter',
    nav: 'navigation',
    ol: 'list',
    option: 'option',
    output: 'status',
    progress: 'progressbar',
    select: 'combobox',
    summary: 'button',
    table: 'table',
    td: 'cell',
    textarea: 'textbox',
    th: 'columnheader',
    tr: 'row',
    ul: 'list',
    fieldset: 'group',
  }
  return roles[tag]
}

export function roleOfInput(type: string): string {
  const roles: Record<string, string> = {
    button: 'button',
    checkbox: 'checkbox',
    image: 'button',
    number: 'spinbutton',
    radio: 'radio',
    range: 'slider',
    reset: 'button',
    search: 'searchbox',
    submit: 'button',
  }
  return roles[type] ?? 'textbox'
}

export function roleOf(element: Element): string | undefined {
  const written = element.getAttribute('role')
  if (written) return written
  if (element instanceof HTMLInputElement) return roleOfInput(element.type)
  if (element instanceof HTMLAnchorElement) return element.href ? 'link' : undefined
  if (element.localName === 'section') return nameOf(element) ? 'region' : undefined
  return roleOfTag(element.localName)
}

/** The accessible name, by the steps of it that our pages need: see w3.org/TR/accname-1.2. */
export function nameOf(element: Element): string {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/)
  if (ids) return folded(ids.map((id) => textOfId(element, id)).join(' '))
  const names = [
    element.getAttribute('aria-label'),
    labelsOf(element)
      .map((label) => textOf(label))
      .join(' '),
    element.getAttribute('alt'),
    element.localName === 'fieldset' ? element.querySelector('legend')?.textContent : undefined,
    isNamedByText(element) ? textOf(element) : undefined,
    element.getAttribute('title'),
    element.getAttribute('placeholder'),
  ]
  return names.map((name) => folded(name)).find((name) => name !== '') ?? ''
}

export function labelsOf(element: Element): Element[] {
  const labels = 'labels' in element ? (element.labels as NodeListOf<Element> | null) : null
  return [...(labels ?? [])]
}

export function textOfId(element: Element, id: string): string {
  const root = element.getRootNode() as Document | ShadowRoot
  return root.getElementById(id)?.textContent ?? ''
}

export function isNamedByText(element: Element): boolean {
  const role = element.getAttribute('role') ?? ''
  return (
    /^(a|button|h[1-6]|li|option|summary|td|th)$/.test(element.localName) ||
    /^(button|checkbox|heading|link|listitem|menuitem|option|radio|switch|tab)$/.test(role)
  )
}

/** The text below, without what is hidden from assistive technology, with images by their names. */
export function textOf(node: Node): string {
  if (node instanceof Text) return node.data
  if (!(node instanceof Element) || node.getAttribute('aria-hidden') === 'true') return ''
  if (node instanceof HTMLImageElement) return node.alt
  const style = getComputedStyle(node)
  if (style.display === 'none' || style.visibility === 'hidden') return ''
  const label = node.getAttribute('aria-label')
  if (label) return label
  const inner = [...node.childNodes].map((child) => textOf(child)).join('')
  return style.display.startsWith('inline') ? inner : ` ${inner} `
}
