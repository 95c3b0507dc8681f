import type { Guide } from '@firstwin/schema'
import type { VNode } from 'preact'
import type { InspectProps } from './sight.ts'
import { toPlain, toTargetText } from './to-text.ts'
import { toDate, toDuration } from './to-time.ts'

const HOUR_MS = 3_600_000
const JUMPS_MS = [HOUR_MS, 24 * HOUR_MS, 7 * 24 * HOUR_MS]

/** What the developer can do: it counts as theirs, never as the user's. */
export function ActTab(props: InspectProps): VNode {
  const { words, journey, notice, copyText } = props.sight
  return (
    <>
      <ClockPart {...props} />
      <TasksPart {...props} />
      <h3>{words.steps}</h3>
      {journey.guides.map((guide) => (
        <StepsPart key={guide.id} guide={guide} {...props} />
      ))}
      <DevicePart {...props} />
      <output class="hint">{notice}</output>
      {copyText !== undefined && (
        <textarea class="filter" readOnly rows={6} aria-label={words.copy} value={copyText} />
      )}
    </>
  )
}

function ClockPart({ sight, deeds }: InspectProps): VNode {
  const { words, facts, locale, latest } = sight
  const inMs = latest.wakeAt - facts.now
  const isNear = Number.isFinite(inMs) && inMs > 0
  return (
    <>
      <h3>{words.clock}</h3>
      <p>
        <code>{toDate(facts.now, locale)}</code>
      </p>
      <p class="bench">
        {JUMPS_MS.map((ms) => (
          <button type="button" class="button" key={ms} onClick={() => deeds.move(ms)}>
            +{toDuration(ms, locale)}
          </button>
        ))}
        <button
          type="button"
          class="button"
          aria-disabled={!isNear}
          onClick={() => isNear && deeds.move(inMs)}
        >
          {words.nextChange(isNear ? toDuration(inMs, locale) : undefined)}
        </button>
      </p>
      <p class="hint">{words.clockNote}</p>
    </>
  )
}

function TasksPart({ sight, deeds }: InspectProps): VNode {
  const { words, latest, locale } = sight
  return (
    <>
      <h3>{words.tasks}</h3>
      {!latest.path && <p class="hint">{words.noPath}</p>}
      {latest.path?.tasks.map(({ task, status }) => (
        <p class="do" key={task.id}>
          <span>
            {toPlain(task.title, locale)} <code>{task.id}</code>
          </span>
          {status === 'next' ? (
            <button
              type="button"
              class="button"
              aria-label={`${words.begin} ${task.id}`}
              onClick={() => deeds.begin(task.id)}
            >
              {words.begin}
            </button>
          ) : (
            <span class="chip">{words.task[status]}</span>
          )}
        </p>
      ))}
    </>
  )
}

function StepsPart({ guide, sight, deeds }: InspectProps & { guide: Guide }): VNode {
  const { words, locale } = sight
  return (
    <>
      <h4>
        {toPlain(guide.title, locale)} <code>{guide.id}</code>
      </h4>
      {guide.steps.map(({ id, title, target, route }) => (
        <p class="do" key={id}>
          <span>
            {toPlain(title, locale)} <code>{id}</code>
            <small>{[route, target && toTargetText(target)].filter(Boolean).join(' ')}</small>
          </span>
          <button
            type="button"
            class="button"
            aria-label={`${words.jump} ${guide.id}/${id}`}
            onClick={() => deeds.jump(guide.id, id)}
          >
            {words.jump}
          </button>
        </p>
      ))}
    </>
  )
}

function DevicePart({ sight, deeds }: InspectProps): VNode {
  const { words, isAsking } = sight
  return (
    <>
      <h3>{words.device}</h3>
      {isAsking ? (
        <fieldset class="note">
          <legend class="hidden">{words.reset}</legend>
          <p>{words.sure}</p>
          <p class="bench">
            <button type="button" class="button" onClick={deeds.reset}>
              {words.sureYes}
            </button>
            <button type="button" class="button" onClick={() => deeds.ask(false)}>
              {words.cancel}
            </button>
          </p>
        </fieldset>
      ) : (
        <p class="bench">
          <button type="button" class="button" onClick={() => deeds.ask(true)}>
            {words.reset}
          </button>
          <button type="button" class="button" onClick={deeds.copy}>
            {words.copy}
          </button>
        </p>
      )}
    </>
  )
}
