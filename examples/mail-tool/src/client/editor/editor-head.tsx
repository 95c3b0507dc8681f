import type { VNode } from 'preact'
import { Link } from '../link.tsx'
import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useWords } from '../words.ts'
import { editorWords } from './editor-words.ts'
import type { DraftEditor } from './use-draft.ts'

interface EditorHeadProps {
  subject: string
  saved: DraftEditor['saved']
  onPreview: () => void
  onSend: () => void
}

/** Stays at the top, so that sending is never out of sight. */
export function EditorHead({ subject, saved, onPreview, onSend }: EditorHeadProps): VNode {
  const words = useWords(editorWords)
  const state = { saved: words.saved, saving: words.saving, failed: words.notSaved }[saved]
  return (
    <div class="editor-head">
      <Link href="/campaigns" class="crumb">
        <Icon name="back" />
        {words.back}
      </Link>
      <PageHead title={subject.trim() || words.untitled}>
        <output class={`save-state save-${saved}`}>{state}</output>
        <button type="button" class="button" data-firstwin="preview-button" onClick={onPreview}>
          <Icon name="eye" />
          {words.preview}
        </button>
        <button
          type="button"
          class="button button-main"
          data-firstwin="send-button"
          onClick={onSend}
        >
          <Icon name="send" />
          {words.send}
        </button>
      </PageHead>
    </div>
  )
}
