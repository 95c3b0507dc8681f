/** A state of a scene of the gallery that the user brings about. */
export interface State {
  scene: string
  /** Clicked in our shadow root, one after the other. */
  click?: readonly string[]
  /** There when the state is reached. */
  awaits?: string
}

/** What scenes alone do not show: the rest of the states is every scene as it appears. */
export const STATES: Readonly<Record<string, State>> = {
  launcher: { scene: '', awaits: '.launcher' },
  'checklist, another task unfolded': {
    scene: 'checklist-any',
    click: ['li:nth-child(2) summary'],
    awaits: 'li:nth-child(2) [open]',
  },
  'checklist, the film plays': { scene: 'checklist', click: ['.film'], awaits: 'video' },
  'setup, a number missing': {
    scene: 'setup-without-hour',
    click: ['[type=submit]'],
    awaits: '.error:not(:empty)',
  },
  'setup, nothing chosen': {
    scene: 'setup-list',
    click: ['[type=submit]'],
    awaits: '.error:not(:empty)',
  },
  'score chosen': { scene: 'survey-nps', click: ['[value="9"]'], awaits: ':checked' },
  'no score chosen': {
    scene: 'survey-nps',
    click: ['[type=submit]'],
    awaits: '.error:not(:empty)',
  },
  'no choice made': {
    scene: 'survey-choice',
    click: ['[type=submit]'],
    awaits: '.error:not(:empty)',
  },
  'no words written': {
    scene: 'survey-text',
    click: ['[type=submit]'],
    awaits: '.error:not(:empty)',
  },
}
