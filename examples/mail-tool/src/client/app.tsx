import type { VNode } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { PageStart } from '../model/snapshot.ts'
import { AppContext, type App } from './app-context.ts'
import { useCell } from './cell.ts'
import { onboarding } from './onboarding.ts'
import { pageFor } from './page-for.tsx'
import { Shell } from './shell/shell.tsx'
import { SignInPage } from './sign-in/sign-in-page.tsx'

interface AppRootProps extends Pick<App, 'router' | 'clock' | 'product'> {
  start: PageStart
}

/** The whole product: the sign-in page, or the page of the path in its frame. */
export function AppRoot({ start, router, clock, product }: AppRootProps): VNode {
  const snapshot = useCell(product.snapshot)
  const path = useCell(router.path)
  const [visitorLocale, setLocale] = useState(start.locale)
  const locale = snapshot?.user.locale ?? visitorLocale
  const app = useMemo(
    () => ({ router, clock, product, locale, setLocale }),
    [router, clock, product, locale],
  )
  const scheme = snapshot?.user.scheme ?? 'auto'

  useEffect(() => {
    document.documentElement.lang = locale
    onboarding.speak(locale)
  }, [locale])

  useEffect(() => {
    document.documentElement.dataset['scheme'] = scheme
    onboarding.matchColours()
  }, [scheme])

  return (
    <AppContext.Provider value={app}>
      {snapshot ? <Shell path={path}>{pageFor(path)}</Shell> : <SignInPage />}
    </AppContext.Provider>
  )
}
