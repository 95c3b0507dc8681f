import { compileJourney } from '@firstwin/schema'
import { describe, expect, it } from 'vitest'
import mailTool from '../../../examples/mail-tool/public/onboarding.journey.json'
import { press, see, seen, settle } from '../test/seen.ts'
import { CONTRACT, smallJourney } from '../test/small-journey.ts'
import { PATIENT, useWorld } from '../test/use-world.ts'
import type { WireEvent } from './index.ts'

const world = useWorld()

describe('praise', () => {
  it('for a big win comes over the list in which a small one was just praised', async () => {
    const wins = structuredClone(smallJourney().wins)
    for (const win of wins) win.celebrate = win.id === 'sent' ? 'big' : 'small'
    const firstwin = world.start({ journey: smallJourney({ wins }) })
    firstwin.open()
    await see('Choose one')
    firstwin.track('template.applied')
    await see('Well done · A template is there')
    firstwin.track('preview.opened')
    await see('Well done · You saw it')
    firstwin.track('mail.sent')
    await see('Your first mail is out')
    const shown = await world.arrived('celebration_shown', 3)
    expect(shown.map(({ properties }) => properties['win'])).toEqual(['picked', 'seen', 'sent'])
  })
})

describe('a compiled journey', () => {
  const compiled = compileJourney(JSON.stringify(mailTool))
  const user = { plan: 'trial', industry: 'retail', role: 'owner', contractedAt: CONTRACT }

  /** What is said and reported on the way from the letter to the first mail. */
  async function walk(journey: object, locale: string): Promise<object> {
    localStorage.clear()
    sessionStorage.clear()
    world.endpoint.taken.length = 0
    const words: string[] = []
    const look = async (wanted: string): Promise<void> => {
      await see(wanted)
      await settle()
      words.push(seen())
    }
    const firstwin = world.reload({ journey, locale, apply: () => {} })
    firstwin.identify('u_1', user)
    await look('Aoi Tanaka')
    firstwin.open()
    firstwin.start('industry-template')
    await look(locale === 'ja' ? '週末セール' : 'Weekend sale')
    await press(locale === 'ja' ? 'この内容で設定する' : 'Use these settings')
    await world.arrived('setup_applied')
    firstwin.track('preview.opened')
    firstwin.track('mail.sent')
    await look(locale === 'ja' ? '開封' : 'see who opens it')
    const reports = (await world.arrived('celebration_shown')).map(toReport)
    return { words, reports: [...reports, ...world.taken('win_reached').map(toReport)] }
  }

  /** Without ids and numbers, which are new each time. */
  function toReport({ event, userId, properties }: WireEvent): object {
    const { session, sequence, journeyHash, ...rest } = properties
    expect([session, sequence, journeyHash]).not.toContain(undefined)
    return { event, userId, ...rest }
  }

  it.each(['en', 'ja'])('says and reports the same as the raw one, in %s', async (locale) => {
    if (!compiled.ok) throw new Error('The example journey has errors.')
    expect(await walk(compiled.journey, locale)).toEqual(await walk(mailTool, locale))
  })
})

describe('a locale that is none', () => {
  it.each(['en_US', '', 'not a language'])(
    'draws dates and durations anyway: %o',
    async (locale) => {
      const firstwin = world.start({ journey: mailTool, locale })
      firstwin.identify('u_1', { plan: 'trial', contractedAt: CONTRACT })
      await see('Aoi Tanaka')
      await press('Later')
      firstwin.track('mail.sent')
      await see('on its way')
      expect(world.console.about('internal')).toEqual([])
    },
  )
})

describe('a language that we do not speak', () => {
  const root = () => document.querySelector('firstwin-root')?.shadowRoot?.querySelector('.root')
  const wins = smallJourney().wins.map((win) =>
    Object.assign({}, win, { title: { en: win.title, ar: 'نجاح' } }),
  )

  it.each([
    ['stays, where the journey speaks it', 'ar', { wins }, { lang: 'ar', dir: 'rtl' }],
    ['stays, with its region', 'ar-EG', { wins }, { lang: 'ar-EG', dir: 'rtl' }],
    ['gives way to the journey’s own, where nobody does', 'ar', {}, { lang: 'en', dir: 'ltr' }],
    ['is the journey’s own anyway', 'fr-CA', { locale: 'fr' }, { lang: 'fr-CA', dir: 'ltr' }],
  ])('%s: %s', async (...row) => {
    const [, locale, more, expected] = row
    world.start({ journey: smallJourney(more), locale }).open()
    await see('0 of 3 done')
    expect(root()).toMatchObject(expected)
  })

  it('says which of the words are ours', async () => {
    world.start({ journey: smallJourney({ wins }), locale: 'ar' }).open()
    await see('0 of 3 done')
    const ours = ['.dock section', '.close', '.checklist .small']
    const langs = (): unknown => ours.map((one) => root()?.querySelector<HTMLElement>(one)?.lang)
    await expect.poll(langs, PATIENT).toEqual(['en', 'en', 'en'])
  })
})
