import type { VNode } from 'preact'
import { CampaignsPage } from './campaigns/campaigns-page.tsx'
import { CampaignPage } from './editor/campaign-page.tsx'
import { HomePage } from './home/home-page.tsx'
import { MissingPage } from './home/missing-page.tsx'
import { TeamPlanPage } from './plans/team-plan-page.tsx'
import { RecipientsPage } from './recipients/recipients-page.tsx'
import { ReportsPage } from './reports/reports-page.tsx'
import { SettingsPage } from './settings/settings-page.tsx'
import { SupportPage } from './support/support-page.tsx'
import { TemplatesPage } from './templates/templates-page.tsx'

/** The page that the path names. */
export function pageFor(path: string): VNode {
  const [, section, id, ...rest] = path.split('/')
  if (section === 'campaigns' && id && rest.length === 0) return <CampaignPage key={id} id={id} />
  switch (path) {
    case '/':
    case '/sign-in':
      return <HomePage />
    case '/campaigns':
      return <CampaignsPage />
    case '/templates':
      return <TemplatesPage />
    case '/recipients':
      return <RecipientsPage />
    case '/reports':
      return <ReportsPage />
    case '/plans/team':
      return <TeamPlanPage />
    case '/support':
      return <SupportPage />
    case '/settings':
      return <SettingsPage />
    default:
      return <MissingPage />
  }
}
