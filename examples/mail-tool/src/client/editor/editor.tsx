import type { VNode } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Campaign } from '../../model/campaign.ts'
import { recipientsOf } from '../../model/contact-list.ts'
import { useSnapshot } from '../app-context.ts'
import { onboarding } from '../onboarding.ts'
import { FailureNotice } from '../parts/failure-notice.tsx'
import { EditorHead } from './editor-head.tsx'
import { HourField } from './hour-field.tsx'
import { LetterForm } from './letter-form.tsx'
import { PreviewPane } from './preview-pane.tsx'
import { RecipientPicker } from './recipient-picker.tsx'
import { ScheduledNotice } from './scheduled-notice.tsx'
import { SendDialog } from './send-dialog.tsx'
import { useDraft, type Draft } from './use-draft.ts'

/** Where a letter is written: the form, and beside it how it looks. */
export function Editor({ campaign }: { campaign: Campaign }): VNode {
  const { lists } = useSnapshot()
  const { draft, edit, saved, version, flush } = useDraft(campaign)
  const [previewing, setPreviewing] = useState(false)
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  const recipients = recipientsOf(lists, draft.listIds)

  function change(part: Partial<Draft>): void {
    setProblem(undefined)
    edit(part)
  }

  async function preview(): Promise<void> {
    await flush()
    setPreviewing(true)
    onboarding.previewOpened()
  }

  async function askToSend(): Promise<void> {
    const missing = whatIsMissing(draft.letter.subject, recipients.length)
    if (missing) form.current?.querySelector<HTMLElement>(missing.focus)?.focus()
    setProblem(missing?.code)
    if (!missing) await flush().then((ok) => (ok ? setAsking(true) : setProblem('offline')))
  }

  return (
    <div class="editor" data-previewing={previewing}>
      <EditorHead
        subject={draft.letter.subject}
        saved={saved}
        onPreview={() => void preview()}
        onSend={() => void askToSend()}
      />
      <FailureNotice code={problem} />
      <ScheduledNotice campaign={campaign} />
      <form ref={form} class="editor-form" onSubmit={(event) => event.preventDefault()}>
        <RecipientPicker listIds={draft.listIds} onChange={(listIds) => change({ listIds })} />
        <LetterForm
          letter={draft.letter}
          template={campaign.template}
          onChange={(letter) => change({ letter })}
        />
        <HourField hour={draft.sendHour} onChange={(sendHour) => change({ sendHour })} />
      </form>
      <PreviewPane
        campaign={campaign}
        letter={draft.letter}
        previewing={previewing}
        version={version}
        onClose={() => setPreviewing(false)}
      />
      {asking && (
        <SendDialog
          campaign={campaign}
          draft={draft}
          recipients={recipients}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}

interface Missing {
  code: string
  /** CSS of the control that puts it right. */
  focus: string
}

function whatIsMissing(subject: string, recipients: number): Missing | undefined {
  if (recipients === 0) return { code: 'no-recipients', focus: '[data-firstwin=add-recipients]' }
  if (subject.trim() === '') return { code: 'no-subject', focus: 'input[name=subject]' }
  return undefined
}
