import { expect } from '@playwright/test'
import type { Case } from './case.ts'

/* An ordinary page: who fails here is not used as it should be, and the rest would tell nothing. */

export const CONTROL: readonly Case[] = [
  {
    id: 'control',
    name: 'an ordinary page: the step stands beside its target, Next leads to the end, nothing is left on the screen',
    check: async (stage) => {
      await stage.start()
      await stage.works()
      await stage.pressNext()
      await stage.seeStep('Three')
      await stage.pressNext()
      await stage.seeNothing()
      expect((await stage.page.evaluate(() => seen)).errors).toEqual([])
    },
  },
]
