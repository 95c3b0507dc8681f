import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { openView } from '../gallery/open-view.ts'
import { stepScene } from '../gallery/step-scenes.ts'

const view = openView()

afterEach(() => view.show(undefined))

const PAYLOADS = [
  '<img src=x onerror="window.broken=1">',
  '<svg onload="window.broken=1">',
  '<script>window.broken=1</script>',
  '"><script>window.broken=1</script>',
  "'><iframe srcdoc='<script>parent.broken=1</script>'>",
  '<style>*{display:none}</style>',
  '{{constructor.constructor("window.broken=1")()}}',
  '${window.broken=1}',
  '<a href="javascript:window.broken=1">x</a>',
  '&lt;img src=x onerror=window.broken=1&gt;',
]
const ALLOWED = new Set(['P', 'UL', 'OL', 'LI', 'STRONG', 'EM', 'CODE', 'A', 'BR', 'SPAN'])

describe('rich text', () => {
  it.each(PAYLOADS)('shows %s as typed', async (payload) => {
    view.show(stepScene({ id: 'p', title: payload, body: payload }, {}))
    const body = view.shadow().querySelector('.body')
    expect(body?.textContent).toContain(payload.slice(0, 4))
    for (const element of body?.querySelectorAll('*') ?? []) {
      expect(ALLOWED).toContain(element.tagName)
      expect(element.getAttributeNames().filter((name) => name.startsWith('on'))).toEqual([])
    }
    expect(window).not.toHaveProperty('broken')
  })

  it('takes no object of a compiled journey for an element', () => {
    const node = { type: 'img', props: { src: 'x' }, constructor: undefined, __v: 1 }
    const content = [node, { type: 'text', text: node }, { type: 'strong', content: node }]
    const body = [{ type: 'paragraph', content }] as never
    view.show(stepScene({ id: 'o', body }, {}))
    expect(view.shadow().querySelector('.body')?.querySelector('img')).toBeNull()
    expect(view.shadow().querySelector('.body')?.textContent).toBe('')
  })

  it('draws marks, lists and breaks', () => {
    view.show(stepScene({ id: 'm', body: 'A **b** _c_ `d`\n\n- e\n- f' }, {}))
    const body = view.shadow().querySelector('.body') as HTMLElement
    expect(body.querySelector('strong')?.textContent).toBe('b')
    expect(body.querySelector('em')?.textContent).toBe('c')
    expect(body.querySelector('code')?.textContent).toBe('d')
    expect(body.querySelectorAll('ul > li')).toHaveLength(2)
  })

  it('says where other sites are, and opens them in a tab that does not know this one', async () => {
    view.show(stepScene({ id: 'e', body: '[there](https://example.com/a)' }, {}))
    const link = page.getByRole('link', { name: 'there (example.com)' })
    await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer')
    await expect.element(link).toHaveAttribute('target', '_blank')
  })

  it('leaves paths of the host to its router', async () => {
    view.show(stepScene({ id: 'h', body: '[plans](/plans/team)' }, {}))
    await page.getByRole('link', { name: 'plans' }).click()
    expect(view.followed).toEqual(['/plans/team'])
  })

  it('draws an unsafe link as its words', async () => {
    view.show(stepScene({ id: 'u', body: '[click](javascript:alert(1)) here' }, {}))
    await expect.element(page.getByText('click')).toBeVisible()
    await expect.element(page.getByRole('link')).not.toBeInTheDocument()
  })
})
