import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { clobberingForm } from '../../node/clobbering-form.fixture.ts'
import { openStage, painted, type GeometryStage } from './geometry-stage.fixture.ts'

let stage: GeometryStage
let form: HTMLFormElement

beforeEach(async () => {
  await page.viewport(900, 600)
  stage = openStage()
  form = clobberingForm()
  form.setAttribute('style', 'position:absolute;left:200px;top:250px;width:200px;height:60px')
  document.body.append(form)
})

afterEach(() => stage.close())

function addTarget(): HTMLElement {
  const target = document.createElement('button')
  target.setAttribute('style', 'position:absolute;left:50px;top:20px;width:80px;height:30px')
  Element.prototype.append.call(form, target)
  return target
}

describe('a step, among fields that are named like properties of elements', () => {
  it('stands at a target in such a form, and follows it', async () => {
    await stage.show(addTarget())
    expect(stage.offBy()).toBeLessThan(1)
    form.setAttribute('style', `${form.getAttributeNode('style')?.value};top:200px`)
    await painted()
    expect(stage.offBy()).toBeLessThan(1)
  })

  it('brings a target in such a form into view', async () => {
    document.body.style.height = '4000px'
    form.setAttribute('style', 'position:absolute;left:200px;top:2250px;width:200px;height:60px')
    const target = addTarget()
    await stage.show(target)
    expect(target.getBoundingClientRect().bottom).toBeLessThan(600)
  })

  it('is behind such a target in the tab order, and no trap', async () => {
    const target = addTarget()
    await stage.show(target)
    target.focus()
    await userEvent.keyboard('{Tab}')
    expect(stage.view.shadow().activeElement).toBe(stage.panel())
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
    expect(document.activeElement).toBe(target)
  })

  it('points at such a form', async () => {
    await stage.show(form)
    const at = Element.prototype.getBoundingClientRect.call(form)
    expect(stage.ring().getBoundingClientRect().top).toBe(at.top - 4)
  })
})
