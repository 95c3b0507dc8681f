import {
  explainGuide,
  explainMessage,
  explainPath,
  explainSetup,
  explainSurvey,
  explainWin,
  type Answer,
} from './explain-parts.ts'
import { newTurn, type State, type Turn, type World } from './turn.ts'

export type { Check } from './explain-checks.ts'

/** Why one thing is, or is not, shown. */
export interface Explanation extends Answer {
  id: string
  kind: 'path' | 'win' | 'guide' | 'setup' | 'message' | 'survey'
  /** Of a win that is reached: its time to value in ms, where the clock has a start. */
  ttvMs?: number | undefined
}

/**
 * Says why each thing of the journey, or each with this id, is or is not shown. Pure, and reads the
 * tables that decide. `state` is the state after a turn. Ids are unique within a kind only, so one
 * id may have several explanations; an unknown one has none.
 */
export function explain(state: State, world: World, id?: string): Explanation[] {
  const turn = newTurn(state, world, false)
  const { paths, wins, guides, setups, messages, surveys } = world.journey

  function explainAll<Part extends { id: string }>(
    kind: Explanation['kind'],
    parts: readonly Part[],
    answer: (turn: Turn, part: Part) => Answer,
  ): Explanation[] {
    return parts
      .filter((part) => id === undefined || part.id === id)
      .map((part) => Object.assign({ id: part.id, kind }, answer(turn, part)))
  }

  return [
    ...explainAll('path', paths, explainPath),
    ...explainAll('win', wins, explainWin),
    ...explainAll('guide', guides, explainGuide),
    ...explainAll('setup', setups, explainSetup),
    ...explainAll('message', messages, explainMessage),
    ...explainAll('survey', surveys, explainSurvey),
  ]
}
