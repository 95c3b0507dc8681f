import type { VNode } from 'preact'
import { Link } from '../link.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useWords } from '../words.ts'
import { homeWords } from './home-words.ts'

export function MissingPage(): VNode {
  const words = useWords(homeWords)
  return (
    <>
      <PageHead title={words.missingTitle} lead={words.missingBody} />
      <Link href="/" class="button">
        {words.toHome}
      </Link>
    </>
  )
}
