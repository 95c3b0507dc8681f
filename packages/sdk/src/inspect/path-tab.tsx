import type { Win } from '@firstwin/schema'
import type { Explanation } from '@firstwin/engine/explain'
import type { VNode } from 'preact'
import { CheckLine } from './check-line.tsx'
import { Icon } from './icon-button.tsx'
import type { InspectProps, Sight } from './sight.ts'
import { toPlain } from './to-text.ts'
import { toDate, toDuration } from './to-time.ts'
import { judge } from './verdict.ts'

/** The way to the first result: tasks, which is next and what it needs, and every win. */
export function PathTab({ sight }: InspectProps): VNode {
  const { words, latest, journey, locale } = sight
  const { path } = latest
  const explained = sight.explain()
  return (
    <>
      <h3>{words.path}</h3>
      {!path && <p class="hint">{words.noPath}</p>}
      {path && (
        <>
          <p>
            {toPlain(path.path.title, locale)} <code>{path.path.id}</code>{' '}
            <span class="hint">{words.progress(path.done, path.of)}</span>
          </p>
          <div class="bar" aria-hidden="true">
            <span style={{ inlineSize: `${path.fraction * 100}%` }} />
          </div>
          <ul>
            {path.tasks.map(({ task, status }) => (
              <li class={`row ${status}`} key={task.id}>
                <Icon name={status === 'done' ? 'passed' : 'neutral'} />
                <div>
                  <p class="head">
                    <span class="name">
                      {toPlain(task.title, locale)} <code>{task.id}</code>
                    </span>
                    <span class={`chip ${status}`}>{words.task[status]}</span>
                  </p>
                  {status === 'next' && (
                    <Needs win={task.win} explained={explained} sight={sight} />
                  )}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{words.wins}</h3>
      <ul>
        {journey.wins.map((win) => (
          <WinRow key={win.id} win={win} explained={explained} sight={sight} />
        ))}
      </ul>
    </>
  )
}

interface WinProps {
  explained: readonly Explanation[]
  sight: Sight
}

function WinRow({ win, explained, sight }: WinProps & { win: Win }): VNode {
  const { words, locale, latest } = sight
  const at = latest.state.memory.wins[win.id]
  const ttvMs = explained.find(({ kind, id }) => kind === 'win' && id === win.id)?.ttvMs
  const took = ttvMs === undefined ? '' : toDuration(ttvMs, locale)
  return (
    <li class="row">
      <Icon name={at === undefined ? 'neutral' : 'passed'} />
      <div>
        <p class="head">
          <span class="name">
            {toPlain(win.title, locale)} <code>{win.id}</code>
          </span>
          {win.tier && <span class="chip">{win.tier}</span>}
        </p>
        {at === undefined ? (
          <Needs win={win.id} explained={explained} sight={sight} />
        ) : (
          <p class="hint">{words.reachedAfter(toDate(at, locale), took)}</p>
        )}
      </div>
    </li>
  )
}

/** What the condition of a win still asks for. */
function Needs({ win, explained, sight }: WinProps & { win: string }): VNode | undefined {
  const one = explained.find(({ kind, id }) => kind === 'win' && id === win)
  const parts = one ? judge(one).checks.filter(({ check }) => check.check.startsWith('when')) : []
  if (parts.length === 0) return undefined
  return (
    <ul class="needs" aria-label={sight.words.missing}>
      {parts.map((judged) => (
        <CheckLine key={judged.check.check} judged={judged} sight={sight} />
      ))}
    </ul>
  )
}
