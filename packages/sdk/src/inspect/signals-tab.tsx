import type { Signal } from '@firstwin/engine'
import type { VNode } from 'preact'
import { Button } from './button.tsx'
import type { InspectProps, Sight } from './sight.ts'
import { toText } from './to-text.ts'
import { toClock } from './to-time.ts'
import { changedNothing, type Entry } from './turn-log.ts'

/** What the rules heard, newest first, and what it changed. */
export function SignalsTab({ sight, deeds }: InspectProps): VNode {
  const { words, entries, isPaused } = sight
  return (
    <>
      <p class="bench">
        <Button onPress={deeds.pause}>{isPaused ? words.resume : words.pause}</Button>
        <Button onPress={deeds.clear}>{words.clear}</Button>
      </p>
      {entries.length === 0 && <p class="hint">{words.noSignals}</p>}
      <ol>
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} words={words} />
        ))}
      </ol>
    </>
  )
}

function Row({ entry, words }: { entry: Entry; words: Sight['words'] }): VNode {
  const { at, signal, count, reports, effects, shown } = entry
  const isIdle = changedNothing(entry)
  return (
    <li class={`signal ${isIdle ? 'idle' : ''}`}>
      <time>{toClock(at)}</time>
      <div>
        <span class="chip">{signal.type}</span> <code>{toDetail(signal)}</code>
        {count > 1 && <span class="hint"> ×{count}</span>}
        {isIdle && <span class="hint"> {words.changedNothing}</span>}
        {shown !== undefined && (
          <p>
            {shown === '' ? words.leftScreen : words.onScreen} <code>{shown}</code>
          </p>
        )}
        {reports.map(({ name, properties }) => (
          <p key={name}>
            → <code>{name}</code> <span class="hint">{toText(properties)}</span>
          </p>
        ))}
        {effects.map((effect) => (
          <p key={effect.do}>
            → <code>{toText(effect)}</code>
          </p>
        ))}
      </div>
    </li>
  )
}

/** What a signal says besides its type. */
function toDetail(signal: Signal): string {
  if (signal.type === 'event') return signal.name
  if (signal.type === 'act') return Object.values(signal.action).map(toText).join(' ')
  const { type: _, ...rest } = signal
  return Object.values(rest).map(toText).join(' ')
}
