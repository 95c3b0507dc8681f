import type { BrowserContextOptions, ViewportSize } from 'playwright'
import type { Locale } from '../../e2e/pages/words.ts'
import type { State } from './state.ts'

/** One way of looking at the same walk. */
export interface Look {
  /** The end of the file names. */
  id: 'light' | 'dark' | 'phone' | 'ja' | 'readme'
  locale: Locale
  /** Who walks. */
  name: string
  company: string
  context: BrowserContextOptions
  /** The window in this state and after it, in CSS pixels, where it is not that of the context. */
  sizes?: Partial<Record<State, ViewportSize>>
}

const DESKTOP = { width: 1280, height: 800 }
const AOI = { locale: 'en', name: 'Aoi', company: 'Kumo Flowers' } as const

/** For review: each state in light, dark, on a phone and in Japanese. */
export const REVIEW: readonly Look[] = [
  { ...AOI, id: 'light', context: { viewport: DESKTOP } },
  { ...AOI, id: 'dark', context: { viewport: DESKTOP, colorScheme: 'dark' } },
  {
    ...AOI,
    id: 'phone',
    context: { viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true },
  },
  { id: 'ja', locale: 'ja', name: '葵', company: 'くも生花店', context: { viewport: DESKTOP } },
]

/** For the composed picture: windows so small that what stands in them can be read. */
export const README: Look = {
  ...AOI,
  id: 'readme',
  context: { viewport: { width: 864, height: 540 } },
  sizes: {
    step: { width: 940, height: 540 },
    celebration: { width: 1000, height: 475 },
    results: { width: 800, height: 900 },
  },
}
