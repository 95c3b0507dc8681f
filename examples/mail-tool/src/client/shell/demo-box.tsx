import type { VNode } from 'preact'
import { useApp } from '../app-context.ts'
import { useCell } from '../cell.ts'
import { formatDate } from '../formats.ts'
import { Link } from '../link.tsx'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words.ts'
import { shellWords } from './shell-words.ts'

/** What only the demo has: the inbox where all mails arrive, and the date it pretends to be. */
export function DemoBox({ onFollow }: { onFollow: () => void }): VNode {
  const { clock, locale } = useApp()
  useCell(clock.reading)
  const words = useWords(shellWords)
  return (
    <section class="demo-box" aria-label={words.demo}>
      <p>
        <strong>{words.demo}</strong>
        <br />
        {words.demoNote}
      </p>
      <a href="/inbox" target="_blank">
        <Icon name="out" />
        {words.inbox}
      </a>
      <Link href="/settings" onFollow={onFollow}>
        <Icon name="clock" />
        <span>
          {words.clock}
          <br />
          <small>{formatDate(clock.now(), locale)}</small>
        </span>
      </Link>
    </section>
  )
}
