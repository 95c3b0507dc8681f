import type { Text } from '@firstwin/schema'
import type { CelebrationScene } from '../../scene.ts'
import type { Ui } from '../part.ts'

const UNITS = [
  { unit: 'day', ms: 86_400_000, from: 2 },
  { unit: 'hour', ms: 3_600_000, from: 2 },
  { unit: 'minute', ms: 60_000, from: 1 },
  { unit: 'second', ms: 1000, from: 0 },
] as const

/** The words of praise: the celebration's own, else the title of the win. */
export function titleOf({ win }: CelebrationScene, { say }: Ui): string {
  return say.plain(praiseOf(win.celebrate)?.title ?? win.title)
}

export function bodyOf({ win }: CelebrationScene): Text | undefined {
  return praiseOf(win.celebrate)?.body
}

/** What was achieved and how fast: "Your first mail is on its way · 6 min after you started". */
export function factOf(item: CelebrationScene, ui: Ui): string {
  const { win, ttvMs } = item
  const fact = ui.say.plain(win.title)
  const time = ttvMs === undefined ? '' : ui.words.after(durationOf(ttvMs, ui.words.lang))
  return [fact === titleOf(item, ui) ? '' : fact, time].filter(Boolean).join(' · ')
}

/** In the largest unit of which there is enough; rounded down, as people say it. */
export function durationOf(ms: number, locale: string): string {
  const found = UNITS.find((candidate) => ms >= candidate.ms * candidate.from) ?? UNITS[3]
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: found.unit,
    unitDisplay: 'short',
  }).format(Math.floor(Math.max(0, ms) / found.ms))
}

function praiseOf(celebrate: CelebrationScene['win']['celebrate']) {
  return typeof celebrate === 'object' ? celebrate : undefined
}
