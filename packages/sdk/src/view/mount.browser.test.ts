import { afterEach, expect, it } from 'vitest'
import { createView } from './create-view.tsx'
import { createScenes, NOW, sceneOf } from './gallery/scenes.ts'
import { fetchLate } from './with-late.ts'
import type { View } from '../scene.ts'

const scenes = createScenes(() => undefined)
const errors: unknown[] = []
let view: View

afterEach(() => {
  view.remove()
  document.body.replaceChildren()
})

async function showIn(container: Element): Promise<void> {
  await fetchLate()
  const oops = (error: unknown): void => void errors.push(error)
  view = createView({ act() {}, follow() {}, now: () => NOW, theme: {}, container, oops })
  view.draw(sceneOf(scenes['step-centred']))
}

const home = (): Element | null | undefined =>
  document.querySelector('firstwin-root')?.parentElement

it('stands in the container that it is given', async () => {
  const container = document.body.appendChild(document.createElement('div'))
  await showIn(container)
  expect(home()).toBe(container)
})

it('stands at the end of the page while its container is not there', async () => {
  const container = document.createElement('div')
  await showIn(container)
  expect(home()).toBe(document.documentElement)
  document.body.append(container)
  view.draw(sceneOf(scenes['step-centred']))
  expect(home()).toBe(container)
  container.remove()
  await expect.poll(home).toBe(document.documentElement)
  expect(errors).toEqual([])
})
