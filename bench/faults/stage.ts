import { rm, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Browser, OwnBrowser, Profile } from './browsers/browser.ts'
import { openGate, type Gate } from './gate/gate.ts'
import type { Stage } from './kind.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createPage, type Page } from './page.ts'
import type { Fault } from './plan.ts'
import { createRandom } from './random.ts'
import type { FaultyCollector } from './rig.ts'
import { openSite, type Site, type SiteOptions } from './site/site.ts'
import type { PageOptions } from './site/page-options.ts'
import { until, untilSure } from './until.ts'

const OTHERS_MS = 10_000
/** Reports of our own may follow those that are waited for. */
const SETTLE_MS = 20_000
/** A page that hangs says nothing. */
const LEFT_MS = 5000

/** Where the files of the pages are, and who reports from them. */
export type Scenery = Omit<SiteOptions, 'gate'>

export interface StageOptions {
  readonly fault: Fault
  readonly browser: Browser
  readonly collector: FaultyCollector
  /** Where the gate hands requests on to. */
  readonly receiver: () => string
  readonly scenery: Scenery
}

export interface OpenStage extends Stage {
  readonly ledger: Ledger
  readonly lastProfile: () => Profile
  /** Resolves when nothing waits on the device any more, as far as a page is left that can say so. */
  readonly settled: () => Promise<void>
  /** What is left on the device, as the last page that was opened sees it. */
  readonly left: () => Promise<string>
  readonly close: () => Promise<void>
}

/** Sets up all that one fault needs. */
export async function openStage(options: StageOptions): Promise<OpenStage> {
  const { fault, browser, collector } = options
  const gate = await openGate(options.receiver)
  const site = await openSite({ ...options.scenery, gate })
  const profile = await browser.newProfile()
  const ledger = createLedger()
  const ends: (() => Promise<unknown>)[] = [profile.close, site.close, gate.close]
  const open = createOpen({ fault, ledger, site, profile })

  return {
    engine: fault.engine,
    events: fault.events,
    random: createRandom(fault.seed),
    gate,
    collector,
    profile,
    ledger,
    elsewhereUrl: site.elsewhereUrl,
    ...open,
    startOwn: createStartOwn(browser, ends),
    async posts(count) {
      const hasSeen = (): boolean => gate.posts() >= count
      // Others may never send again; that is theirs, and shows in what is lost.
      if (options.scenery.sender === 'firstwin') await untilSure(`${count} requests`, hasSeen)
      else await until(hasSeen, OTHERS_MS)
    },
    async close() {
      for (const end of ends) await end().catch(() => undefined)
    },
  }
}

/** Whether the receiver has said so of everything. */
export function isDelivered(ledger: Ledger, gate: Gate): boolean {
  return ledger.all().every(({ mark }) => gate.copies(mark) > 0)
}

interface OpenParts {
  readonly fault: Fault
  readonly ledger: Ledger
  readonly site: Site
  readonly profile: Profile
}

function createOpen({ fault, ledger, site, profile }: OpenParts) {
  let number = 0
  let last = profile
  const pages: Page[] = []
  return {
    lastProfile: () => last,
    async settled(): Promise<void> {
      const waiting = (): Promise<unknown> => pages.at(-1)?.run('waiting()') ?? Promise.resolve(0)
      await until(async () => (await waiting()) === 0, SETTLE_MS).catch(() => false)
    },
    async left(): Promise<string> {
      const told = pages
        .at(-1)
        ?.left()
        .catch((error: unknown) => `nobody can tell: ${String(error)}`)
      const left = (await Promise.race([told, delay(LEFT_MS)])) ?? 'nobody can tell'
      return [...pages.map(({ history }) => history()), left].join('\n  ')
    },
    async open(page: PageOptions = {}, where = profile): Promise<Page> {
      last = where
      number += 1
      const own = number
      const tab = await where.open(site.pageUrl(page))
      const { clockMs = 0, user } = page
      const made = createPage({ tab, ledger, fault: fault.id, number: own, clockMs, user })
      await made.ready()
      pages.push(made)
      return made
    },
  }
}

/** Each of the fault's own browsers starts on the same profile. */
function createStartOwn(browser: Browser, ends: (() => Promise<unknown>)[]) {
  let folder: string | undefined
  return async (): Promise<OwnBrowser> => {
    if (folder === undefined) {
      const made = await mkdtemp(join(tmpdir(), 'firstwin-profile-'))
      ends.push(() => rm(made, { recursive: true, force: true }))
      folder = made
    }
    const own = await browser.startOwn(folder)
    ends.unshift(own.close)
    return own
  }
}
