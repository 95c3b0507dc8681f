import type { VNode } from 'preact'
import type { Delivery } from '../../model/campaign.ts'
import { useApp } from '../app-context.ts'
import { formatTime } from '../formats.ts'
import { Link } from '../link.tsx'
import { useWords } from '../words.ts'
import { sendWords } from './send-words.ts'

/** Each recipient, and when they first opened the mail. */
export function DeliveryTable({ deliveries }: { deliveries: readonly Delivery[] }): VNode {
  const { locale } = useApp()
  const words = useWords(sendWords)
  return (
    <section class="card" aria-labelledby="who">
      <div class="card-head">
        <h2 id="who">{words.who}</h2>
        <Link href="/reports">{words.toReport}</Link>
      </div>
      <table class="people" aria-labelledby="who">
        <thead>
          <tr>
            <th scope="col">{words.person}</th>
            <th scope="col">{words.mail}</th>
            <th scope="col">{words.openedAt}</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map(({ id, name, mail, openedAt }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{mail}</td>
              <td>{openedAt === undefined ? words.notYet : formatTime(openedAt, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
