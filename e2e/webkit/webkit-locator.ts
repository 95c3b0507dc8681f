import { createElementActs, type ElementActs } from './element-acts.ts'
import { toWanted, type Part } from './part.ts'
import type { Session } from './session.ts'

interface RoleOptions {
  name?: string | RegExp
  exact?: boolean
  level?: number
}

interface TextOptions {
  exact?: boolean
}

type ByText = (text: string | RegExp, options?: TextOptions) => WebKitLocator

/** What can be looked up on a page, and below what was found. As in Playwright. */
export interface Lookup {
  locator: (selector: string, options?: { hasText?: string | RegExp }) => WebKitLocator
  getByRole: (role: string, options?: RoleOptions) => WebKitLocator
  getByText: ByText
  getByLabel: ByText
  getByPlaceholder: ByText
  getByTestId: (id: string) => WebKitLocator
}

export interface WebKitLocator extends Lookup, ElementActs {
  readonly session: Session
  readonly parts: readonly Part[]
  filter: (options: { hasText: string | RegExp }) => WebKitLocator
  nth: (index: number) => WebKitLocator
  first: () => WebKitLocator
  last: () => WebKitLocator
}

/** @param parts what was looked up before; none on a page */
export function createLookup(session: Session, parts: readonly Part[]): Lookup {
  const below = (part: Part): WebKitLocator => createLocator(session, [...parts, part])
  const byText =
    (by: 'text' | 'label' | 'placeholder'): ByText =>
    (text, { exact } = {}) =>
      below({ by, wanted: toWanted(text, exact) })

  return {
    locator: (selector, { hasText } = {}) => {
      const found = below({ by: 'css', selector })
      return hasText === undefined ? found : found.filter({ hasText })
    },
    getByRole: (role, { name, exact, level } = {}) =>
      below({
        by: 'role',
        role,
        ...(name === undefined ? {} : { name: toWanted(name, exact) }),
        ...(level === undefined ? {} : { level }),
      }),
    getByText: byText('text'),
    getByLabel: byText('label'),
    getByPlaceholder: byText('placeholder'),
    getByTestId: (id) => below({ by: 'testId', id }),
  }
}

function createLocator(session: Session, parts: readonly Part[]): WebKitLocator {
  const narrowed = (part: Part): WebKitLocator => createLocator(session, [...parts, part])
  return {
    session,
    parts,
    ...createLookup(session, parts),
    ...createElementActs(session, parts),
    filter: ({ hasText }) => narrowed({ by: 'hasText', wanted: toWanted(hasText) }),
    nth: (index) => narrowed({ by: 'nth', index }),
    first: () => narrowed({ by: 'nth', index: 0 }),
    last: () => narrowed({ by: 'nth', index: -1 }),
  }
}
