import { describe, expect, it } from 'vitest'
import { isInstalled } from './installed.js'

const zod = { version: '4.6.7', integrity: 'sha512-a' }
const wanted = {
  packages: {
    '': {},
    'packages/sdk': { version: '1.0.0' },
    'node_modules/zod': zod,
    'node_modules/fsevents': { version: '2.3.3', optional: true },
  },
}

describe('isInstalled', () => {
  it('accepts a tree without the optional packages of other systems', () => {
    expect(isInstalled(wanted, { packages: { 'node_modules/zod': zod } })).toBe(true)
  })

  it.each([
    ['a package is absent', {}],
    ['a version is another', { 'node_modules/zod': { ...zod, version: '4.0.0' } }],
    ['the content is another', { 'node_modules/zod': { ...zod, integrity: 'sha512-b' } }],
  ])('asks for an install where %s', (_, packages) => {
    expect(isInstalled(wanted, { packages })).toBe(false)
  })
})
