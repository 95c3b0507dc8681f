/** When the user of the tests signed their contract. */
export const CONTRACT = '2026-11-20T00:00:00.000Z'

/** For tests: three tasks, a guide, a setup, no audience. Each key may be replaced. */
export function smallJourney(more: Readonly<Record<string, unknown>> = {}) {
  return { ...base, ...more }
}

const base = {
  format: 1,
  id: 'shop',
  locale: 'en',
  clock: { start: { trait: 'contractedAt' }, fallback: 'first-seen' },
  wins: [
    { id: 'picked', title: 'A template is there', when: { event: 'template.applied' } },
    { id: 'seen', tier: 'aha', title: 'You saw it', when: { event: 'preview.opened' } },
    {
      id: 'sent',
      tier: 'first-strike',
      title: 'Your first mail is out',
      when: { event: 'mail.sent' },
      celebrate: 'big',
    },
  ],
  paths: [
    {
      id: 'first-mail',
      title: 'Send your first mail',
      order: 'any',
      tasks: [
        { id: 'pick', title: 'Choose one', win: 'picked', setup: 'template' },
        { id: 'look', title: 'Look at it', win: 'seen' },
        { id: 'send', title: 'Send it', win: 'sent', guide: 'sending' },
      ],
    },
  ],
  guides: [
    {
      id: 'sending',
      title: 'Sending',
      start: 'on-request',
      steps: [
        { id: 'subject', target: { id: 'subject' }, title: 'Give it a subject' },
        { id: 'press', target: { id: 'send' }, title: 'Press here', advance: { on: 'click' } },
      ],
    },
  ],
  setups: [
    {
      id: 'template',
      title: 'Pick a template',
      fields: [{ id: 'hour', label: 'Hour', number: { min: 0, max: 23 }, default: 10 }],
      apply: { event: 'template.applied' },
    },
  ],
}
