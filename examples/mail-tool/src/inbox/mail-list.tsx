import type { VNode } from 'preact'
import type { InboxMail } from '../model/inbox-mail.ts'
import type { Locale } from '../model/locale.ts'
import { formatTime } from '../client/formats.ts'
import { inboxWords } from './inbox-words.ts'

interface MailListProps {
  mails: readonly InboxMail[] | undefined
  openId: string
  locale: Locale
  onOpen: (mail: InboxMail) => void
}

export function MailList({ mails, openId, locale, onOpen }: MailListProps): VNode {
  const words = inboxWords[locale]
  return (
    <nav class="mail-list" aria-label={words.mails}>
      {mails?.length === 0 && (
        <div class="inbox-empty">
          <p>
            <strong>{words.emptyTitle}</strong>
          </p>
          <p>{words.emptyBody}</p>
        </div>
      )}
      <ul>
        {mails?.map((mail) => (
          <li key={mail.id}>
            <button
              type="button"
              class={mail.read ? 'mail' : 'mail mail-unread'}
              aria-current={mail.id === openId}
              onClick={() => onOpen(mail)}
            >
              <span class="mail-from">
                {!mail.read && <span class="unseen">{words.unread} </span>}
                {mail.from.name || mail.from.mail}
              </span>
              <time>{formatTime(mail.receivedAt, locale)}</time>
              <span class="mail-subject">{mail.subject}</span>
              <span class="mail-preview">
                {words.to} {mail.to.name || mail.to.mail}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
