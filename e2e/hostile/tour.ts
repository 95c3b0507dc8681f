import type { Guide, Journey, Target } from '@firstwin/schema'

type Step = Guide['steps'][number]

/** What `tour` is made of, as far as a test cares. */
export interface TourOptions {
  /** What the steps point at. @default the element marked `data-firstwin="target"` */
  target?: Target
  /** In place of the three steps. */
  steps?: readonly Step[]
  /** @default it starts by itself on every page */
  start?: Guide['start']
  /** Parts of the journey besides the guide. */
  more?: Partial<Journey>
}

/** The names of its steps, which are their titles too. */
export const STEPS = ['One', 'Two', 'Three'] as const

/** A journey of one guide, `tour`: three steps that point at the same target, each with a Next. */
export function tour(options: TourOptions = {}): Journey {
  const { target = { id: 'target' }, start = { route: '/**' }, more } = options
  const steps = options.steps ?? STEPS.map((title) => toStep(title, target))
  return {
    format: 1,
    id: 'hostile',
    locale: 'en',
    pressure: { perSession: 9, gap: '0s', respect: ['host-dialog'] },
    ...more,
    guides: [{ id: 'tour', title: 'Tour', start, steps: [...steps] }, ...(more?.guides ?? [])],
  }
}

/** A step with a title, a sentence and a Next. */
export function toStep(title: string, target: Target | undefined, more: Partial<Step> = {}): Step {
  return {
    id: title.toLowerCase().replaceAll(/[^a-z\d]+/g, '-'),
    title,
    body: 'This is what it is for.',
    ...(target ? { target } : {}),
    ...more,
  }
}

/** The same for a product in Arabic: who writes no Arabic is shown in English, from left to right. */
export function inArabic(journey: Journey): Journey {
  const guides = journey.guides?.map((guide) =>
    Object.assign({}, guide, { title: { en: 'Tour', ar: 'جولة' } }),
  )
  return { ...journey, ...(guides ? { guides } : {}) }
}
