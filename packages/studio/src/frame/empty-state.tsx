import { useState } from 'preact/hooks'
import { useWords } from '../words/language.ts'

/** Before the first customer: what to do, ready to be copied. */
export function EmptyState() {
  const { empty } = useWords()
  const [copied, setCopied] = useState(false)
  const tag = scriptTag(new URL('v1/batch', document.baseURI).href)
  const copy = (): void => {
    void navigator.clipboard.writeText(tag).then(() => setCopied(true))
  }

  return (
    <section class="empty">
      <h2>{empty.title}</h2>
      <p>{empty.body}</p>
      <pre>
        <code>{tag}</code>
      </pre>
      {'clipboard' in navigator && (
        <button type="button" class="filled" onClick={copy}>
          {copied ? empty.copied : empty.copy}
        </button>
      )}
    </section>
  )
}

function scriptTag(endpoint: string): string {
  return [
    '<script async src="https://cdn.example.com/firstwin/1.0.0/firstwin.js"',
    '        data-journey="/onboarding.journey.json"',
    `        data-endpoint="${endpoint}"`,
    '        data-key="pk_…"></script>',
  ].join('\n')
}
