import type { VNode } from 'preact'
import { Button } from './button.tsx'
import { ActTab } from './act-tab.tsx'
import type { TabName } from './desk.ts'
import { Icon, IconButton } from './icon-button.tsx'
import { PathTab } from './path-tab.tsx'
import type { InspectProps } from './sight.ts'
import { SignalsTab } from './signals-tab.tsx'
import { Tabs } from './tabs.tsx'
import { toDuration } from './to-time.ts'
import { toShownText, toTargetText } from './to-text.ts'
import { UserTab } from './user-tab.tsx'
import { WhyTab } from './why-tab.tsx'

const CONTENT: Readonly<Record<TabName, (props: InspectProps) => VNode>> = {
  path: PathTab,
  why: WhyTab,
  signals: SignalsTab,
  user: UserTab,
  act: ActTab,
}

/** The inspector, whole or folded to a small tab at the edge of the page. */
export function drawInspector(props: InspectProps): VNode {
  return props.sight.desk.isFolded ? <Folded {...props} /> : <Panel {...props} />
}

function Folded({ sight: { words, desk }, deeds }: InspectProps): VNode {
  const isMoved = desk.movedMs > 0
  const open = (): void => deeds.place({ isFolded: false })
  return (
    <button
      type="button"
      class={`folded ${desk.side} ${isMoved ? 'moved' : ''}`}
      aria-label={words.open}
      title={words.open}
      onClick={open}
    >
      <Icon name="lens" />
    </button>
  )
}

function Panel(props: InspectProps): VNode {
  const { words, desk, journey } = props.sight
  const { close, place, choose } = props.deeds
  const { side, tab } = desk
  const Content = CONTENT[tab]
  return (
    <aside class={`panel ${side}`} aria-label={words.title}>
      <header>
        <Icon name="lens" />
        <h2>
          {words.title} <code>{journey.id}</code>
        </h2>
        <IconButton
          name="side"
          label={words.side}
          onPress={() => place({ side: side === 'start' ? 'end' : 'start' })}
        />
        <IconButton name="fold" label={words.fold} onPress={() => place({ isFolded: true })} />
        <IconButton name="close" label={words.close} onPress={close} />
      </header>
      <Standing {...props} />
      <Tabs words={words} tab={tab} choose={choose} />
      <div id="content" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={0} key={tab}>
        <Content {...props} />
      </div>
    </aside>
  )
}

/** What has to be seen on every tab: what is on screen, what waits, and that time is not real. */
function Standing({ sight, deeds }: InspectProps): VNode {
  const { words, desk, latest, locale } = sight
  const shown = toShownText(latest.view?.shown)
  const waits = toWaits(sight)
  return (
    <div class="standing">
      <p>
        <span class="label">{words.onScreen}</span>{' '}
        <code>{shown === '' ? words.nothing : shown}</code>
      </p>
      {waits && <p class="note">{waits}</p>}
      {desk.movedMs > 0 && (
        <p class="note">
          <strong>{words.moved(toDuration(desk.movedMs, locale))}</strong>
          <Button onPress={() => deeds.move(undefined)}>{words.realTime}</Button>
        </p>
      )}
      {desk.hasActed && <p class="hint">{words.marked}</p>}
    </div>
  )
}

/** Why the guide under way is not on screen; nothing if it is. */
function toWaits({ words, latest, facts }: InspectProps['sight']): string | undefined {
  const { active, shown } = latest.view ?? {}
  if (!active || shown?.kind === 'step') return undefined
  const { guide, step } = active
  const target = step.target && !facts.isVisible(step.target) ? toTargetText(step.target) : ''
  const route = step.route !== undefined && step.route !== facts.route ? step.route : ''
  return words.waits(`${guide.id}/${step.id}`, target, route)
}
