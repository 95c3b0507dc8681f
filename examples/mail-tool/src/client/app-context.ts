import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Locale } from '../model/locale.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { useCell } from './cell.ts'
import type { PageClock } from './page-clock.ts'
import type { Product } from './product.ts'
import type { Router } from './router.ts'

export interface App {
  router: Router
  product: Product
  clock: PageClock
  locale: Locale
  setLocale: (locale: Locale) => void
}

export const AppContext = createContext<App | undefined>(undefined)

export function useApp(): App {
  const app = useContext(AppContext)
  if (!app) throw new Error('There is no App around this component.')
  return app
}

/** What the signed-in user sees. Pages for which nobody need be signed in must not ask. */
export function useSnapshot(): Snapshot {
  const snapshot = useCell(useApp().product.snapshot)
  if (!snapshot) throw new Error('Nobody is signed in.')
  return snapshot
}
