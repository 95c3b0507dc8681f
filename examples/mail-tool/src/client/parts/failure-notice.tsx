import type { VNode } from 'preact'
import { useApp } from '../app-context.ts'
import { failureWords } from '../failure-words.ts'

/** What went wrong and what to do. Nothing while there is no code. */
export function FailureNotice({ code }: { code: string | undefined }): VNode | null {
  const { locale } = useApp()
  if (code === undefined) return null
  return (
    <p class="notice notice-bad" role="alert">
      {failureWords(code, locale)}
    </p>
  )
}
