import type { Locator, Page } from '@playwright/test'
import { expect } from '../test.ts'

/** What a journey of `everything()` can show, besides the launcher. */
export const KINDS = [
  'step',
  'checklist',
  'letter',
  'setup',
  'survey',
  'news',
  'card',
  'toast',
] as const

export type Kind = (typeof KINDS)[number]

/** How each is asked for by the host, and what it is called. */
const ASKED: Readonly<Record<Kind, { call: readonly [string, ...unknown[]]; name: string }>> = {
  step: { call: ['start', 'tour'], name: 'One' },
  checklist: { call: ['open'], name: 'Your first mail' },
  letter: { call: ['start', 'letter'], name: 'A good choice' },
  setup: { call: ['start', 'setup'], name: 'Set it up' },
  survey: { call: ['start', 'survey'], name: 'Would you recommend us?' },
  news: { call: ['start', 'news'], name: 'Drafts are here' },
  card: { call: ['track', 'big'], name: 'Hooray' },
  toast: { call: ['track', 'small'], name: 'It works' },
}

/** Shows things of the journey as a host does: by a call. */
export interface Desk {
  /** Calls a method of `firstwin`. */
  call: (method: string, ...args: readonly unknown[]) => Promise<void>
  /** The panel of this kind. */
  panel: (kind: Kind) => Locator
  show: (kind: Kind) => Promise<void>
  /** Presses its Close. */
  close: (kind: Kind) => Promise<void>
  launcher: Locator
  /** Shows one after the other, and does this with each. */
  each: (kinds: readonly Kind[], look: (kind: Kind) => Promise<void>) => Promise<void>
}

type Api = Record<string, (...args: readonly unknown[]) => void>

export function createDesk(page: Page): Desk {
  const panel = (kind: Kind): Locator =>
    kind === 'toast'
      ? page.locator('.toast')
      : page.getByRole('dialog', { name: ASKED[kind].name, exact: true })
  const call: Desk['call'] = (method, ...args) =>
    page.evaluate(
      ([name, list]) => {
        const { firstwin } = globalThis as unknown as { firstwin: Api }
        firstwin[name]?.(...list)
      },
      [method, args] as const,
    )
  const show: Desk['show'] = async (kind) => {
    await call(...ASKED[kind].call)
    await expect(panel(kind)).toBeVisible()
  }
  const close: Desk['close'] = async (kind) => {
    await panel(kind).getByRole('button', { name: 'Close', exact: true }).click()
    await expect(panel(kind)).toBeHidden()
  }

  return {
    call,
    panel,
    show,
    close,
    launcher: page.locator('.launcher'),
    async each(kinds, look) {
      for (const kind of kinds) {
        await show(kind)
        await look(kind)
        await close(kind)
      }
    },
  }
}
