import { expect, it } from 'vitest'
import { pageOf, rangeOf } from './read-range.ts'
import { SLOTS } from './slot.ts'

it.each([1, 2, 3, 7, 1_000, 65_535, SLOTS])(
  'each slot is in the range of its page, of %s',
  (pages) => {
    const wrong = Array.from({ length: SLOTS }, (_, slot) => slot).filter((slot) => {
      const [from, to] = rangeOf(pageOf(slot, pages), pages)
      return slot < from || slot >= to
    })
    expect(wrong).toEqual([])
    expect([rangeOf(0, pages)[0], rangeOf(pages - 1, pages)[1]]).toEqual([0, SLOTS])
  },
)
