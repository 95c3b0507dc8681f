import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { InboxMail } from '../model/inbox-mail.ts'
import type { Locale } from '../model/locale.ts'
import { inboxWords } from './inbox-words.ts'
import { MailList } from './mail-list.tsx'
import { MailView } from './mail-view.tsx'

/** The mailbox of the demo: every mail that the product sends arrives here. */
export function InboxPage({ locale }: { locale: Locale }): VNode {
  const words = inboxWords[locale]
  const [mails, refresh] = useMails()
  const [openId, setOpenId] = useState(() => location.hash.slice(1))
  const open = mails?.find(({ id }) => id === openId)
  const unread = mails?.filter(({ read }) => !read).length ?? 0

  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) ${words.title}` : words.title
  }, [unread, words])

  async function show({ id }: InboxMail): Promise<void> {
    setOpenId(id)
    history.replaceState(undefined, '', `#${id}`)
    await fetch(`/inbox/mails/${id}/read`, { method: 'POST' })
    refresh()
  }

  return (
    <div class="inbox" data-reading={open ? 'yes' : 'no'}>
      <header class="inbox-head">
        <h1>{words.title}</h1>
        <p>{words.note}</p>
      </header>
      <main class="inbox-main">
        <MailList
          mails={mails}
          openId={openId}
          locale={locale}
          onOpen={(mail) => void show(mail)}
        />
        <div class="reading">
          {open ? (
            <MailView mail={open} locale={locale} onBack={() => setOpenId('')} />
          ) : (
            <p class="reading-empty">{words.pick}</p>
          )}
        </div>
      </main>
    </div>
  )
}

/** `undefined` until they have been read. Comes up to date by itself when a mail arrives. */
function useMails(): [readonly InboxMail[] | undefined, () => void] {
  const [mails, setMails] = useState<readonly InboxMail[]>()

  async function read(): Promise<void> {
    const response = await fetch('/inbox/mails').catch(() => undefined)
    if (response?.ok) setMails(await response.json())
  }

  useEffect(() => {
    void read()
    const feed = new EventSource('/demo/live')
    feed.addEventListener('inbox', () => void read())
    return () => feed.close()
  }, [])
  return [mails, () => void read()]
}
