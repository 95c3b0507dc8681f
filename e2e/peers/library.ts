import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Journey } from '@firstwin/schema'
import { ROOT } from '../../scripts/prepare/root.js'
import type { HostPage } from '../hostile/host-page.ts'

/** One that shows a tour, and where its parts are found in the page (open shadow roots too). */
export interface Library {
  name: string
  version: string
  /** A failure of ours fails the run; one of a peer is a line in the table. */
  isOurs: boolean
  panel: string
  title: string
  next: string
  close: string
  /** The host's page with the library and a tour of three steps, which `peer.start()` starts. */
  put: (page: HostPage, tour: Tour) => HostPage
}

/** What the three steps of the tour say and point at. */
export interface Tour {
  text: string
  css: string
  /** The element as an expression, where the peers have no selector for it. */
  element?: string
  /** The language of the texts. */
  locale: string
}

const TITLES = ['One', 'Two', 'Three'] as const

const firstwin: Library = {
  name: 'Firstwin',
  version: versionOf('packages/sdk'),
  isOurs: true,
  panel: '.layer:not([inert]) .panel',
  title: '.title',
  next: '.button:not(.quiet)',
  close: 'button[aria-label="Close"]',
  put: (page, tour) => ({
    ...page,
    journey: toJourney(tour),
    script: `${page.script ?? ''}
{
  let isStopped = false
  globalThis.peer = {
    start() {
      if (isStopped) firstwin.init({ journey: location.pathname + '/journey.json' })
      firstwin.start('tour')
    },
    stop() {
      isStopped = true
      firstwin.stop()
    },
  }
}`,
  }),
}

const driver: Library = {
  name: 'driver.js',
  version: versionOf('node_modules/driver.js'),
  isOurs: false,
  panel: '.driver-popover',
  title: '.driver-popover-title',
  next: '.driver-popover-next-btn',
  close: '.driver-popover-close-btn',
  put: (page, tour) => putApp('peer-driver', page, tour),
}

const joyride: Library = {
  name: 'React Joyride',
  version: versionOf('node_modules/react-joyride'),
  isOurs: false,
  panel: '.react-joyride__tooltip',
  title: '#joyride-tooltip-title',
  next: '[data-action=primary]',
  close: '[data-action=close]',
  put: (page, tour) => putApp('peer-joyride', page, tour),
}

export const LIBRARIES = [firstwin, driver, joyride] as const

function putApp(app: string, page: HostPage, { text, css, element }: Tour): HostPage {
  const target = element === undefined ? JSON.stringify(css) : `() => ${element}`
  const steps = TITLES.map(
    (title) => `{ title: '${title}', text: ${JSON.stringify(text)}, target: ${target} }`,
  )
  const sheet = app === 'peer-driver' ? '<link rel="stylesheet" href="/apps/peer-driver.css">' : ''
  return {
    ...page,
    tag: 'none',
    apps: [app],
    head: `${sheet}${page.head ?? ''}`,
    script: `${page.script ?? ''}\nglobalThis.peerSteps = [${steps.join(', ')}]`,
  }
}

function toJourney({ text, css, locale }: Tour): Journey {
  const steps = TITLES.map((title) => ({
    id: title.toLowerCase(),
    title,
    body: text,
    target: { css },
  }))
  return {
    format: 1,
    id: 'peers',
    locale,
    guides: [{ id: 'tour', title: 'Tour', start: 'on-request', steps }],
  }
}

function versionOf(folder: string): string {
  const found: { version: string } = JSON.parse(
    readFileSync(join(ROOT, folder, 'package.json'), 'utf8'),
  )
  return found.version
}
