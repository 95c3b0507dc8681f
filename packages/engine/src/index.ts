export type { Action, Shown } from './shown.ts'
