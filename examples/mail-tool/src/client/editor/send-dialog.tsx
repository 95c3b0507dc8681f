import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Campaign } from '../../model/campaign.ts'
import type { Contact } from '../../model/contact-list.ts'
import { useApp, useSnapshot } from '../app-context.ts'
import { FailureNotice } from '../parts/failure-notice.tsx'
import { focusMain } from '../focus-main.ts'
import { formatTime } from '../formats.ts'
import { onboarding } from '../onboarding.ts'
import { Modal } from '../parts/modal.tsx'
import { useWords } from '../words.ts'
import { nextTimeAt } from './next-time-at.ts'
import { sendWords } from './send-words.ts'
import type { Draft } from './use-draft.ts'

interface SendDialogProps {
  campaign: Campaign
  draft: Draft
  recipients: readonly Contact[]
  onClose: () => void
}

/** The last look before a letter goes out. */
export function SendDialog({ campaign, draft, recipients, onClose }: SendDialogProps): VNode {
  const { product, clock, locale } = useApp()
  const words = useWords(sendWords)
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<string>()
  const plannedFor = nextTimeAt(draft.sendHour, clock.now())

  async function send(): Promise<void> {
    setSending(true)
    const outcome = await product.send(campaign.id)
    if (outcome.ok) {
      focusMain()
      await onboarding.tellSends(product.snapshot.get)
      return
    }
    setSending(false)
    setFailure(outcome.code)
  }

  async function schedule(): Promise<void> {
    const outcome = await product.schedule(campaign.id, plannedFor)
    if (outcome.ok) onClose()
    else setFailure(outcome.code)
  }

  return (
    <Modal title={words.confirmTitle(recipients.length)} onClose={onClose}>
      <Summary subject={draft.letter.subject} recipients={recipients} />
      <p class="hint">{words.confirmBody}</p>
      <FailureNotice code={failure} />
      <div class="modal-actions">
        <button type="button" class="button button-quiet" onClick={onClose}>
          {words.cancel}
        </button>
        <button type="button" class="button" disabled={sending} onClick={() => void schedule()}>
          {words.schedule(formatTime(plannedFor, locale))}
        </button>
        <button
          type="button"
          class="button button-main"
          disabled={sending}
          onClick={() => void send()}
        >
          {sending ? words.sending : words.sendNow}
        </button>
      </div>
    </Modal>
  )
}

const NAMES_SHOWN = 3

function Summary({ subject, recipients }: { subject: string; recipients: readonly Contact[] }) {
  const { locale } = useApp()
  const words = useWords(sendWords)
  const { company } = useSnapshot()
  const names = recipients.slice(0, NAMES_SHOWN).map(({ name }) => name)
  const more = recipients.length - names.length
  const list = new Intl.ListFormat(locale).format(more > 0 ? [...names, words.more(more)] : names)
  return (
    <dl class="summary">
      <dt>{words.from}</dt>
      <dd>{company.name}</dd>
      <dt>{words.to}</dt>
      <dd>{list}</dd>
      <dt>{words.subject}</dt>
      <dd>{subject}</dd>
    </dl>
  )
}
