import { afterEach, expect, it } from 'vitest'
import { createTargetWatch } from './target-watch.ts'

afterEach(() => document.body.replaceChildren())

it('says when a target by its role can be found, which is not at once', async () => {
  document.body.innerHTML = '<button>Send</button>'
  let changes = 0
  const targets = createTargetWatch(() => (changes += 1))
  const target = { role: 'button', name: 'Send' }
  expect(targets.find(target)).toBeUndefined()
  await expect.poll(() => changes).toBe(1)
  expect(targets.find(target)).toBe(document.querySelector('button'))
})
