import { expect, it } from 'vitest'
import * as acting from './acts.ts'
import * as explaining from './explain.ts'
import * as engine from './index.ts'
import * as loading from './load-journey.ts'
import * as staging from './stage-rules.ts'
import * as turning from './take-turn.ts'

it('offers these names and no others', () => {
  expect(Object.keys(engine).toSorted()).toEqual([
    'emptyMemory',
    'hashOf',
    'hearSignal',
    'isCompiled',
    'newSession',
    'restoreMemory',
    'restoreSession',
    'toStored',
  ])
  const subpaths = [acting, explaining, loading, staging, turning].map((part) =>
    Object.keys(part).toSorted(),
  )
  expect(subpaths).toEqual([
    ['acts', 'mergeMemory'],
    ['explain'],
    ['loadJourney'],
    ['stage'],
    ['takeTurn'],
  ])
})
