import type { ComponentChildren, VNode } from 'preact'
import type { InspectProps } from './sight.ts'
import { toText } from './to-text.ts'
import { toClock, toDate } from './to-time.ts'

/** Who the rules think is in front of the page. */
export function UserTab({ sight }: InspectProps): VNode {
  const { words, user, facts, locale, latest, journey } = sight
  const { memory, session } = latest.state
  const { perSession = 3, gap = '30s' } = journey.pressure ?? {}
  const labels = words.user
  const { quietSince } = session
  return (
    <>
      <dl>
        <Fact label={labels.id}>
          {user.id === undefined ? words.visitor : <code>{user.id}</code>}
        </Fact>
        <Fact label={labels.account}>
          {user.account === undefined ? words.none : <code>{user.account}</code>}
        </Fact>
        <Fact label={labels.consent}>{user.isGranted ? words.granted : words.notGranted}</Fact>
        <Fact label={labels.locale}>
          <code>{locale}</code>
        </Fact>
        <Fact label={labels.route}>
          <code>{facts.route}</code>
        </Fact>
        <Fact label={labels.busy}>{facts.busy.join(', ') || words.nothing}</Fact>
        <Fact label={labels.firstSeen}>{toDate(memory.firstSeenAt, locale)}</Fact>
      </dl>
      <h3>{words.pressure}</h3>
      <dl>
        <Fact label={words.interruptions}>
          <code>
            {session.interruptions} / {perSession}
          </code>
        </Fact>
        <Fact label={words.gap}>
          <code>{gap}</code>
        </Fact>
        <Fact label={words.quietSince}>{quietSince > 0 ? toClock(quietSince) : '–'}</Fact>
      </dl>
      <h3>{words.traits}</h3>
      <dl>
        {Object.entries(facts.traits).map(([name, value]) => (
          <Fact key={name} label={<code>{name}</code>}>
            <code>{toText(value)}</code>
          </Fact>
        ))}
      </dl>
      {Object.keys(facts.traits).length === 0 && <p class="hint">{words.none}</p>}
    </>
  )
}

function Fact({
  label,
  children,
}: {
  label: ComponentChildren
  children: ComponentChildren
}): VNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
