import type { MailTool } from './mail-tool.ts'
import { sendCampaign } from './send-campaign.ts'

/** Sends what was scheduled for now or earlier. What cannot be sent becomes a draft again. */
export async function sendDue(tool: MailTool): Promise<void> {
  const now = tool.clock.now()
  const due = tool.store.state.campaigns.filter(
    ({ progress }) => progress.status === 'scheduled' && progress.sendAt <= now,
  )
  for (const campaign of due) {
    const result = await sendCampaign(campaign, tool)
    if (result !== 'sent' && result !== 'already-sent') {
      campaign.progress = { status: 'draft' }
      await tool.store.save()
    }
  }
  if (due.length > 0) tool.live.tell('changed', {})
}
