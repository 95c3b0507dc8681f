import { describe, expect, it } from 'vitest'
import { matchPath } from './route.ts'

describe('matchPath', () => {
  it.each([
    ['/inbox', '/inbox', {}],
    ['/campaigns/:id/send', '/campaigns/7/send', { id: '7' }],
    ['/assets/*', '/assets/a/b.js', { rest: 'a/b.js' }],
    ['/*', '/', { rest: '' }],
    ['/preview/:id', '/preview/a%20b', { id: 'a b' }],
    ['/preview/:id', '/preview/%E0%A4%A', { id: '%E0%A4%A' }],
    ['/inbox', '/inbox/1', undefined],
    ['/campaigns/:id/send', '/campaigns/7', undefined],
    ['/assets/*', '/assets', undefined],
  ])('matches %s with %s', (pattern, path, params) => {
    expect(matchPath(pattern, path)).toEqual(params)
  })
})
