import type { VNode } from 'preact'
import { opensOf, type Campaign, type CampaignProgress } from '../../model/campaign.ts'
import { addressed } from '../../model/letter.ts'
import { findTemplate } from '../../model/template-library.ts'
import { useApp, useSnapshot } from '../app-context.ts'
import { formatCount, formatRate, formatTime } from '../formats.ts'
import { Link } from '../link.tsx'
import { Paper } from '../paper/paper.tsx'
import { FigureTile } from '../parts/figure-tile.tsx'
import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useWords } from '../words.ts'
import { DeliveryTable } from './delivery-table.tsx'
import { editorWords } from './editor-words.ts'
import { sendWords } from './send-words.ts'

interface SentCampaignProps {
  campaign: Campaign
  progress: Extract<CampaignProgress, { status: 'sent' }>
}

/** What became of a letter that was sent. */
export function SentCampaign({ campaign, progress }: SentCampaignProps): VNode {
  const { product, router, locale } = useApp()
  const words = useWords(sendWords)
  const { user, company } = useSnapshot()

  async function copy(): Promise<void> {
    const outcome = await product.copy(campaign.id)
    if (outcome.ok) router.navigate(`/campaigns/${outcome.value}`)
  }

  return (
    <>
      <Link href="/campaigns" class="crumb">
        <Icon name="back" />
        {useWords(editorWords).back}
      </Link>
      <PageHead
        title={campaign.letter.subject}
        lead={words.sentAt(formatTime(progress.sentAt, locale))}
      >
        <button type="button" class="button" onClick={() => void copy()}>
          <Icon name="copy" />
          {words.useAgain}
        </button>
      </PageHead>
      <Opens campaign={campaign} />
      <div class="sent">
        <DeliveryTable deliveries={progress.deliveries} />
        <section class="live-sheet" aria-label={words.asSent}>
          <Paper
            letter={addressed(campaign.letter, user.name)}
            look={findTemplate(campaign.template).look}
            sender={company.name}
            locale={campaign.locale}
          />
        </section>
      </div>
    </>
  )
}

function Opens({ campaign }: { campaign: Campaign }): VNode {
  const { locale } = useApp()
  const words = useWords(sendWords)
  const { rate, sent, opened } = opensOf([campaign])
  return (
    <>
      <p class="notice notice-good">
        <Icon name="check" />
        <strong>{words.sentTitle}</strong>
        <span class="hint">{words.inboxNote}</span>
        <a href="/inbox" target="_blank">
          {words.inbox}
        </a>
      </p>
      <dl class="tiles tiles-three">
        <FigureTile label={words.openRate} figure={formatRate(rate, locale)} />
        <FigureTile label={words.delivered} figure={formatCount(sent, locale)} />
        <FigureTile label={words.opened} figure={formatCount(opened, locale)} />
      </dl>
    </>
  )
}
