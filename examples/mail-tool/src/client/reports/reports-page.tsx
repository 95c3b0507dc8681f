import type { VNode } from 'preact'
import { opensOf } from '../../model/campaign.ts'
import { useApp, useSnapshot } from '../app-context.ts'
import { formatCount, formatRate } from '../formats.ts'
import { Link } from '../link.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { FigureTile } from '../parts/figure-tile.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useWords } from '../words.ts'
import { OpensTable } from './opens-table.tsx'
import { reportsWords } from './reports-words.ts'

export function ReportsPage(): VNode {
  const { locale } = useApp()
  const words = useWords(reportsWords)
  const sent = useSnapshot().campaigns.filter(({ progress }) => progress.status === 'sent')
  const opens = opensOf(sent)
  const count = (value: number): string => formatCount(value, locale)
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <dl class="tiles tiles-three">
        <FigureTile
          guideId="open-rate"
          label={words.openRate}
          figure={opens.sent === 0 ? '–' : formatRate(opens.rate, locale)}
          note={
            opens.sent === 0
              ? words.nothingYet
              : words.openRateNote(count(opens.opened), count(opens.sent))
          }
        />
        <FigureTile label={words.sent} figure={count(opens.sent)} />
        <FigureTile label={words.campaigns} figure={count(sent.length)} />
      </dl>
      <section class="card" aria-labelledby="per-campaign">
        <h2 id="per-campaign">{words.perCampaign}</h2>
        {sent.length === 0 ? (
          <EmptyState title={words.emptyTitle} body={words.emptyBody}>
            <Link href="/campaigns" class="button">
              {words.emptyAction}
            </Link>
          </EmptyState>
        ) : (
          <>
            <OpensTable campaigns={sent} labelledBy="per-campaign" />
            <p class="demo-line">
              {words.inboxNote}{' '}
              <a href="/inbox" target="_blank">
                {words.inbox}
              </a>
            </p>
          </>
        )}
      </section>
    </>
  )
}
