import type { VNode } from 'preact'
import type { CampaignProgress } from '../../model/campaign.ts'
import { defineWords, useWords } from '../words.ts'

const words = defineWords(
  { draft: 'Draft', scheduled: 'Scheduled', sent: 'Sent' },
  { draft: '下書き', scheduled: '予約済み', sent: '送信済み' },
)

export function StatusBadge({ status }: Pick<CampaignProgress, 'status'>): VNode {
  return <span class={`badge badge-${status}`}>{useWords(words)[status]}</span>
}
