import type { VNode } from 'preact'
import type { Campaign } from '../../model/campaign.ts'
import { useApp } from '../app-context.ts'
import { focusMain } from '../focus-main.ts'
import { Modal } from '../parts/modal.tsx'
import { useWords } from '../words.ts'
import { campaignWords } from './campaign-words.ts'

interface RemoveCampaignProps {
  campaign: Campaign
  onClose: () => void
}

/** Asks before a draft is deleted. */
export function RemoveCampaign({ campaign, onClose }: RemoveCampaignProps): VNode {
  const { product } = useApp()
  const words = useWords(campaignWords)

  async function remove(): Promise<void> {
    await product.remove(campaign.id)
    onClose()
    focusMain()
  }

  return (
    <Modal title={words.removeTitle} onClose={onClose}>
      <p>{words.removeBody(campaign.letter.subject || words.noSubject)}</p>
      <div class="modal-actions">
        <button type="button" class="button" onClick={onClose}>
          {words.keep}
        </button>
        <button type="button" class="button button-danger" onClick={() => void remove()}>
          {words.remove}
        </button>
      </div>
    </Modal>
  )
}
