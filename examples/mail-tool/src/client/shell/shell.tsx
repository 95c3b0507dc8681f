import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { focusMain } from '../focus-main.ts'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words.ts'
import { Logo } from './logo.tsx'
import { shellWords } from './shell-words.ts'
import { Sidebar } from './sidebar.tsx'

interface ShellProps {
  path: string
  children: ComponentChildren
}

/** The frame of every page. On a phone the sidebar is behind the menu button. */
export function Shell({ path, children }: ShellProps): VNode {
  const words = useWords(shellWords)
  const [menuOpen, setMenuOpen] = useState(false)
  const lastPath = useRef(path)

  useEffect(() => {
    if (lastPath.current === path) return
    lastPath.current = path
    setMenuOpen(false)
    focusMain()
  }, [path])

  return (
    <div class="shell" data-menu={menuOpen ? 'open' : 'closed'}>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <header>
        <div class="top-bar">
          <Logo />
          <button
            type="button"
            class="button button-quiet"
            aria-expanded={menuOpen}
            aria-controls="sidebar"
            onClick={() => setMenuOpen(!menuOpen)}
          >
            <Icon name={menuOpen ? 'close' : 'menu'} />
            {menuOpen ? words.closeMenu : words.menu}
          </button>
        </div>
        <Sidebar path={path} onFollow={() => setMenuOpen(false)} />
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
