import { afterEach, expect, it } from 'vitest'
import { createSentinel } from './sentinel.ts'

const html = document.documentElement
const end = new AbortController()

afterEach(() => {
  end.abort()
  html.style.removeProperty('--own')
})

it('sees what happens to us though the page writes on its root element all the time', async () => {
  const host = html.appendChild(document.createElement('div'))
  end.signal.addEventListener('abort', () => host.remove())
  let answers = 0
  let isInert = false
  const onChange = (): void => {
    answers += 1
    isInert = host.inert
  }
  createSentinel(host, { onChange, onDetached: undefined }, end.signal).watch()
  for (let times = 0; times < 200; times += 1) {
    html.style.setProperty('--own', String(times))
    // Observers are told of each by itself.
    await Promise.resolve()
  }
  host.inert = true
  await expect.poll(() => isInert).toBe(true)
  // Not once for each, which would hold the page up.
  expect(answers).toBeLessThan(100)
})
