import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkJourney } from './check-journey.ts'
import { formatIssue } from './journey-issue.ts'

const EXAMPLE = readFileSync(
  new URL('../../../../examples/mail-tool/public/onboarding.journey.json', import.meta.url),
  'utf8',
)

/** The lines of a journey that is otherwise sound. The first of `lines` is line 2. */
function journeyWith(...lines: readonly string[]): string {
  return ['{ "format": 1, "id": "a", "locale": "en",', ...lines, '}'].join('\n')
}

function check(source: string): readonly string[] {
  return checkJourney(source).issues.map((issue) => formatIssue(issue, 'f'))
}

const win = (when: string) => journeyWith('"wins": [{ "id": "w", "title": "W", "when":', when, '}]')

const step = (rest: string) =>
  journeyWith(
    '"guides": [{ "id": "g", "title": "G", "start": { "route": "/" }, "steps": [',
    `{ "id": "s", "title": "S", ${rest} }`,
    ']}]',
  )

const field = (rest: string) =>
  journeyWith(
    '"setups": [{ "id": "s", "title": "S", "apply": { "event": "e" }, "fields": [',
    `{ "id": "f", ${rest} }`,
    ']}]',
  )

it('finds no error in the example, and says what is not supported yet', () => {
  const { issues, journey } = checkJourney(EXAMPLE)
  expect(issues.map(({ severity, path }) => [severity, path])).toEqual([
    ['unsupported', 'wins[2].praise'],
  ])
  expect(journey).toEqual(JSON.parse(EXAMPLE))
})

describe('text that is not JSON', () => {
  it.each([
    ['', 'f:1:1 error: The file is empty. A journey starts with {.'],
    [
      '\n<!doctype html>',
      'f:2:1 error: This is a web page (HTML), not a journey. Check the address it was loaded from.',
    ],
    ['{ "a": 1,\n}', 'f:2:1 error: Not JSON: there is a comma after the last item. Remove it.'],
    ['{ "a": 1 // b\n}', 'f:1:10 error: Not JSON: comments are not allowed. Remove it.'],
    ["{ 'a': 1 }", 'f:1:3 error: Not JSON: strings and keys stand in double quotes.'],
    ['{\r\n"a" 1 }', 'f:2:5 error: Not JSON: a colon after the key is expected, found "1".'],
    ['[1 2]', 'f:1:4 error: Not JSON: a comma between two items is expected, found "2".'],
    ['{ "a": yes }', 'f:1:8 error: Not JSON: a value is expected, found "yes".'],
    [
      '{ "a": [1',
      'f:1:10 error: Not JSON: a ] that closes the list is expected, found the end of the file.',
    ],
    ['['.repeat(100_000), 'f:1:33 error: Nested more than 32 levels deep.'],
    [' '.repeat(500_001), 'f:1:1 error: The file has more than 500000 characters.'],
  ])('is refused with its place: %#', (source, expected) => {
    expect(check(source)).toEqual([expected])
  })

  it('may start with a byte order mark', () => {
    expect(check(`\uFEFF${journeyWith('"wins": []')}`)).toEqual([])
  })
})

describe('keys', () => {
  it.each([
    [journeyWith('"win": []'), 'f:2:1 error win: Unknown key "win". Did you mean "wins"?'],
    [
      step('"titel": "S"'),
      'f:3:28 error guides[0].steps[0].titel: Unknown key "titel". Did you mean "title"?',
    ],
    [
      step('"advance": { "on": "click", "minLength": 3 }, "target": { "id": "t" }'),
      'f:3:56 error guides[0].steps[0].advance.minLength: Unknown key "minLength". Known here: on.',
    ],
    ['{ "format": 1, "locale": "en" }', 'f:1:1 error id: Missing key "id".'],
    [
      journeyWith('"wins": [], "wins": []'),
      'f:2:13 error wins: The key "wins" stands twice in this object. Keep one of them.',
    ],
    [
      journeyWith('"audiences": { "constructor": { "trait": "a" } }'),
      'f:2:16 error audiences.constructor: The key "constructor" is not allowed, because of what it means in JavaScript.',
    ],
    [
      journeyWith('"__proto__": {}'),
      'f:2:1 error __proto__: The key "__proto__" is not allowed, because of what it means in JavaScript.',
    ],
    [
      journeyWith('"audiences": { "Trial": { "trait": "plan" } }'),
      'f:2:16 error audiences.Trial: "Trial" does not fit as a key here: lower case letters, digits and single hyphens.',
    ],
    [
      journeyWith('"compiled": 1'),
      'f:2:1 error compiled: This is a compiled journey. Check the file that it was made from.',
    ],
  ])('are checked: %#', (source, expected) => {
    expect(check(source)).toEqual([expected])
  })
})

describe('values', () => {
  it.each([
    ['null', 'f:1:1 error: Expected an object, found null.'],
    [
      '{ "format": 2, "id": "a", "locale": "en" }',
      'f:1:13 error format: Unknown format 2. This release reads format 1. Update Firstwin to read a newer one.',
    ],
    [
      '{ "format": "1", "id": "a", "locale": "en" }',
      'f:1:13 error format: Unknown format "1". This release reads format 1. Write "format": 1.',
    ],
    [
      '{ "format": 1, "id": "Mail Tool", "locale": "en" }',
      'f:1:22 error id: "Mail Tool" does not fit: lower case letters, digits and single hyphens. Did you mean "mail-tool"?',
    ],
    [
      step('"route": "reports"'),
      'f:3:37 error guides[0].steps[0].route: "reports" does not fit: a route starts with one /, and has neither spaces nor backslashes nor //.',
    ],
    [
      step('"placement": "buttom"'),
      'f:3:41 error guides[0].steps[0].placement: Unknown value "buttom". Expected "top", "right", "bottom" or "left". Did you mean "bottom"?',
    ],
    [
      step('"body": 3'),
      'f:3:36 error guides[0].steps[0].body: Expected a string or an object, found a number.',
    ],
    [
      step('"body": { "en": ["x"] }'),
      'f:3:44 error guides[0].steps[0].body.en: Expected a string, found a list.',
    ],
    [
      step('"advance": "nxt"'),
      'f:3:39 error guides[0].steps[0].advance: Unknown value "nxt". Expected "next" or an object. Did you mean "next"?',
    ],
    [
      step('"advance": { "on": "clik" }'),
      'f:3:47 error guides[0].steps[0].advance.on: Unknown value "clik". Expected "click" or "input". Did you mean "click"?',
    ],
    [
      step('"target": { "xpath": "//a" }'),
      'f:3:40 error guides[0].steps[0].target.xpath: Unknown key "xpath". Expected "id", "role" or "css".',
    ],
    [
      step('"target": { "id": "a", "css": "b" }'),
      'f:3:51 error guides[0].steps[0].target.css: "css" cannot stand beside "id". Keep one of them.',
    ],
    [
      journeyWith('"messages": [{ "kind": "offr" }]'),
      'f:2:24 error messages[0].kind: Unknown kind "offr". Expected "confirmation", "community", "surprise", "announcement", "recognition" or "offer". Did you mean "offer"?',
    ],
    [
      field('"label": "F", "option": []'),
      'f:3:28 error setups[0].fields[0].option: Unknown key "option". Did you mean "options"?',
    ],
    [
      field('"label": "F", "options": []'),
      'f:3:39 error setups[0].fields[0].options: At least 1 item is needed.',
    ],
    [
      journeyWith('"pressure": { "gap": "30" }'),
      'f:2:22 error pressure.gap: "30" does not fit: a number and a unit: 30s, 10m, 2h, 7d or 1w.',
    ],
    [
      journeyWith('"pressure": { "perSession": 99 }'),
      'f:2:29 error pressure.perSession: Expected at most 20.',
    ],
  ])('are checked: %#', (source, expected) => {
    expect(check(source)).toEqual([expected])
  })
})

describe('conditions', () => {
  it.each([
    [
      '{ "evnt": "x" }',
      'f:3:3 error wins[0].when.evnt: Unknown condition "evnt". Did you mean "event"?',
    ],
    [
      '{ "all": [{ "any": [{ "evnt": "x" }] }] }',
      'f:3:23 error wins[0].when.all[0].any[0].evnt: Unknown condition "evnt". Did you mean "event"?',
    ],
    [
      '{ "event": "x", "atLest": 2 }',
      'f:3:17 error wins[0].when.atLest: Unknown key "atLest". Did you mean "atLeast"?',
    ],
    ['{ "atLeast": 2 }', 'f:3:1 error wins[0].when: Missing key: "trait" or "event".'],
    [
      '{}',
      'f:3:1 error wins[0].when: Missing key: "all", "any", "not", "trait", "event", "win", "guide", "route", "target", "since", "every" or "audience".',
    ],
    ['{ "every": "year" }', 'f:3:1 error wins[0].when.on: Missing key "on".'],
    [
      '{ "event": "x", "win": "w" }',
      'f:3:17 error wins[0].when.win: "win" cannot stand beside "event". Put each in an object of its own, in a list under "all" or "any".',
    ],
    ['"mail.sent"', 'f:3:1 error wins[0].when: Expected an object, found a string.'],
  ])('are checked: %s', (when, expected) => {
    expect(check(win(when))).toEqual([expected])
  })
})

describe('the rest of a journey', () => {
  it('is checked too where only a key is unknown', () => {
    const source = journeyWith(
      '"titel": "A",',
      '"wins": [{ "id": "w", "title": "W", "when": { "win": "w" } }]',
    )
    expect(check(source)).toEqual([
      expect.stringContaining('f:2:1 error titel: Unknown key "titel".'),
      'f:3:45 error wins[0].when: No event can reach this win: it needs itself.',
    ])
    expect(checkJourney(source).journey).toBeUndefined()
  })

  it('is reported in the order of the file, with at most 200 issues', () => {
    const keys = Array.from({ length: 300 }, (_, index) => `"k${index}": 1`).join(',\n')
    const { issues } = checkJourney(journeyWith(keys))
    expect(issues).toHaveLength(200)
    expect(issues.map(({ line }) => line)).toEqual(issues.map((_, index) => index + 2))
  })
})

describe('a suggestion', () => {
  it('is there for tools', () => {
    const [issue] = checkJourney(win('{ "evnt": "x" }')).issues
    expect(issue).toMatchObject({ code: 'unknown-condition', suggestion: 'event' })
  })

  it('is left out where nothing is near', () => {
    const [issue] = checkJourney(journeyWith('"xyzxyz": 1')).issues
    expect(issue).not.toHaveProperty('suggestion')
  })
})
