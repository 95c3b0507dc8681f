import type { Engine } from '../test.ts'

/** A finding that is known and right as it is. */
export interface Exception {
  judge: 'axe' | 'ibm'
  rule: string
  /** Of the element: a part of its markup. */
  markup: RegExp
  /** The engines that find it; all of them if left out. */
  engines?: readonly Engine[]
  reason: string
}

/** The run fails where one of these is no longer needed. */
export const EXCEPTIONS: readonly Exception[] = []
