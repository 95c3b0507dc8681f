import type { VNode } from 'preact'
import { opensOf, type Campaign } from '../../model/campaign.ts'
import { useApp } from '../app-context.ts'
import { formatCount, formatDate, formatRate } from '../formats.ts'
import { Link } from '../link.tsx'
import { useWords } from '../words.ts'
import { reportsWords } from './reports-words.ts'

interface OpensTableProps {
  campaigns: readonly Campaign[]
  /** Id of the heading above. */
  labelledBy: string
}

/** One bar for each letter: the part of its recipients who opened it. */
export function OpensTable({ campaigns, labelledBy }: OpensTableProps): VNode {
  const words = useWords(reportsWords)
  return (
    <table class="opens" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{words.letter}</th>
          <th scope="col">{words.sentOn}</th>
          <th scope="col" class="number">
            {words.recipients}
          </th>
          <th scope="col">{words.opens}</th>
        </tr>
      </thead>
      <tbody>
        {campaigns.map((campaign) => (
          <OpensRow key={campaign.id} campaign={campaign} />
        ))}
      </tbody>
    </table>
  )
}

function OpensRow({ campaign }: { campaign: Campaign }): VNode {
  const { locale } = useApp()
  const { sent, rate } = opensOf([campaign])
  const { progress } = campaign
  return (
    <tr>
      <th scope="row">
        <Link href={`/campaigns/${campaign.id}`}>{campaign.letter.subject}</Link>
      </th>
      <td class="date">{progress.status === 'sent' && formatDate(progress.sentAt, locale)}</td>
      <td class="number">{formatCount(sent, locale)}</td>
      <td class="bar-cell">
        <span class="bar" aria-hidden="true">
          <span style={{ width: `${rate * 100}%` }} />
        </span>
        {formatRate(rate, locale)}
      </td>
    </tr>
  )
}
