import type { Journey } from '@firstwin/schema'
import { tour } from './tour.ts'

const NEVER = { event: 'never' }

/** A journey with one of each kind. None comes by itself: a test asks for it, see `desk.ts`. */
export function everything(more: Partial<Journey> = {}): Journey {
  return tour({ start: 'on-request', more: { ...PARTS, ...more } })
}

export const PARTS = {
  wins: [
    { id: 'small-win', title: 'It works', when: { event: 'small' }, celebrate: 'small' },
    {
      id: 'big-win',
      title: 'The first mail is out',
      when: { event: 'big' },
      celebrate: { size: 'big', title: 'Hooray', body: 'Your first mail is **on its way**.' },
    },
    ...['pick', 'write', 'send'].map((id) => ({ id, title: id, when: { event: id } })),
  ],
  paths: [
    {
      id: 'way',
      title: 'Your first mail',
      body: 'Three small steps.',
      tasks: [
        { id: 'pick', title: 'Pick a template', body: 'Any will do.', minutes: 1, win: 'pick' },
        { id: 'write', title: 'Write it', minutes: 2, win: 'write' },
        { id: 'send', title: 'Send it', win: 'send' },
      ],
    },
  ],
  setups: [
    {
      id: 'setup',
      title: 'Set it up',
      body: 'Chosen for shops.',
      fields: [
        {
          id: 'template',
          label: 'Template',
          options: [
            { value: 'sale', label: 'Weekend sale' },
            { value: 'news', label: 'Newsletter' },
          ],
        },
        { id: 'hour', label: 'Send at (hour)', hint: 'From 0 to 23.', number: { min: 0, max: 23 } },
        { id: 'shop', label: 'Name of your shop', text: { maxLength: 80 } },
      ],
      apply: { event: 'set-up' },
    },
  ],
  messages: [
    {
      id: 'letter',
      kind: 'confirmation',
      when: NEVER,
      title: 'A good choice',
      body: 'We will get you to your first result.',
      signedBy: { name: 'Aoi Tanaka', role: 'Founder' },
      roadmap: true,
    },
    {
      id: 'news',
      kind: 'announcement',
      when: NEVER,
      title: 'Drafts are here',
      body: 'Mails keep themselves while you write.',
      link: { label: 'Try it', href: '/drafts' },
    },
  ],
  surveys: [
    {
      id: 'survey',
      when: NEVER,
      questions: [
        { id: 'nps', kind: 'nps', ask: 'Would you recommend us?' },
        { id: 'joy', kind: 'text', ask: 'What made you happiest?' },
      ],
    },
  ],
} as const satisfies Partial<Journey>
