import type { VNode } from 'preact'
import { opensOf } from '../../model/campaign.ts'
import { recipientsOf } from '../../model/contact-list.ts'
import { useApp, useSnapshot } from '../app-context.ts'
import { CampaignTable } from '../campaigns/campaign-table.tsx'
import { formatCount, formatRate } from '../formats.ts'
import { Link } from '../link.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { FigureTile } from '../parts/figure-tile.tsx'
import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useWords } from '../words.ts'
import { homeWords } from './home-words.ts'

const RECENT = 5

export function HomePage(): VNode {
  const words = useWords(homeWords)
  const { user, company, campaigns } = useSnapshot()
  return (
    <>
      <PageHead title={words.hello(user.name)} lead={words.lead(company.name)}>
        <Link href="/templates" class="button button-main">
          <Icon name="plus" />
          {words.newCampaign}
        </Link>
      </PageHead>
      <Figures />
      <section class="card" aria-labelledby="recent">
        <div class="card-head">
          <h2 id="recent">{words.recent}</h2>
          {campaigns.length > RECENT && <Link href="/campaigns">{words.all}</Link>}
        </div>
        {campaigns.length === 0 ? (
          <EmptyState title={words.emptyTitle} body={words.emptyBody}>
            <Link href="/templates" class="button">
              {words.emptyAction}
            </Link>
          </EmptyState>
        ) : (
          <CampaignTable campaigns={campaigns.slice(0, RECENT)} labelledBy="recent" />
        )}
      </section>
    </>
  )
}

function Figures(): VNode {
  const { locale } = useApp()
  const words = useWords(homeWords)
  const { campaigns, lists } = useSnapshot()
  const opens = opensOf(campaigns)
  const count = (value: number): string => formatCount(value, locale)
  const people = recipientsOf(
    lists,
    lists.map(({ id }) => id),
  )
  const drafts = campaigns.filter(({ progress }) => progress.status !== 'sent').length
  return (
    <dl class="tiles">
      <FigureTile
        label={words.openRate}
        figure={opens.sent === 0 ? '–' : formatRate(opens.rate, locale)}
        note={
          opens.sent === 0 ? words.noSends : words.ofSent(count(opens.opened), count(opens.sent))
        }
      />
      <FigureTile label={words.sent} figure={count(opens.sent)} />
      <FigureTile
        label={words.contacts}
        figure={count(people.length)}
        note={words.lists(lists.length)}
      />
      <FigureTile
        label={words.drafts}
        figure={count(drafts)}
        {...(drafts > 0 ? { note: words.waiting } : {})}
      />
    </dl>
  )
}
