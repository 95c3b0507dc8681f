import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Campaign } from '../../model/campaign.ts'
import { addressed, type Letter } from '../../model/letter.ts'
import { findTemplate } from '../../model/template-library.ts'
import { useSnapshot } from '../app-context.ts'
import { Paper } from '../paper/paper.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { Segments } from '../parts/segments.tsx'
import { useWords } from '../words.ts'
import { editorWords } from './editor-words.ts'

const DEVICES = ['phone', 'screen'] as const
type Device = (typeof DEVICES)[number]

interface PreviewPaneProps {
  campaign: Campaign
  letter: Letter
  previewing: boolean
  /** Changes with each save. */
  version: number
  onClose: () => void
}

/** Beside the form: the sheet as it is typed or, once asked for, the real mail in a mailbox. */
export function PreviewPane(props: PreviewPaneProps): VNode {
  const { campaign, letter, previewing, version, onClose } = props
  const words = useWords(editorWords)
  const { user, company } = useSnapshot()
  const pane = useRef<HTMLElement>(null)

  useEffect(() => {
    if (!previewing) return
    const top = pane.current?.getBoundingClientRect().top ?? 0
    if (top > innerHeight / 2) pane.current?.scrollIntoView()
    pane.current?.focus({ preventScroll: true })
  }, [previewing])

  return (
    <section
      ref={pane}
      tabIndex={-1}
      class="preview-pane"
      aria-label={previewing ? words.asDelivered : words.live}
    >
      {previewing ? (
        <Delivered campaign={campaign} letter={letter} version={version} onClose={onClose} />
      ) : (
        <>
          <p class="pane-title">{words.live}</p>
          <div class="live-sheet">
            <Paper
              letter={addressed(letter, user.name)}
              look={findTemplate(campaign.template).look}
              sender={company.name}
              locale={campaign.locale}
            />
          </div>
        </>
      )}
    </section>
  )
}

function Delivered({ campaign, letter, version, onClose }: Omit<PreviewPaneProps, 'previewing'>) {
  const words = useWords(editorWords)
  const { user, company } = useSnapshot()
  const [device, setDevice] = useState<Device>('phone')
  const { subject, preheader } = addressed(letter, user.name)
  return (
    <>
      <div class="pane-head">
        <p class="pane-title">{words.asDelivered}</p>
        <button type="button" class="button button-quiet" onClick={onClose}>
          {words.closePreview}
        </button>
      </div>
      <Segments
        label={words.device}
        labelHidden
        value={device}
        onChange={setDevice}
        options={DEVICES.map((value) => ({
          value,
          face: (
            <>
              <Icon name={value} />
              {words[value]}
            </>
          ),
        }))}
      />
      <div class={`device device-${device}`}>
        <div class="mailbox-line">
          <Avatar name={company.name} />
          <p>
            <strong>{company.name}</strong> <small>{words.now}</small>
            <br />
            {subject} <span class="mailbox-preheader">{preheader}</span>
          </p>
        </div>
        <iframe
          title={words.previewTitle}
          src={`/preview/${campaign.id}?version=${version}`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
        />
      </div>
    </>
  )
}
