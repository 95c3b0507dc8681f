import {
  isDuration,
  isNumber,
  isObject,
  isString,
  listOf,
  maybe,
  oneOf,
  shaped,
  type Fits,
} from './fits.ts'
import { isCondition, isTarget, isTrait } from './is-condition.ts'

const isText: Fits = (value) => isString(value) || (typeof value === 'object' && value !== null)
const isWhen: Fits = (value) => isCondition(value)
const isSize = oneOf('small', 'big')
const isLink = shaped({ label: isText, href: isString })

/** What each part of a journey must have, beyond its id, so that running it cannot fail. */
export const SHAPES: Readonly<Record<string, Readonly<Record<string, Fits>>>> = {
  wins: {
    title: isText,
    when: isWhen,
    celebrate: maybe(
      (value) => isSize(value) || shaped({ size: isSize, next: maybe(isNext) })(value),
    ),
  },
  paths: { title: isText, tasks: Array.isArray },
  tasks: {
    title: isText,
    win: isString,
    guide: maybe(isString),
    setup: maybe(isString),
    route: maybe(isString),
  },
  guides: {
    title: isText,
    start: maybe((value) => value === 'on-request' || isCondition(value)),
    steps: Array.isArray,
  },
  steps: {
    title: isText,
    target: maybe(isTarget),
    route: maybe(isString),
    advance: maybe(isAdvance),
    stuck: maybe(shaped({ after: isDuration, help: isText })),
  },
  setups: { title: isText, fields: Array.isArray, apply: shaped({ event: isString }) },
  fields: {
    label: isText,
    options: maybe(
      listOf(
        shaped({
          value: isString,
          label: isText,
          recommendedWhen: maybe((value) => isString(value) || isCondition(value)),
        }),
      ),
    ),
    default: maybe((value) => isString(value) || isNumber(value)),
  },
  messages: { title: isText, when: isWhen, link: maybe(isLink) },
  surveys: { when: isWhen, questions: Array.isArray },
  questions: { ask: isText },

  clock: {
    start: (value) => value === 'first-seen' || isTrait(value),
    fallback: maybe(oneOf('first-seen')),
  },
  pressure: {
    perSession: maybe(isNumber),
    gap: maybe(isDuration),
    respect: maybe(Array.isArray),
  },
}

/** What the known kinds must have besides. */
export const KINDS: Readonly<Record<string, typeof SHAPES>> = {
  messages: {
    confirmation: { signedBy: shaped({ name: isString }) },
    offer: { reason: isText, link: isLink, decline: isText },
    community: {},
    surprise: {},
    announcement: {},
    recognition: {},
  },
  questions: {
    nps: {},
    text: {},
    choice: { options: listOf(shaped({ value: isString, label: isText })) },
  },
}

function isAdvance(value: unknown): boolean {
  if (!isObject(value)) return value === 'next'
  return (
    oneOf('click', 'input')(value['on']) || isString(value['event']) || isString(value['route'])
  )
}

function isNext(value: unknown): boolean {
  return (
    isObject(value) &&
    ['guide', 'setup', 'survey', 'message', 'route'].some((key) => isString(value[key]))
  )
}
