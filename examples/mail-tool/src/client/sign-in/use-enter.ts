import type { Snapshot } from '../../model/snapshot.ts'
import { useApp } from '../app-context.ts'
import { focusMain } from '../focus-main.ts'
import { onboarding } from '../onboarding.ts'

/** What follows a sign-in: the onboarding learns who it is, and the first page opens. */
export function useEnter(): (snapshot: Snapshot) => void {
  const { router } = useApp()
  return (snapshot) => {
    onboarding.signedIn(snapshot)
    void onboarding.tellSends(() => snapshot)
    focusMain()
    if (location.pathname === '/sign-in') router.navigate('/')
  }
}
