export const TABS = ['path', 'why', 'signals', 'user', 'act'] as const

export type TabName = (typeof TABS)[number]

/** How the inspector stands in this browser tab; kept until that is closed. */
export interface Desk {
  /** It opens on the next page too. */
  isOpen: boolean
  tab: TabName
  /** Of the page: where lines start, or where they end. */
  side: 'start' | 'end'
  isFolded: boolean
  /** How far the clock of the rules is ahead of the host's, in milliseconds. */
  movedMs: number
  /** The developer did something here, so reports are no longer those of a user. */
  hasActed: boolean
}

const FRESH: Desk = {
  isOpen: true,
  tab: 'path',
  side: 'start',
  isFolded: false,
  movedMs: 0,
  hasActed: false,
}

/** Anybody can write into the storage of a tab: what does not fit is as at first. */
export function readDesk(text: string | undefined): Desk {
  const { tab, side, isFolded, movedMs, hasActed } = parse(text)
  return {
    isOpen: true,
    tab: TABS.find((one) => one === tab) ?? FRESH.tab,
    side: side === 'end' ? side : FRESH.side,
    isFolded: isFolded === true,
    movedMs: typeof movedMs === 'number' && movedMs > 0 ? movedMs : 0,
    hasActed: hasActed === true,
  }
}

function parse(text: string | undefined): { readonly [Key in keyof Desk]?: unknown } {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value ? value : {}
  } catch {
    return {}
  }
}

/** What stays of it once it was closed: with it the clock goes back, and reports are users' again. */
export function closedDesk(desk: Desk): Desk {
  return { ...desk, isOpen: false, isFolded: false, movedMs: 0, hasActed: false }
}
