import { useState } from 'preact/hooks'
import { useWords } from '../words/language.ts'

interface EmptyStateProps {
  scriptTag: string | undefined
}

/** Before the first customer: what to do, ready to be copied. */
export function EmptyState({ scriptTag }: EmptyStateProps) {
  const { empty } = useWords()
  const [copied, setCopied] = useState(false)
  const tag = scriptTag ?? tagToFillIn(new URL('v1/batch', document.baseURI).href)
  const copy = (): void => {
    void navigator.clipboard.writeText(tag).then(() => setCopied(true))
  }

  return (
    <section class="empty">
      <Outline />
      <h2>{empty.title}</h2>
      <p>{empty.body}</p>
      {scriptTag === undefined && <p>{empty.fillIn}</p>}
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

/** The picture that will stand here, as an outline. */
function Outline() {
  return (
    <svg class="outline" viewBox="0 0 640 150" aria-hidden="true">
      <path class="ground" d="M0 149H640" />
      <path
        class="hill"
        d="M40 149C160 149 190 96 270 64S480 22 640 14V62C480 66 400 80 320 104S200 149 150 149Z"
      />
      <path class="way" d="M0 149H60C170 149 200 116 290 82S480 44 640 38" />
      <circle cx="290" cy="82" r="6" />
    </svg>
  )
}

/** For a collector that does not know where its script lies. */
function tagToFillIn(endpoint: string): string {
  return [
    '<script',
    '  async',
    '  src="https://cdn.example.com/firstwin/1.0.0/firstwin.js"',
    '  data-journey="/onboarding.journey.json"',
    `  data-endpoint="${endpoint}"`,
    '  data-key="pk_…"',
    '></script>',
  ].join('\n')
}
