import type { TierResult } from '@firstwin/collector'
import { formatDuration, formatDurationRange } from '../words/duration.ts'
import type { Words } from '../words/words.ts'

/** The answer to a tier's question: a number, the sentence that it begins, and what to know of it. */
export interface TierAnswer {
  /** Empty where there is none yet. */
  readonly figure: string
  readonly sentence: string
  readonly note: string
}

/** Of fewer times a median is one of them rather than a pattern, and its range says little. */
const FEW = 5

export function tierAnswer(result: TierResult, words: Words): TierAnswer {
  const { median, reached, started, open, tier } = result
  const { half, none, one, some } = words.tiers[tier]
  if (reached === 0) return { figure: '', sentence: none, note: words.open(open) }
  if (!median) {
    const figure = words.locale === 'ja' ? `${reached} 名` : String(reached)
    return { figure, sentence: some(started), note: words.open(open) }
  }
  return {
    figure: formatDuration(median.ms, words.locale),
    sentence: started === 1 ? one : half,
    note: [certainty(result, words), words.open(open)].join(words.locale === 'ja' ? '' : ' '),
  }
}

function certainty({ median, reached }: TierResult, words: Words): string {
  if (!median || reached < FEW) return words.fewPeople
  const { lowMs, highMs } = median
  if (highMs === undefined) return words.rangeFrom(formatDuration(lowMs, words.locale))
  return words.range(formatDurationRange(lowMs, highMs, words.locale))
}
