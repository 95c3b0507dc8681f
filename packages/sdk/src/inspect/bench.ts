import type { Outcome } from '@firstwin/engine'
import type { explain as Explain } from '@firstwin/engine/explain'
import { guard } from '../host/guard.ts'
import type { Heard } from '../runner.ts'
import { toBugReport } from './bug-report.ts'
import { readDesk } from './desk.ts'
import { INSPECTOR_KEY, type DoorOptions } from './door.ts'
import type { Deeds, InspectProps, Sight } from './sight.ts'
import { toShownText } from './to-text.ts'
import { logTurn } from './turn-log.ts'
import { watchTurns } from './watch-turns.ts'
import type { InspectWords } from './words/inspect-words.ts'
import { loadInspectWords } from './words/load-inspect-words.ts'

export interface BenchOptions extends DoorOptions {
  /** Until the page changes its locale. */
  words: InspectWords
  explain: typeof Explain
  close: () => void
  draw: () => void
  /** Puts the focus on what is there, after what had it has gone. */
  focus: () => void
}

/** What is seen and done while the inspector is open. */
export interface Bench {
  /** What is to be drawn; `undefined` before the first turn. */
  props: () => InspectProps | undefined
  /** Has everything judged anew. */
  check: () => void
}

type Kept = Pick<
  Sight,
  'words' | 'desk' | 'entries' | 'isPaused' | 'filter' | 'isAsking' | 'notice' | 'copyText'
> & { latest: Outcome | undefined }

export function createBench(options: BenchOptions): Bench {
  const { parts, runner, lifetime, draw } = options
  const { sessions, oops } = parts
  let locale = parts.locale()
  const kept: Kept = {
    words: options.words,
    desk: readDesk(sessions.get(INSPECTOR_KEY)),
    latest: undefined,
    entries: [],
    isPaused: false,
    filter: '',
    isAsking: false,
    notice: '',
    copyText: undefined,
  }
  const check = (): void => runner.signal({ type: 'check' })

  function change(more: Partial<Kept>): void {
    Object.assign(kept, more)
    if (lifetime.aborted) return
    sessions.set(INSPECTOR_KEY, JSON.stringify(kept.desk))
    draw()
  }

  function hear(outcome: Outcome, heard: Heard): void {
    const before = toShownText(kept.latest?.view?.shown)
    const turn = { outcome, heard, now: runner.ports.facts(heard.at).now, before }
    const entries = kept.isPaused ? kept.entries : logTurn(kept.entries, turn)
    change({ latest: outcome, entries })
    if (locale === parts.locale()) return
    locale = parts.locale()
    loadInspectWords(locale).then((words) => change({ words }), oops)
  }

  const mark = (): object | undefined => {
    const { hasActed, movedMs } = kept.desk
    return hasActed ? { inspected: true, ...(movedMs > 0 && { clockMovedMs: movedMs }) } : undefined
  }
  watchTurns(
    runner.ports,
    { movedMs: () => kept.desk.movedMs, mark, hear: guard(hear, oops) },
    lifetime,
  )
  change({})

  const props = (): InspectProps | undefined => {
    const { latest } = kept
    return latest && { sight: look(options, { ...kept, latest }), deeds }
  }
  const deeds = createDeeds(options, { kept, change, check, props })
  return { check, props }
}

function look(options: BenchOptions, kept: Omit<Kept, 'latest'> & { latest: Outcome }): Sight {
  const { parts, runner, journey } = options
  const facts = runner.ports.facts()
  const { identity } = parts
  return {
    ...kept,
    journey,
    facts,
    locale: parts.locale(),
    user: {
      id: identity.userId(),
      account: identity.groupId(),
      isGranted: parts.isGranted(),
    },
    explain: () => options.explain(kept.latest.state, { journey, facts }),
  }
}

interface Tools {
  kept: Kept
  change: (more: Partial<Kept>) => void
  check: () => void
  props: Bench['props']
}

function createDeeds(options: BenchOptions, { kept, change, check, props }: Tools): Deeds {
  const { parts, runner, focus } = options

  /** From here on what is reported is not the user's alone. */
  function act(more: Partial<Kept> = {}): void {
    change({
      notice: '',
      isAsking: false,
      ...more,
      desk: { ...kept.desk, ...more.desk, hasActed: true },
    })
  }

  return {
    close: options.close,
    place(more) {
      change({ desk: { ...kept.desk, ...more } })
      if ('isFolded' in more) queueMicrotask(() => queueMicrotask(focus))
    },
    choose: (tab) => change({ desk: { ...kept.desk, tab }, notice: '', isAsking: false }),
    filter: (filter) => change({ filter }),
    pause: () => change({ isPaused: !kept.isPaused }),
    clear: () => change({ entries: [] }),
    jump(id, step) {
      act()
      runner.signal({ type: 'start', id, step })
    },
    begin(task) {
      act()
      runner.signal({ type: 'act', action: { do: 'begin', task } })
    },
    move(ms) {
      const movedMs = ms === undefined ? 0 : kept.desk.movedMs + ms
      act({ desk: { ...kept.desk, movedMs } })
      check()
    },
    ask: (isAsking) => change({ isAsking, notice: '' }),
    reset() {
      const userId = parts.identity.userId()
      runner.forget(userId)
      runner.become(userId)
      act({ notice: kept.words.wasReset })
      check()
    },
    copy() {
      const sight = props()?.sight
      const text = sight ? toBugReport(sight) : ''
      // Not there where the page is not secure.
      const copied = navigator.clipboard?.writeText(text) ?? Promise.reject()
      copied.then(
        () => change({ notice: kept.words.copied, copyText: undefined }),
        () => change({ notice: kept.words.notCopied, copyText: text }),
      )
    },
  }
}
