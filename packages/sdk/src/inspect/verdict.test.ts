import type { Check, Explanation } from '@firstwin/engine/explain'
import { describe, expect, it } from 'vitest'
import { judge } from './verdict.ts'

function check(name: string, ok: boolean, more: Partial<Check> = {}): Check {
  return { check: name, ok, wanted: true, found: ok, ...more }
}

function thing(checks: Check[], shown = false): Explanation {
  return { id: 'x', kind: 'message', shown, checks }
}

const UNDER_WAY = { found: { status: 'active', step: 's' } }

describe('the verdict', () => {
  it.each([
    ['shown', thing([check('seen', false)], true)],
    ['waiting', thing([check('gap', false)])],
    ['not', thing([check('when', false), check('gap', false)])],
    // A guide under way whose target is away.
    ['waiting', thing([check('seen', false, UNDER_WAY), check('target', false)])],
  ])('is %s for %j', (verdict, explanation) => {
    expect(judge(explanation).verdict).toBe(verdict)
  })

  it('puts what failed first, and names the part that is to blame', () => {
    const all = { all: [{ win: 'a' }, { not: { win: 'b' } }] }
    const { checks, reason } = judge(
      thing([
        check('seen', true),
        check('when', false, { wanted: all }),
        check('when.all[0]', true, { wanted: { win: 'a' } }),
        check('when.all[1]', false, { wanted: { not: { win: 'b' } } }),
        check('when.all[1].not', true, { wanted: { win: 'b' } }),
      ]),
    )
    expect(reason.map((one) => one.check)).toEqual(['when', 'when.all[1].not'])
    expect(checks.map((one) => [one.check.check, one.result, one.depth])).toEqual([
      ['when', 'failed', 0],
      ['when.all[0]', 'passed', 1],
      ['when.all[1]', 'failed', 1],
      ['when.all[1].not', 'failed', 2],
      ['seen', 'passed', 0],
    ])
  })

  it('does not blame one of several that are enough', () => {
    const { checks } = judge(
      thing([check('when', true), check('when.any[0]', false), check('when.any[1]', true)]),
    )
    expect(checks.map(({ result }) => result)).toEqual(['passed', 'neutral', 'passed'])
  })
})
