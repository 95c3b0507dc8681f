import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { opensOf, type Campaign } from '../../model/campaign.ts'
import { recipientsOf } from '../../model/contact-list.ts'
import { findTemplate } from '../../model/template-library.ts'
import { useApp, useSnapshot } from '../app-context.ts'
import { formatCount, formatDate, formatRate } from '../formats.ts'
import { Link } from '../link.tsx'
import { Icon } from '../parts/icon.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { useWords } from '../words.ts'
import { campaignWords } from './campaign-words.ts'
import { RemoveCampaign } from './remove-campaign.tsx'

interface CampaignTableProps {
  campaigns: readonly Campaign[]
  /** Id of the heading above. */
  labelledBy: string
}

export function CampaignTable({ campaigns, labelledBy }: CampaignTableProps): VNode {
  const words = useWords(campaignWords)
  const [removing, setRemoving] = useState<Campaign>()
  return (
    <>
      <table class="campaigns" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">{words.letter}</th>
            <th scope="col">{words.status}</th>
            <th scope="col" class="number">
              {words.recipients}
            </th>
            <th scope="col" class="number">
              {words.opened}
            </th>
            <th scope="col">{words.changed}</th>
            <th scope="col">
              <span class="unseen">{words.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {campaigns.map((campaign) => (
            <CampaignRow
              key={campaign.id}
              campaign={campaign}
              onRemove={() => setRemoving(campaign)}
            />
          ))}
        </tbody>
      </table>
      {removing && <RemoveCampaign campaign={removing} onClose={() => setRemoving(undefined)} />}
    </>
  )
}

interface CampaignRowProps {
  campaign: Campaign
  onRemove: () => void
}

function CampaignRow({ campaign, onRemove }: CampaignRowProps): VNode {
  const { locale } = useApp()
  const words = useWords(campaignWords)
  const { lists } = useSnapshot()
  const { progress, letter } = campaign
  const opens = opensOf([campaign])
  const planned = recipientsOf(lists, campaign.listIds).length
  const recipients = progress.status === 'sent' ? opens.sent : planned
  return (
    <tr>
      <th scope="row">
        <span
          class="swatch"
          aria-hidden="true"
          style={{ background: findTemplate(campaign.template).look.paint }}
        />
        <Link href={`/campaigns/${campaign.id}`}>{letter.subject || words.noSubject}</Link>
      </th>
      <td>
        <StatusBadge status={progress.status} />
      </td>
      <NumberCell
        label={words.recipients}
        value={recipients > 0 && formatCount(recipients, locale)}
      />
      <NumberCell
        label={words.opened}
        value={progress.status === 'sent' && formatRate(opens.rate, locale)}
      />
      <td class="date">{formatDate(campaign.changedAt, locale)}</td>
      <td class="row-actions">
        <RowActions campaign={campaign} onRemove={onRemove} />
      </td>
    </tr>
  )
}

interface NumberCellProps {
  /** Stands before the number where there is no room for the head of the table. */
  label: string
  value: string | false
}

function NumberCell({ label, value }: NumberCellProps): VNode {
  return value === false ? (
    <td class="number no-number">–</td>
  ) : (
    <td class="number" data-label={label}>
      {value}
    </td>
  )
}

function RowActions({ campaign, onRemove }: CampaignRowProps): VNode {
  const { product, router } = useApp()
  const words = useWords(campaignWords)
  const subject = campaign.letter.subject || words.noSubject

  async function copy(): Promise<void> {
    const outcome = await product.copy(campaign.id)
    if (outcome.ok) router.navigate(`/campaigns/${outcome.value}`)
  }

  return (
    <>
      <button
        type="button"
        class="icon-button"
        title={words.useAgain}
        aria-label={words.useAgainFor(subject)}
        onClick={() => void copy()}
      >
        <Icon name="copy" />
      </button>
      {campaign.progress.status !== 'sent' && (
        <button
          type="button"
          class="icon-button"
          title={words.remove}
          aria-label={words.removeFor(subject)}
          onClick={onRemove}
        >
          <Icon name="bin" />
        </button>
      )}
    </>
  )
}
