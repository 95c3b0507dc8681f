import type { VNode } from 'preact'
import type { Campaign } from '../../model/campaign.ts'
import { useApp } from '../app-context.ts'
import { formatTime } from '../formats.ts'
import { useWords } from '../words.ts'
import { sendWords } from './send-words.ts'

/** Says when a scheduled letter goes out, and takes it back. */
export function ScheduledNotice({ campaign }: { campaign: Campaign }): VNode | null {
  const { product, locale } = useApp()
  const words = useWords(sendWords)
  if (campaign.progress.status !== 'scheduled') return null
  return (
    <output class="notice">
      {words.scheduledTitle(formatTime(campaign.progress.sendAt, locale))}
      <button type="button" class="button" onClick={() => void product.schedule(campaign.id)}>
        {words.unschedule}
      </button>
    </output>
  )
}
