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
export const EXCEPTIONS: readonly Exception[] = [
  {
    judge: 'ibm',
    rule: 'element_tabbable_role_valid',
    markup: /class="body"/,
    engines: ['chromium'],
    reason:
      'What scrolls must be reached by the keyboard, which axe asks for (scrollable-region-focusable) ' +
      'and not every browser sees to by itself. It has no role because it is no control.',
  },
]
