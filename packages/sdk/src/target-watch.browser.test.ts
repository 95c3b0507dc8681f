import { afterEach, expect, it, vi } from 'vitest'
import { fetchDeep } from './host/target/find-target.ts'
import type { WithActs } from './conductor.ts'
import { fetchActs } from './show.ts'
import { createTargetWatch } from './target-watch.ts'

const withActs: WithActs = (use) => void fetchActs().then(use)

const oops = (error: unknown): void => {
  throw error
}

afterEach(() => document.body.replaceChildren())

it('says when a target by its role can be found, which is not at once', async () => {
  document.body.innerHTML = '<button>Send</button>'
  let changes = 0
  const targets = createTargetWatch(() => (changes += 1), withActs, oops)
  const target = { role: 'button', name: 'Send' }
  expect(targets.find(target)).toBeUndefined()
  await expect.poll(() => changes).toBe(1)
  expect(targets.find(target)).toBe(document.querySelector('button'))
})

it('says when a target that is covered is so no longer, which a quick look cannot', async () => {
  const place = 'position:absolute;margin:0;left:0;top:0;width:200px;height:100px;'
  document.body.innerHTML = `<button data-firstwin="a">Send</button><p
    style="${place}background:#fff"></p>`
  const onChange = vi.fn<() => void>()
  const targets = createTargetWatch(onChange, withActs, oops)
  const button = targets.find({ id: 'a' }) as Element
  targets.settle()
  expect(targets.isFree(button)).toBe(false)
  await expect.poll(() => targets.isFree(button)).toBe(false)
  onChange.mockClear()
  document.querySelector('p')?.remove()
  await expect.poll(() => onChange.mock.calls.length).toBe(1)
  expect(targets.isFree(button)).toBe(true)
  targets.stop()
})

it('waits no longer for a covered target that nobody asks for', async () => {
  const place = 'position:absolute;margin:0;left:0;top:0;width:200px;height:100px;'
  document.body.innerHTML = `<button data-firstwin="a">Send</button><p
    style="${place}background:#fff"></p>`
  await fetchDeep()
  const onChange = vi.fn<() => void>()
  const targets = createTargetWatch(onChange, withActs, oops)
  expect(targets.isFree(targets.find({ id: 'a' }) as Element)).toBe(false)
  targets.settle()
  targets.settle()
  document.querySelector('p')?.remove()
  for (let frame = 0; frame < 20; frame += 1) await new Promise(requestAnimationFrame)
  expect(onChange).not.toHaveBeenCalled()
  targets.stop()
})

it('finds what is in a shadow root, once what looks there has come', async () => {
  const host = document.createElement('div')
  document.body.append(host)
  host.attachShadow({ mode: 'open' }).innerHTML = '<b data-firstwin="deep">a</b>'
  const targets = createTargetWatch(() => {}, withActs, oops)
  await expect.poll(() => targets.find({ id: 'deep' })?.textContent).toBe('a')
  targets.stop()
})
