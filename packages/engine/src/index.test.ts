import { expect, it } from 'vitest'
import * as explaining from './explain.ts'
import * as engine from './index.ts'
import * as staging from './take-turn.ts'

it('offers these names and no others', () => {
  expect(Object.keys(engine).toSorted()).toEqual([
    'emptyMemory',
    'hearSignal',
    'loadJourney',
    'mergeMemory',
    'newSession',
    'restoreMemory',
    'restoreSession',
  ])
  expect(Object.keys(staging).toSorted()).toEqual(['stage', 'takeTurn'])
  expect(Object.keys(explaining)).toEqual(['explain'])
})
