import type { Action } from '@firstwin/engine'
import type {
  Confirmation,
  Message,
  Path,
  Question,
  Setup,
  Step,
  Survey,
  Task,
  Text,
  Win,
} from '@firstwin/schema'

/** What is to be drawn, as data. The joining code makes it, views draw it and send actions back. */
export interface Scene {
  readonly item: SceneItem | undefined
  /** A guide is; where there is no item its step waits for its target. */
  readonly isUnderWay: boolean
  /** The pill that opens the checklist; `undefined` where no path is shown to this user. */
  readonly launcher: PathScene | undefined
  /** What is said is said in it: the user's, where the journey speaks that. */
  readonly locale: string
  /** The journey's own, for texts that are not there in the other. */
  readonly fallbackLocale: string
  readonly traits: Readonly<Record<string, unknown>>
}

export type SceneItem =
  | StepScene
  | { kind: 'checklist'; progress: PathScene; praise: Win | undefined }
  | CelebrationScene
  /** `progress` is there when the letter has a road map and the user a path. */
  | { kind: 'letter'; message: Confirmation; progress: PathScene | undefined; date: number }
  | { kind: 'message'; message: Exclude<Message, Confirmation> }
  | { kind: 'survey'; survey: Survey; question: Question; index: number; of: number }
  | SetupScene

export interface StepScene {
  kind: 'step'
  /** Changes with each step, so that views know a new one from a redraw. */
  key: string
  step: Step
  /** `undefined`: stands in the middle. Otherwise connected and visible when the scene is made. */
  target: Element | undefined
  /** Counted from 0. */
  index: number
  of: number
  /** The step has been open for longer than `step.stuck.after`: its help is shown. */
  stuck: boolean
  /** The user asked for this guide: focus moves to the panel. Never true for one that came by itself. */
  requested: boolean
}

export interface CelebrationScene {
  kind: 'celebration'
  win: Win
  size: 'small' | 'big'
  /** Milliseconds from the start of the clock to the win. */
  ttvMs: number | undefined
  /** There is something the one button leads to, and what it says (our own word if absent). */
  next: { label?: Text | undefined } | undefined
  /** The guide under way could go on in its place. */
  isAwaited: boolean
}

export interface SetupScene {
  kind: 'setup'
  setup: Setup
  /** What stands in the fields first, by field id: recommended, else default, else nothing. */
  values: Readonly<Record<string, string | number>>
  /** The fields whose value is a recommendation. */
  recommended: readonly string[]
  /** The host's `apply` failed; the form stays, with what was typed. */
  failed: boolean
}

export interface PathScene {
  path: Path
  tasks: readonly TaskScene[]
  done: number
  of: number
  /** 0…1, above 0 from the start and never smaller than before. */
  fraction: number
}

export interface TaskScene {
  task: Task
  /** `next` is open with its button; a `closed` one waits for those before it. */
  status: 'done' | 'next' | 'closed'
}

/** Tokens of the look. Each value is checked by its type; a wrong one is ignored with a warning. */
export interface Theme {
  /** @default 'auto' — as the host page: its `color-scheme`, else how bright its background is. */
  scheme?: 'auto' | 'light' | 'dark'
  /** Any CSS colour. Text on it is chosen to be readable. */
  brand?: string
  /** A font stack. @default the host's body font */
  font?: string
  /** Corner radius of panels, in px. @default 12 */
  radius?: number
}

export interface ViewOptions {
  act: (action: Action) => void
  /** Opens a link of the host in the page: its router's navigate, or a real navigation. */
  follow: (href: string) => void
  /** Called once the view has drawn the scene's item and it can be seen. */
  onShown?: (item: SceneItem) => void
  now: () => number
  /** Hears of what went wrong in the view, which the page does not. */
  oops?: (error: unknown) => void
  /** The page was opened anew (`document.open`): no listener in it is left. */
  onDetached?: () => void
  theme: Theme
  /** Mounted here instead of at the end of the root element. */
  container?: Element | undefined
}

/** What a view chunk gives to the code that decides. */
export interface View {
  draw: (scene: Scene) => void
  setTheme: (theme: Theme) => void
  /** Fetches the parts that this kind needs, so that it appears at once when its time comes. */
  prefetch: (kind: SceneItem['kind']) => void
  /** Takes everything off the page. Calling it twice is safe. */
  remove: () => void
}

export type CreateView = (options: ViewOptions) => View
