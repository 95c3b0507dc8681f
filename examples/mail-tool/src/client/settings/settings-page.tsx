import type { VNode } from 'preact'
import { toLocale } from '../../model/locale.ts'
import { SCHEMES } from '../../model/user.ts'
import { useApp, useSnapshot } from '../app-context.ts'
import { formatDate } from '../formats.ts'
import { Field } from '../parts/field.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Segments } from '../parts/segments.tsx'
import { useWords } from '../words.ts'
import { DemoClockCard } from './demo-clock-card.tsx'
import { settingsWords } from './settings-words.ts'

export function SettingsPage(): VNode {
  const words = useWords(settingsWords)
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <div class="settings">
        <AppearanceCard />
        <CompanyCard />
        <DemoClockCard />
      </div>
    </>
  )
}

function AppearanceCard(): VNode {
  const { product } = useApp()
  const words = useWords(settingsWords)
  const { user } = useSnapshot()
  return (
    <section class="card" aria-labelledby="appearance">
      <h2 id="appearance">{words.appearance}</h2>
      <Field label={words.language}>
        {(ids) => (
          <select
            {...ids}
            name="locale"
            value={user.locale}
            onChange={(event) =>
              void product.settings({ locale: toLocale(event.currentTarget.value) })
            }
          >
            <option value="en" lang="en">
              English
            </option>
            <option value="ja" lang="ja">
              日本語
            </option>
          </select>
        )}
      </Field>
      <Segments
        label={words.scheme}
        value={user.scheme}
        onChange={(scheme) => void product.settings({ scheme })}
        options={SCHEMES.map((value) => ({ value, face: words[value] }))}
      />
    </section>
  )
}

function CompanyCard(): VNode {
  const { locale } = useApp()
  const words = useWords(settingsWords)
  const { company } = useSnapshot()
  return (
    <section class="card" aria-labelledby="company">
      <h2 id="company">{words.company}</h2>
      <dl class="summary">
        <dt>{words.companyName}</dt>
        <dd>{company.name}</dd>
        <dt>{words.plan}</dt>
        <dd>{words.trialSince(formatDate(company.contractedAt, locale))}</dd>
      </dl>
    </section>
  )
}
