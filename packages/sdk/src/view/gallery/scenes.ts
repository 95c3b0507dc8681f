import type { PathScene, Scene, SceneItem, TaskScene } from '../../scene.ts'
import { letter, path, poster, setup, smallWin, survey, template, win } from './journey-parts.ts'
import { messageScenes } from './message-scenes.ts'
import { createStepScenes } from './step-scenes.ts'

const DAY_MS = 86_400_000
export const NOW = Date.UTC(2026, 10, 22, 3)
/** A picture of this origin, wherever the page is served. */
const FACE = new URL('face.png', location.href).pathname

export function progressOf(...statuses: TaskScene['status'][]): PathScene {
  const tasks = path.tasks.map((task, index) => ({ task, status: statuses[index] ?? 'closed' }))
  const done = tasks.filter(({ status }) => status === 'done').length
  return { path, tasks, done, of: tasks.length, fraction: Math.max(0.08, done / tasks.length) }
}

function question(index: number) {
  const found = survey.questions[index]
  if (!found) throw new RangeError(`The survey has no question ${index}.`)
  return { kind: 'survey', survey, question: found, index, of: survey.questions.length } as const
}

const started = progressOf('done', 'next', 'closed')
const filmed = {
  ...started,
  tasks: started.tasks.map((scene) => ({ ...scene, task: { ...scene.task, video: poster } })),
}

const otherScenes = {
  checklist: { kind: 'checklist', progress: started, praise: undefined },
  'checklist-praise': { kind: 'checklist', progress: started, praise: smallWin },
  'checklist-any': {
    kind: 'checklist',
    progress: progressOf('next', 'next', 'done'),
    praise: undefined,
  },
  'checklist-finished': {
    kind: 'checklist',
    progress: progressOf('done', 'done', 'done'),
    praise: undefined,
  },
  'checklist-poster': { kind: 'checklist', progress: filmed, praise: undefined },
  letter: { kind: 'letter', message: letter, progress: started, date: NOW },
  'letter-pictures': {
    kind: 'letter',
    message: { ...letter, signedBy: { ...letter.signedBy, portrait: FACE, signature: FACE } },
    progress: progressOf('done', 'done', 'done'),
    date: NOW,
  },
  'letter-alone': { kind: 'letter', message: letter, progress: undefined, date: NOW },
  toast: {
    kind: 'celebration',
    win: smallWin,
    size: 'small',
    ttvMs: 6 * 60_000,
    next: undefined,
    isAwaited: false,
  },
  'toast-next': {
    kind: 'celebration',
    win,
    size: 'small',
    ttvMs: 6 * 60_000,
    next: { label: undefined },
    isAwaited: false,
  },
  celebration: {
    kind: 'celebration',
    win,
    size: 'big',
    ttvMs: 6 * 60_000,
    next: { label: undefined },
    isAwaited: false,
  },
  'celebration-plain': {
    kind: 'celebration',
    win: { ...win, celebrate: 'big' },
    size: 'big',
    ttvMs: 9 * DAY_MS,
    next: undefined,
    isAwaited: false,
  },
  setup: {
    kind: 'setup',
    setup,
    values: { template: 'sale', sendHour: 10 },
    recommended: ['template'],
    failed: false,
  },
  'setup-failed': {
    kind: 'setup',
    setup,
    values: { template: 'sale', sendHour: 10, shopName: 'Komorebi' },
    recommended: ['template', 'sendHour'],
    failed: true,
  },
  'setup-without-hour': {
    kind: 'setup',
    setup,
    values: { template: 'sale' },
    recommended: ['template'],
    failed: false,
  },
  'setup-list': {
    kind: 'setup',
    setup: { ...setup, fields: [template] },
    values: {},
    recommended: [],
    failed: false,
  },
  'survey-nps': question(0),
  'survey-choice': question(1),
  'survey-text': question(2),
} as const satisfies Record<string, SceneItem>

/**
 * Everything that can be shown, by name, for looking at and for tests.
 *
 * @param find Gives the element of the page that a step points at, by its id or name.
 */
export function createScenes(find: (name: string) => Element | undefined) {
  return { ...createStepScenes(find), ...otherScenes, ...messageScenes }
}

export function sceneOf(item: SceneItem | undefined, more: Partial<Scene> = {}): Scene {
  return {
    item,
    isUnderWay: item?.kind === 'step',
    launcher: progressOf('done', 'next', 'closed'),
    locale: 'en',
    fallbackLocale: 'en',
    traits: { name: 'Hana', mailsSent: 1200 },
    ...more,
  }
}
