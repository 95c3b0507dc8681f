import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { openView } from './gallery/open-view.ts'
import { stepScene } from './gallery/step-scenes.ts'

afterEach(() => document.body.replaceChildren())

describe('a view', () => {
  it('works on a page whose elements are named as what documents can do', async () => {
    const button = document.createElement('button')
    document.body.append(button)
    for (const name of ['addEventListener', 'querySelector', 'createElement']) {
      const image = new Image()
      image.name = name
      document.body.append(image)
    }
    expect(Reflect.get(document, 'createElement')).toBeInstanceOf(HTMLImageElement)
    const view = openView()
    try {
      view.show(stepScene({ advance: { on: 'click' } }, { target: button, requested: false }))
      button.focus()
      await userEvent.keyboard('{Tab}')
      const host = document.activeElement
      expect(host?.shadowRoot?.activeElement?.className).toContain('tooltip')
      button.blur()
      host?.shadowRoot?.querySelector<HTMLElement>('.tooltip')?.blur()
      await userEvent.keyboard('{Escape}')
      expect(view.actions).toEqual([{ do: 'dismiss', reason: 'escape' }])
    } finally {
      view.remove()
    }
  })
})
