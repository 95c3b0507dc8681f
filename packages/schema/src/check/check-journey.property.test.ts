import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkJourney } from './check-journey.ts'

const EXAMPLE = readFileSync(
  new URL('../../../../examples/mail-tool/public/onboarding.journey.json', import.meta.url),
  'utf8',
)

describe('whatever the text is', () => {
  it('never throws', () => {
    const text = fc.oneof(fc.string(), fc.json(), fc.json({ depthSize: 'xlarge' }))
    fc.assert(
      fc.property(text, (source) => {
        const { issues, journey } = checkJourney(source)
        expect(journey === undefined).toBe(issues.some(({ severity }) => severity === 'error'))
      }),
    )
  })

  it('has a place within the file for each issue, when any part of the example is changed', () => {
    fc.assert(
      fc.property(changedExample(), (source) => {
        const lines = source.split('\n')
        const { issues } = checkJourney(source)
        for (const { line, column, message } of issues) {
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? -1) + 1)
          expect(message).not.toMatch(/undefined|Invalid|\[object/)
        }
      }),
      { numRuns: 300 },
    )
  })
})

/** The example with one value, somewhere, replaced by another; or one key by another. */
function changedExample() {
  const places = [...EXAMPLE.matchAll(/"[^"]*"|\d+|true/g)]
  return fc
    .tuple(
      fc.constantFrom(...places),
      fc.oneof(fc.json({ maxDepth: 2 }), fc.constantFrom('"id"', '"when"', '{}')),
    )
    .map(([place, value]) => {
      return EXAMPLE.slice(0, place.index) + value + EXAMPLE.slice(place.index + place[0].length)
    })
}
