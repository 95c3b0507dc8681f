import type { VNode } from 'preact'
import type { InboxMail } from '../model/inbox-mail.ts'
import type { Locale } from '../model/locale.ts'
import { formatTime } from '../client/formats.ts'
import { inboxWords } from './inbox-words.ts'

interface MailViewProps {
  mail: InboxMail
  locale: Locale
  onBack: () => void
}

/** The real mail, in a frame without scripts. Its pictures load, the open pixel too. */
export function MailView({ mail, locale, onBack }: MailViewProps): VNode {
  const words = inboxWords[locale]
  return (
    <article class="mail-view" aria-labelledby="mail-subject">
      <button type="button" class="back-to-list" onClick={onBack}>
        {words.back}
      </button>
      <h2 id="mail-subject">{mail.subject}</h2>
      <p class="mail-people">
        <strong>{mail.from.name || mail.from.mail}</strong>{' '}
        <span>
          &lt;{mail.from.mail}&gt; → {mail.to.name} &lt;{mail.to.mail}&gt;
        </span>
        <time>{formatTime(mail.receivedAt, locale)}</time>
      </p>
      <iframe
        key={mail.id}
        title={words.mail(mail.subject)}
        src={`/inbox/mails/${mail.id}`}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
      />
    </article>
  )
}
