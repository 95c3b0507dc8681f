import type { VNode } from 'preact'
import { useApp, useSnapshot } from '../app-context.ts'
import { Link } from '../link.tsx'
import { onboarding } from '../onboarding.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { useWords } from '../words.ts'
import { DemoBox } from './demo-box.tsx'
import { Logo } from './logo.tsx'
import { shellWords } from './shell-words.ts'

const PAGES = [
  { href: '/', name: 'home', icon: 'home' },
  { href: '/campaigns', name: 'campaigns', icon: 'letter' },
  { href: '/templates', name: 'templates', icon: 'template' },
  { href: '/recipients', name: 'recipients', icon: 'people' },
  { href: '/reports', name: 'reports', icon: 'chart' },
] as const satisfies { href: string; name: keyof (typeof shellWords)['en']; icon: IconName }[]

interface SidebarProps {
  path: string
  onFollow: () => void
}

export function Sidebar({ path, onFollow }: SidebarProps): VNode {
  const words = useWords(shellWords)
  const isCurrent = (href: string): boolean =>
    href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
  return (
    <div class="sidebar" id="sidebar">
      <Link href="/" class="sidebar-logo" onFollow={onFollow}>
        <Logo />
      </Link>
      <nav aria-label={words.nav}>
        {PAGES.map(({ href, name, icon }) => (
          <Link key={href} href={href} class="nav-link" current={isCurrent(href)} {...{ onFollow }}>
            <Icon name={icon} />
            {words[name]}
          </Link>
        ))}
        <hr />
        <button
          type="button"
          class="nav-link"
          onClick={() => {
            onFollow()
            onboarding.openChecklist()
          }}
        >
          <Icon name="path" />
          {words.gettingStarted}
        </button>
        <Link href="/support" class="nav-link" current={isCurrent('/support')} {...{ onFollow }}>
          <Icon name="help" />
          {words.support}
        </Link>
        <Link href="/settings" class="nav-link" current={isCurrent('/settings')} {...{ onFollow }}>
          <Icon name="settings" />
          {words.settings}
        </Link>
      </nav>
      <DemoBox onFollow={onFollow} />
      <Account />
    </div>
  )
}

function Account(): VNode {
  const { product, router } = useApp()
  const { user, company } = useSnapshot()
  const words = useWords(shellWords)

  async function signOut(): Promise<void> {
    onboarding.signedOut()
    await product.signOut()
    router.navigate('/sign-in')
  }

  return (
    <div class="account">
      <Avatar name={user.name} />
      <span class="account-names">
        <strong>{user.name}</strong>
        <small>
          {company.name} · {words.trial}
        </small>
      </span>
      <button type="button" class="button button-quiet" onClick={() => void signOut()}>
        {words.signOut}
      </button>
    </div>
  )
}
