import { expect, it } from 'vitest'
import { createWorld } from './fake-world.ts'
import { nameKeys } from './name-keys.ts'

it('gives a queue keys of its own', () => {
  const { storage } = createWorld()
  const named = nameKeys(storage, 'hog')
  storage.set('fw:q:1', 'first')
  named.set('fw:q:1', 'named')
  named.set('fw:wait', '7')
  expect(storage.keys('fw:').toSorted()).toEqual(['fw:q.hog:1', 'fw:q:1', 'fw:wait.hog'])
  expect(named.keys('fw:q:')).toEqual(['fw:q:1'])
  expect(named.get('fw:q:1')).toBe('named')
  named.remove('fw:q:1')
  expect(storage.get('fw:q:1')).toBe('first')
  expect(nameKeys(storage, '')).toBe(storage)
})
