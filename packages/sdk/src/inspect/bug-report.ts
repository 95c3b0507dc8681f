import type { Sight } from './sight.ts'

/** Everything that the inspector knows, for a bug report. It holds the user's id and traits. */
export function toBugReport(sight: Sight): string {
  const { journey, latest, facts, user, desk, locale, entries, explain } = sight
  const { isVisible: _, ...judgedBy } = facts
  const report = {
    firstwin: __VERSION__,
    journey: journey.id,
    browser: navigator.userAgent,
    viewport: { width: innerWidth, height: innerHeight, devicePixelRatio },
    locale,
    user,
    facts: judgedBy,
    clockMovedMs: desk.movedMs,
    state: latest.state,
    shown: latest.view?.shown,
    explanations: explain(),
    signals: entries,
  }
  return JSON.stringify(report, undefined, 2)
}
