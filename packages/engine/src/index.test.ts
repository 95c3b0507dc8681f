import { expect, it } from 'vitest'
import * as explaining from './explain.ts'
import * as engine from './index.ts'

it('offers these names and no others', () => {
  expect(Object.keys(engine).toSorted()).toEqual([
    'emptyMemory',
    'loadJourney',
    'mergeMemory',
    'newSession',
    'restoreMemory',
    'restoreSession',
    'takeTurn',
  ])
  expect(Object.keys(explaining)).toEqual(['explain'])
})
