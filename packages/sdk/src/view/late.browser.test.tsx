import type { Action } from '@firstwin/engine'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createView } from './create-view.tsx'
import { sceneOf } from './gallery/scenes.ts'
import { stepScene } from './gallery/step-scenes.ts'

const actions: Action[] = []
const target = document.createElement('button')
target.style.cssText = 'position:absolute;top:100px;left:100px;width:100px;height:40px'
const view = createView({
  act: (action) => actions.push(action),
  follow: () => {},
  now: () => 0,
  theme: {},
})

afterEach(() => {
  view.remove()
  target.remove()
})

describe('what comes after the first picture', () => {
  it('is not waited for, and serves what was drawn before it', async () => {
    document.body.append(target)
    view.draw(sceneOf(stepScene({}, { target, requested: false }), { launcher: undefined }))
    const panel = document.querySelector('firstwin-root')?.shadowRoot?.querySelector('.tooltip')
    expect(panel?.getBoundingClientRect().top).toBe(140 + 13)

    target.style.top = '200px'
    await expect.poll(() => panel?.getBoundingClientRect().top).toBe(240 + 13)
    await userEvent.keyboard('{Escape}')
    expect(actions).toEqual([{ do: 'dismiss', reason: 'escape' }])
  })
})
