import { expect, it } from 'vitest'
import { runCollector } from '../running-collector.ts'

const EVIL = 'https://evil.example/'
const paths = [
  `/r?u=${EVIL}`,
  `/v1/r?u=${EVIL}`,
  `/r/tp2?u=${EVIL}`,
  `/v1/sign-in?next=${EVIL}`,
  `//evil.example/`,
  `/v1/journeys/../..//evil.example`,
]
it.each(paths)('C21 %s leads nowhere', async (path) => {
  const { url } = await runCollector()
  const answer = await fetch(url + path, { redirect: 'manual' })
  expect([404, 405]).toContain(answer.status)
  expect(answer.headers.has('location')).toBe(false)
})
