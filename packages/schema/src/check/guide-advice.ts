import type { Journey } from '../journey.ts'
import type { Problem } from './problem.ts'
import { references } from './references.ts'
import { isInCondition } from './walk.ts'

/** Guides that nothing leads to, and steps that wait for something that cannot happen. */
export function guideAdvice(journey: Journey): Problem[] {
  return [...unusedGuides(journey), ...stepsWithoutTarget(journey)]
}

function unusedGuides(journey: Journey): Problem[] {
  const used = new Set(
    references(journey)
      .filter(({ kind, path }) => kind === 'guide' && !isInCondition(path))
      .map(({ id }) => id),
  )
  return (journey.guides ?? []).flatMap(({ id, start = 'on-request' }, index): Problem[] => {
    if (start !== 'on-request' || used.has(id)) return []
    const message =
      `No task, win or "start" leads to the guide ${JSON.stringify(id)}. ` +
      'It shows only when the product calls start() with its id.'
    return [{ severity: 'warning', code: 'guide-unused', path: ['guides', index, 'id'], message }]
  })
}

function stepsWithoutTarget({ guides = [] }: Journey): Problem[] {
  return guides.flatMap(({ steps }, guide) =>
    steps.flatMap(({ target, advance }, step): Problem[] => {
      const needsTarget = typeof advance === 'object' && 'on' in advance
      if (target || !needsTarget) return []
      const path = ['guides', guide, 'steps', step, 'advance', 'on']
      const message = `Waits for ${advance.on} on a target, but the step has no target. Add one.`
      return [{ severity: 'error', code: 'step-without-target', path, message }]
    }),
  )
}
