import type { ResultsAsked, WinsAsked } from '../../results/ask.ts'
import type { SimilarAsked } from '../similar.ts'

export interface BaselineAsked {
  readonly writeKey: string
  readonly journey: string
}

/** What the thread beside is asked. Its answer has the same `id`. */
export type AsideOrder =
  | { readonly id: number; readonly task: 'results'; readonly asked: ResultsAsked }
  | { readonly id: number; readonly task: 'wins'; readonly asked: WinsAsked }
  | { readonly id: number; readonly task: 'baseline'; readonly asked: BaselineAsked }
  | { readonly id: number; readonly task: 'similar'; readonly asked: SimilarAsked }

export type AsideAnswer =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly problem: string }

export function isAsideOrder(value: unknown): value is AsideOrder {
  return typeof value === 'object' && value !== null && 'task' in value
}

export function isAsideAnswer(value: unknown): value is AsideAnswer {
  return typeof value === 'object' && value !== null && 'id' in value
}
