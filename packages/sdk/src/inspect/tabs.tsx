import type { VNode } from 'preact'
import { TABS, type TabName } from './desk.ts'
import type { InspectWords } from './words/inspect-words.ts'

interface TabsProps {
  words: InspectWords
  tab: TabName
  choose: (tab: TabName) => void
}

/**
 * The sections as tabs: one stop for the Tab key, arrow keys, Home and End within.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export function Tabs({ words, tab, choose }: TabsProps): VNode {
  const onKeyDown = (event: KeyboardEvent): void => {
    const list = event.currentTarget instanceof Element && event.currentTarget.parentElement
    if (!list) return
    const isRtl = getComputedStyle(list).direction === 'rtl'
    const next = nextOf(event.key, TABS.indexOf(tab), isRtl)
    const name = TABS.at(next ?? -1)
    if (next === undefined || !name) return
    event.preventDefault()
    choose(name)
    list.querySelector<HTMLElement>(`#tab-${name}`)?.focus()
  }
  return (
    <div role="tablist" aria-label={words.sections}>
      {TABS.map((name) => (
        <button
          type="button"
          role="tab"
          key={name}
          id={`tab-${name}`}
          aria-selected={name === tab}
          aria-controls="content"
          tabIndex={name === tab ? 0 : -1}
          onClick={() => choose(name)}
          onKeyDown={onKeyDown}
        >
          {words.tabs[name]}
        </button>
      ))}
    </div>
  )
}

function nextOf(key: string, at: number, isRtl: boolean): number | undefined {
  const forward = isRtl ? 'ArrowLeft' : 'ArrowRight'
  const back = isRtl ? 'ArrowRight' : 'ArrowLeft'
  if (key === forward) return (at + 1) % TABS.length
  if (key === back) return (at + TABS.length - 1) % TABS.length
  if (key === 'Home') return 0
  return key === 'End' ? TABS.length - 1 : undefined
}
