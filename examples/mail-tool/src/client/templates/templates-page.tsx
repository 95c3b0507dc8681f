import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { addressed } from '../../model/letter.ts'
import { TEMPLATES } from '../../model/template-library.ts'
import type { Template, TemplateId } from '../../model/template.ts'
import type { Industry } from '../../model/user.ts'
import { useApp, useSnapshot } from '../app-context.ts'
import { FailureNotice } from '../parts/failure-notice.tsx'
import { onboarding } from '../onboarding.ts'
import { Paper } from '../paper/paper.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useWords } from '../words.ts'
import { templateWords } from './template-words.ts'

const COMMON: Record<Industry, TemplateId> = {
  retail: 'sale',
  restaurant: 'arrival',
  software: 'newsletter',
  education: 'event',
  other: 'newsletter',
}

export function TemplatesPage(): VNode {
  const { product, router } = useApp()
  const words = useWords(templateWords)
  const { company } = useSnapshot()
  const [failure, setFailure] = useState<string>()

  async function use({ id }: Template): Promise<void> {
    const outcome = await product.create(id)
    if (!outcome.ok) {
      setFailure(outcome.code)
      return
    }
    onboarding.templateApplied(id)
    router.navigate(`/campaigns/${outcome.value}`)
  }

  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <FailureNotice code={failure} />
      <ul class="gallery" aria-label={words.list}>
        {TEMPLATES.map((template) => (
          <TemplateCard
            key={template.id}
            template={template}
            recommended={COMMON[company.industry] === template.id}
            onUse={() => void use(template)}
          />
        ))}
      </ul>
    </>
  )
}

interface TemplateCardProps {
  template: Template
  recommended: boolean
  onUse: () => void
}

function TemplateCard({ template, recommended, onUse }: TemplateCardProps): VNode {
  const { locale } = useApp()
  const words = useWords(templateWords)
  const { company, user } = useSnapshot()
  const { name, purpose, letter } = template.words[locale]
  return (
    <li class="template">
      <div class="template-picture" aria-hidden="true">
        <Paper
          letter={addressed(letter, user.name)}
          look={template.look}
          sender={company.name}
          locale={locale}
        />
      </div>
      <div class="template-words">
        <h2>{name}</h2>
        <p>{purpose}</p>
        {recommended && <p class="template-note">{words.forIndustry}</p>}
        <button type="button" class="button" aria-label={words.useFor(name)} onClick={onUse}>
          {words.use}
        </button>
      </div>
    </li>
  )
}
