import type { Locale } from '../model/locale.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { post } from './post.ts'

/** The methods of Firstwin that we use. The script tag in the page's head provides them. */
interface Firstwin {
  init: (hooks: OnboardingHooks) => void
  identify: (userId: string, traits: object) => void
  group: (accountId: string, traits: object) => void
  track: (event: string, properties?: object) => void
  page: () => void
  open: () => void
  reset: () => void
  setLocale: (locale: Locale) => void
  setTheme: (theme: { brand: string }) => void
}

declare global {
  interface Window {
    firstwin: Firstwin
  }
}

export interface OnboardingHooks {
  navigate: (href: string) => void
  apply: (setup: string, values: Readonly<Record<string, unknown>>) => Promise<void>
  now: () => number
  locale: Locale
}

/** All that the product tells its onboarding. Nothing else in the product knows of it. */
export const onboarding = {
  start(hooks: OnboardingHooks): void {
    window.firstwin.init(hooks)
    onboarding.matchColours()
  },

  signedIn({ user, company }: Snapshot): void {
    const { plan, industry, mailsSent } = company
    const contractedAt = new Date(company.contractedAt).toISOString()
    const { name, role } = user
    window.firstwin.identify(user.id, { name, role, plan, industry, contractedAt, mailsSent })
    window.firstwin.group(company.id, { name: company.name, plan, industry, contractedAt })
  },

  signedOut: (): void => window.firstwin.reset(),

  /** Not for a template that a setup applied: Firstwin notices that one itself. */
  templateApplied: (template: string): void =>
    window.firstwin.track('template.applied', { template }),

  previewOpened: (): void => window.firstwin.track('preview.opened'),

  /** One fact for each campaign that has gone out and was not told before, on any page. */
  async tellSends(refreshed: () => Snapshot | undefined): Promise<void> {
    const outcome = await post<{ campaignIds: string[] }>('/api/sends/take')
    const snapshot = refreshed()
    if (!outcome.ok || !snapshot || outcome.value.campaignIds.length === 0) return
    outcome.value.campaignIds.forEach(() => window.firstwin.track('mail.sent'))
    onboarding.signedIn(snapshot)
  },

  openChecklist: (): void => window.firstwin.open(),

  speak: (locale: Locale): void => window.firstwin.setLocale(locale),

  /** The demo's clock was moved: what hangs on time is to be judged again. */
  timeMoved: (): void => window.firstwin.page(),

  /** Called again when the page changes between light and dark. */
  matchColours(): void {
    const { accentColor } = getComputedStyle(document.documentElement)
    if (accentColor !== 'auto') window.firstwin.setTheme({ brand: accentColor })
  },
}
