import type { Condition, Journey } from '@firstwin/schema'
import * as fc from 'fast-check'

export const EVENTS = ['made', 'sent', 'opened', 'constructor']
export const ROUTES = ['/', '/campaigns/1', '/reports']
const DURATIONS = ['0s', '30s', '2h', '7d']
export const IDS = ['one', 'two', 'constructor']
const TRAITS = ['plan', 'seats', 'since']

const oneOf = <Value>(values: readonly Value[]) => fc.constantFrom(...values)
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
const idOf = oneOf(IDS)
const target = fc.record({ id: oneOf(['a', 'b']) })
const duration = oneOf(DURATIONS)

const parts = (part: fc.Arbitrary<Condition>) => fc.array(part, { minLength: 1, maxLength: 2 })

const { condition } = fc.letrec<{ condition: Condition; leaf: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 3, arbitrary: tie('leaf') },
    { weight: 3, arbitrary: fc.constant({ since: 'first-seen' as const }) },
    { weight: 1, arbitrary: fc.record({ all: parts(tie('condition')) }) },
    { weight: 1, arbitrary: fc.record({ any: parts(tie('condition')) }) },
    { weight: 1, arbitrary: fc.record({ not: tie('condition') }) },
  ),
  leaf: fc.oneof(
    fc.record({ event: oneOf(EVENTS), atLeast: maybe(fc.integer({ min: 1, max: 3 })) }),
    fc.record({ event: oneOf(EVENTS), atLeast: oneOf([1, 2]), within: duration }),
    fc.record({ trait: oneOf(TRAITS), exists: fc.boolean() }),
    fc.record({ trait: oneOf(TRAITS), is: oneOf(['trial', 3]) }),
    fc.record({ win: idOf, reached: fc.boolean() }),
    fc.record({ win: idOf, moreThan: duration }),
    fc.record({ guide: idOf, is: oneOf(['started', 'completed', 'dismissed'] as const) }),
    fc.record({ route: oneOf([...ROUTES, '/campaigns/*', '/**']) }),
    fc.record({ target }),
    fc.record({ since: oneOf(['start', 'first-seen'] as const), lessThan: maybe(duration) }),
    fc.record({ since: fc.record({ trait: oneOf(TRAITS) }), moreThan: duration }),
    fc.record({ audience: oneOf(['few', 'many', 'nobody']) }),
  ),
}))

const audience = maybe(oneOf(['few', 'many']))
const title = fc.constant('Title')
const listOf = <Part extends { id: string }>(part: fc.Arbitrary<Part>) =>
  fc.uniqueArray(part, { maxLength: 3, selector: ({ id }) => id })
const someOf = <Part extends { id: string }>(part: fc.Arbitrary<Part>) =>
  fc.uniqueArray(part, { minLength: 1, maxLength: 3, selector: ({ id }) => id })

const next = fc.oneof(
  fc.record({ guide: idOf }),
  fc.record({ setup: idOf }),
  fc.record({ survey: idOf }),
  fc.record({ message: idOf }),
  fc.record({ route: oneOf(ROUTES) }),
)
const size = oneOf(['small', 'big'] as const)
const win = fc.record({
  id: idOf,
  title,
  when: condition,
  tier: maybe(oneOf(['aha', 'first-strike'] as const)),
  celebrate: maybe(fc.oneof(size, fc.record({ size, next: maybe(next) }))),
})
const task = fc.record({
  id: idOf,
  title,
  win: idOf,
  guide: maybe(idOf),
  setup: maybe(idOf),
  route: maybe(oneOf(ROUTES)),
})
const step = fc.record({
  id: idOf,
  title,
  route: maybe(oneOf(ROUTES)),
  target: maybe(target),
  advance: maybe(
    fc.oneof(
      fc.constant('next' as const),
      fc.record({ on: fc.constant('click' as const) }),
      fc.record({ event: oneOf(EVENTS) }),
      fc.record({ route: oneOf(ROUTES) }),
    ),
  ),
  stuck: maybe(fc.record({ after: duration, help: title })),
})
const message = fc.oneof(
  fc.record({
    id: idOf,
    title,
    when: condition,
    audience,
    once: maybe(fc.boolean()),
    kind: oneOf(['community', 'announcement'] as const),
  }),
  fc.record({
    id: idOf,
    title,
    when: condition,
    audience,
    kind: fc.constant('confirmation' as const),
    signedBy: fc.constant({ name: 'Aoi' }),
  }),
)
const field = fc.record({
  id: oneOf(['template', 'tone']),
  label: title,
  options: fc.tuple(
    fc.record({ value: oneOf(['x', 'y']), label: title, recommendedWhen: maybe(condition) }),
  ),
})

/** A journey of up to three parts of each kind, on few enough ids that they meet. */
export const rawJourney: fc.Arbitrary<Journey> = fc.record({
  format: fc.constant(1 as const),
  id: fc.constant('random'),
  locale: fc.constant('en'),
  clock: maybe(
    fc.record({
      start: fc.record({ trait: fc.constant('since') }),
      fallback: maybe(fc.constant('first-seen' as const)),
    }),
  ),
  audiences: fc.record({ few: condition, many: condition }),
  wins: listOf(win),
  paths: listOf(
    fc.record({
      id: idOf,
      title,
      audience,
      tasks: someOf(task),
      order: maybe(oneOf(['ordered', 'any'] as const)),
    }),
  ),
  guides: listOf(
    fc.record({
      id: idOf,
      title,
      audience,
      steps: someOf(step),
      start: maybe(fc.oneof(fc.constant('on-request' as const), condition)),
    }),
  ),
  setups: listOf(
    fc.record({
      id: idOf,
      title,
      fields: fc.tuple(field),
      apply: fc.record({ event: oneOf(EVENTS) }),
    }),
  ),
  messages: listOf(message),
  surveys: listOf(
    fc.record({
      id: idOf,
      audience,
      when: condition,
      questions: someOf(fc.record({ id: idOf, kind: fc.constant('nps' as const), ask: title })),
    }),
  ),
  pressure: maybe(
    fc.record({
      perSession: maybe(fc.integer({ min: 0, max: 3 })),
      gap: maybe(duration),
      respect: maybe(fc.subarray(['typing', 'host-dialog'] as const)),
    }),
  ),
})
