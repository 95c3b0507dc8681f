import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { CampaignProgress } from '../../model/campaign.ts'
import { useSnapshot } from '../app-context.ts'
import { Link } from '../link.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Segments } from '../parts/segments.tsx'
import { useWords } from '../words.ts'
import { CampaignTable } from './campaign-table.tsx'
import { campaignWords } from './campaign-words.ts'

type Filter = 'all' | CampaignProgress['status']

const FILTERS = [
  { filter: 'all', name: 'all' },
  { filter: 'draft', name: 'drafts' },
  { filter: 'scheduled', name: 'scheduled' },
  { filter: 'sent', name: 'sent' },
] as const satisfies { filter: Filter; name: keyof (typeof campaignWords)['en'] }[]

export function CampaignsPage(): VNode {
  const words = useWords(campaignWords)
  const { campaigns } = useSnapshot()
  return (
    <>
      <PageHead title={words.title} lead={words.lead}>
        <Link href="/templates" class="button button-main">
          <Icon name="plus" />
          {words.newCampaign}
        </Link>
      </PageHead>
      {campaigns.length === 0 ? (
        <div class="card">
          <EmptyState title={words.emptyTitle} body={words.emptyBody}>
            <Link href="/templates" class="button">
              {words.emptyAction}
            </Link>
          </EmptyState>
        </div>
      ) : (
        <FilteredCampaigns />
      )}
    </>
  )
}

function FilteredCampaigns(): VNode {
  const words = useWords(campaignWords)
  const { campaigns } = useSnapshot()
  const [shown, setShown] = useState<Filter>('all')
  const fits = (filter: Filter) =>
    campaigns.filter(({ progress }) => filter === 'all' || progress.status === filter)
  return (
    <section class="card" aria-labelledby="campaign-list">
      <h2 id="campaign-list" class="unseen">
        {words.title}
      </h2>
      <Segments
        label={words.show}
        labelHidden
        value={shown}
        onChange={setShown}
        options={FILTERS.map(({ filter, name }) => ({
          value: filter,
          face: (
            <>
              {words[name]} <small>{fits(filter).length}</small>
            </>
          ),
        }))}
      />
      {fits(shown).length === 0 ? (
        <p class="nothing">{words.none}</p>
      ) : (
        <CampaignTable campaigns={fits(shown)} labelledBy="campaign-list" />
      )}
    </section>
  )
}
