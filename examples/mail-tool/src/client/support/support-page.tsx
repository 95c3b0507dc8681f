import type { TargetedSubmitEvent, VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../app-context.ts'
import { failureWords } from '../failure-words.ts'
import { Field } from '../parts/field.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { post } from '../post.ts'
import { useWords } from '../words.ts'
import { supportWords } from './support-words.ts'

export function SupportPage(): VNode {
  const words = useWords(supportWords)
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <div class="support">
        <Ask />
        <section class="card" aria-labelledby="faq">
          <h2 id="faq">{words.faq}</h2>
          <dl class="faq">
            <dt>{words.q1}</dt>
            <dd>{words.a1}</dd>
            <dt>{words.q2}</dt>
            <dd>{words.a2}</dd>
            <dt>{words.q3}</dt>
            <dd>{words.a3}</dd>
          </dl>
        </section>
      </div>
    </>
  )
}

function Ask(): VNode {
  const { locale } = useApp()
  const words = useWords(supportWords)
  const [state, setState] = useState<'asking' | 'thanks' | { failure: string }>('asking')
  const failure = typeof state === 'object' ? failureWords(state.failure, locale) : undefined

  async function ask(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const question = new FormData(event.currentTarget).get('question')
    const outcome = await post('/api/support', { question })
    setState(outcome.ok ? 'thanks' : { failure: outcome.code })
  }

  return (
    <section class="card" aria-labelledby="ask">
      <h2 id="ask">{words.ask}</h2>
      {state === 'thanks' ? (
        <output class="notice notice-good">{words.thanks}</output>
      ) : (
        <form class="stack" onSubmit={(event) => void ask(event)}>
          <Field label={words.question} hint={words.questionHint} error={failure}>
            {(ids) => <textarea {...ids} name="question" rows={6} />}
          </Field>
          <button type="submit" class="button button-main">
            {words.send}
          </button>
        </form>
      )}
    </section>
  )
}
