import { describe, expect, it } from 'vitest'
import { checkNodeVersion, isNewEnough } from './node-version.js'

describe('isNewEnough', () => {
  it.each([
    ['20.19.0', true],
    ['20.20.2', true],
    ['24.0.0', true],
    ['20.18.3', false],
    ['18.20.0', false],
  ])('judges Node %s: %s', (version, verdict) => {
    expect(isNewEnough(version)).toBe(verdict)
  })
})

describe('checkNodeVersion', () => {
  it('names the version it found and the one it needs', () => {
    expect(() => checkNodeVersion('18.20.0')).toThrow(/Node 18\.20\.0; .* needs Node 20\.19/)
  })
})
