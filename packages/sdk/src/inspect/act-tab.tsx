import type { Guide } from '@firstwin/schema'
import type { VNode } from 'preact'
import { Button } from './button.tsx'
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
          <Button key={ms} onPress={() => deeds.move(ms)}>
            +{toDuration(ms, locale)}
          </Button>
        ))}
        <Button isIdle={!isNear} onPress={() => isNear && deeds.move(inMs)}>
          {words.nextChange(isNear ? toDuration(inMs, locale) : undefined)}
        </Button>
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
            <Button label={`${words.begin} ${task.id}`} onPress={() => deeds.begin(task.id)}>
              {words.begin}
            </Button>
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
          <Button
            label={`${words.jump} ${guide.id}/${id}`}
            onPress={() => deeds.jump(guide.id, id)}
          >
            {words.jump}
          </Button>
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
            <Button onPress={deeds.reset}>{words.sureYes}</Button>
            <Button onPress={() => deeds.ask(false)}>{words.cancel}</Button>
          </p>
        </fieldset>
      ) : (
        <p class="bench">
          <Button onPress={() => deeds.ask(true)}>{words.reset}</Button>
          <Button onPress={deeds.copy}>{words.copy}</Button>
        </p>
      )}
    </>
  )
}
