import { expect, it } from 'vitest'
import { progressPlace } from './progress-url.ts'

const own = async () => undefined

it.each([
  ['/v1/batch', '/v1/progress'],
  ['https://c.example/firstwin/v1/batch', 'https://c.example/firstwin/v1/progress'],
  ['/v1/batch?source=app', '/v1/progress?source=app'],
  ['/v1/batches', undefined],
  ['https://api.segment.io/v1/track', undefined],
])('finds beside %s: %s', (endpoint, url) => {
  expect(progressPlace({ endpoint, key: 'pk' })?.url).toBe(url)
})

it('is that of the first collector of several endpoints, with its key', () => {
  const endpoint = [own, { url: '/in/ndjson' }, { url: '/a/v1/batch', key: 'pk_a' }, '/b/v1/batch']
  expect(progressPlace({ endpoint, key: 'pk' })).toEqual({ url: '/a/v1/progress', key: 'pk_a' })
  expect(progressPlace({ endpoint: endpoint.slice(3), key: 'pk' })?.key).toBe('pk')
})

it('is nowhere without one', () => {
  expect(progressPlace({})).toBeUndefined()
  expect(progressPlace({ endpoint: own })).toBeUndefined()
})
