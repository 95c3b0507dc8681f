import type { VNode } from 'preact'
import { useSnapshot } from '../app-context.ts'
import { Link } from '../link.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useWords } from '../words.ts'
import { Editor } from './editor.tsx'
import { editorWords } from './editor-words.ts'
import { SentCampaign } from './sent-campaign.tsx'

/** The editor of a draft, or the report of what was sent. */
export function CampaignPage({ id }: { id: string }): VNode {
  const words = useWords(editorWords)
  const campaign = useSnapshot().campaigns.find((one) => one.id === id)
  if (!campaign) {
    return (
      <>
        <PageHead title={words.gone} lead={words.goneBody} />
        <Link href="/campaigns" class="button">
          {words.back}
        </Link>
      </>
    )
  }
  return campaign.progress.status === 'sent' ? (
    <SentCampaign campaign={campaign} progress={campaign.progress} />
  ) : (
    <Editor campaign={campaign} />
  )
}
