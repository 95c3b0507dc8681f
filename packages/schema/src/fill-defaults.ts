import type { Condition } from './condition.ts'
import type { Guide, Step } from './guide.ts'
import type { Journey } from './journey.ts'
import type { Path } from './path.ts'

const PRESSURE: Required<NonNullable<Journey['pressure']>> = {
  atOnce: 1,
  perSession: 3,
  gap: '30s',
  respect: ['typing', 'host-dialog'],
}

/** The same journey, with every default of the format written out. */
export function fillDefaults(journey: Journey): Journey {
  const { $schema: _, ...rest } = journey
  return {
    ...rest,
    clock: journey.clock ?? { start: 'first-seen' },
    audiences: Object.fromEntries(
      Object.entries(journey.audiences ?? {}).map(([id, audience]) => [
        id,
        fillCondition(audience),
      ]),
    ),
    wins: journey.wins?.map(fillWhen) ?? [],
    paths: journey.paths?.map(fillPath) ?? [],
    guides: journey.guides?.map(fillGuide) ?? [],
    setups: journey.setups ?? [],
    messages: journey.messages?.map(fillWhen) ?? [],
    surveys: journey.surveys?.map(fillWhen) ?? [],
    pressure: { ...PRESSURE, ...journey.pressure },
  }
}

function fillWhen<Conditional extends { when: Condition }>(item: Conditional): Conditional {
  return { ...item, when: fillCondition(item.when) }
}

function fillPath(path: Path): Path {
  return { order: 'ordered', ...path }
}

function fillGuide(guide: Guide): Guide {
  const { start = 'on-request' } = guide
  return {
    ...guide,
    start: start === 'on-request' ? start : fillCondition(start),
    steps: guide.steps.map(fillStep),
  }
}

function fillStep(step: Step): Step {
  const { advance = 'next' } = step
  const isInput = typeof advance === 'object' && 'on' in advance && advance.on === 'input'
  return {
    spotlight: false,
    ...step,
    advance: isInput ? { minLength: 1, ...advance } : advance,
  }
}

function fillCondition(condition: Condition): Condition {
  if ('all' in condition) return { all: condition.all.map(fillCondition) }
  if ('any' in condition) return { any: condition.any.map(fillCondition) }
  if ('not' in condition) return { not: fillCondition(condition.not) }
  if ('event' in condition) return { atLeast: 1, ...condition }
  if ('win' in condition) return { reached: true, ...condition }
  return 'guide' in condition ? { is: 'completed', ...condition } : condition
}
