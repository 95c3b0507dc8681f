import { describe, expect, it } from 'vitest'
import { checkJourney } from './check-journey.ts'

const sent = { event: 'mail.sent' }

function winOf(id: string, when: unknown, rest: object = {}) {
  return { id, title: id, when, ...rest }
}

function guideOf(id: string, rest: object = {}) {
  return { id, title: id, start: { route: '/' }, steps: [{ id: 's', title: 'S' }], ...rest }
}

function check(parts: object): readonly string[] {
  const { issues } = checkJourney(JSON.stringify({ format: 1, id: 'j', locale: 'en', ...parts }))
  return issues.map(({ severity, path, message }) => `${severity} ${path}: ${message}`)
}

describe('ids', () => {
  it('are unique within their kind', () => {
    expect(check({ guides: [guideOf('a'), guideOf('a')], wins: [winOf('a', sent)] })).toEqual([
      'error guides[1].id: The id "a" is taken by another guide. Ids name what is stored about a user, so each needs its own.',
    ])
  })

  it.each([
    [
      {
        guides: [
          guideOf('g', {
            steps: [
              { id: 's', title: 'S' },
              { id: 's', title: 'S' },
            ],
          }),
        ],
      },
      'guides[0].steps[1].id',
    ],
    [
      {
        surveys: [
          {
            id: 's',
            when: sent,
            questions: [
              { id: 'q', kind: 'nps', ask: 'A' },
              { id: 'q', kind: 'text', ask: 'A' },
            ],
          },
        ],
      },
      'surveys[0].questions[1].id',
    ],
    [
      {
        setups: [
          {
            id: 's',
            title: 'S',
            apply: sent,
            fields: [
              {
                id: 'f',
                label: 'F',
                options: [
                  { value: 'a', label: 'A' },
                  { value: 'a', label: 'A' },
                ],
              },
              { id: 'g', label: 'F', number: {} },
            ],
          },
        ],
      },
      'setups[0].fields[0].options[1].value',
    ],
  ])('are unique within what they belong to: %#', (parts, path) => {
    expect(check(parts)).toEqual([expect.stringContaining(`error ${path}: The `)])
  })
})

describe('references', () => {
  it.each([
    [
      {
        wins: [winOf('first-mail', sent)],
        paths: [{ id: 'p', title: 'P', tasks: [{ id: 't', title: 'T', win: 'first-mial' }] }],
      },
      'error paths[0].tasks[0].win: There is no win "first-mial". Did you mean "first-mail"?',
    ],
    [
      { wins: [winOf('w', sent, { celebrate: { size: 'big', next: { survey: 'nps' } } })] },
      'error wins[0].celebrate.next.survey: There is no survey "nps". Add it, or name another one.',
    ],
    [
      { guides: [guideOf('g', { audience: 'trials' })], audiences: { trial: { trait: 'plan' } } },
      'error guides[0].audience: There is no audience "trials". Did you mean "trial"?',
    ],
    [
      { wins: [winOf('w', { all: [sent, { win: 'x' }] })] },
      'error wins[0].when.all[1].win: There is no win "x". Add it, or name another one.',
    ],
    [
      { guides: [guideOf('g', { start: { not: { guide: 'h' } } })] },
      'error guides[0].start.not.guide: There is no guide "h". Add it, or name another one.',
    ],
  ])('lead to something: %#', (parts, expected) => {
    expect(check(parts)).toContain(expected)
  })

  it('are not looked for in the words of users', () => {
    expect(check({ wins: [winOf('w', sent, { title: { en: 'A', win: 'x' } })] })).toEqual([])
  })

  it('of audiences do not lead back', () => {
    const audiences = {
      a: { not: { audience: 'b' } },
      b: { any: [{ audience: 'a' }] },
      c: { audience: 'a' },
    }
    expect(check({ audiences })).toEqual([
      'error audiences.a: The audience "a" refers to itself. Write its condition out.',
      'error audiences.b: The audience "b" refers to itself. Write its condition out.',
    ])
  })
})

describe('a win that no event can reach', () => {
  const noEvent = 'it waits for no event that the product tracks. Add a condition on an event'
  it.each<[unknown, string]>([
    [{ trait: 'plan', is: 'paid' }, noEvent],
    [{ guide: 'g' }, noEvent],
    [{ not: sent }, noEvent],
    [{ audience: 'paying' }, noEvent],
    [{ any: [{ route: '/a' }, { since: 'start', moreThan: '7d' }] }, noEvent],
    [{ win: 'w' }, 'it needs itself'],
    [{ all: [sent, { win: 'w' }] }, 'it needs itself'],
    [
      { all: [sent, { audience: 'nobody' }] },
      'it needs the audience "nobody", which nobody can be in',
    ],
    [{ event: 'a', within: '0s' }, 'nothing happens within 0s'],
    [
      { all: [sent, { trait: 'mails', atLeast: 5, atMost: 4 }] },
      '"mails" cannot be at least 5 and at most 4',
    ],
    [
      { all: [sent, { since: 'start', moreThan: '1w', lessThan: '7d' }] },
      'a time cannot be more than 1w and less than 7d ago',
    ],
  ])('is an error: %j', (when, reason) => {
    const audiences = {
      paying: { trait: 'plan', is: 'paid' },
      nobody: { trait: 'mails', atLeast: 5, atMost: 4 },
    }
    expect(check({ audiences, guides: [guideOf('g')], wins: [winOf('w', when)] })).toEqual([
      `error wins[0].when: No event can reach this win: ${reason}.`,
    ])
  })

  it('names the win that stands in the way', () => {
    const wins = [
      winOf('a', { win: 'b' }),
      winOf('b', { all: [sent, { win: 'a' }] }),
      winOf('c', { win: 'a' }),
    ]
    expect(check({ wins })).toEqual([
      'error wins[0].when: No event can reach this win: it needs the win "b", which needs it in turn.',
      'error wins[1].when: No event can reach this win: it needs the win "a", which needs it in turn.',
      'error wins[2].when: No event can reach this win: it needs the win "a", which no event can reach.',
    ])
  })

  it.each<[unknown]>([
    [sent],
    [{ all: [{ trait: 'plan' }, { not: { win: 'w' } }, sent] }],
    [{ any: [{ win: 'w' }, sent] }],
    [{ win: 'v' }],
    [{ audience: 'senders' }],
    [{ all: [sent, { win: 'v', reached: false }] }],
  ])('is none of these: %j', (when) => {
    const audiences = { senders: { any: [{ win: 'v' }, { trait: 'plan' }] } }
    expect(check({ audiences, wins: [winOf('w', when), winOf('v', sent)] })).toEqual([])
  })
})

describe('links', () => {
  const message = (href: string) => ({
    messages: [{ id: 'm', kind: 'surprise', when: sent, title: 'T', link: { label: 'L', href } }],
  })

  it.each(['/reports?a=1#b', 'https://example.com/a', 'mailto:a@b.example', 'tel:+8130000'])(
    'may go to %s',
    (href) => {
      expect(check(message(href))).toEqual([])
    },
  )

  it.each([
    'javascript:alert(1)',
    '//evil.example',
    'reports',
    'https://a@b.example',
    'data:text/html,a',
    '/a\\b',
  ])('may not go to %s', (href) => {
    expect(check(message(href))).toEqual([
      `error messages[0].link.href: ${JSON.stringify(href)} is not shown as a link. Use a route (/reports), https, mailto or tel.`,
    ])
  })

  it('in texts are checked as well, and should be encrypted', () => {
    const title = { en: 'See **[this](http://a.example)**', ja: '[これ](javascript:a)' }
    expect(check({ guides: [guideOf('g', { title })] })).toEqual([
      'warning guides[0].title.en: "http://a.example" is not encrypted, and browsers block it or warn. Use https.',
      'error guides[0].title.ja: "javascript:a" is not shown as a link. Use a route (/reports), https, mailto or tel.',
    ])
  })
})

it.each([
  '[value^=a]',
  'form > [href*=token]',
  'my-app >>> [content]',
  'a:has(b)',
  ':is(a, :is(b))',
  '* ~ * ~ *',
])('refuses the selector %s, by which a page could be read or made slow', (css) => {
  for (const target of [{ css }, { id: 'a', within: { shadow: css } }]) {
    const guides = [guideOf('g', { steps: [{ id: 's', title: 'S', target }] })]
    expect(check({ guides })).toEqual([
      expect.stringMatching(/^error guides\[0\]\.steps\[0\]\.target.*could read/),
    ])
  }
})
