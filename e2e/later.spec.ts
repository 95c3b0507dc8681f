import type { BrowserContext, Page } from '@playwright/test'
import { seeNoAxeViolations } from './axe.ts'
import { signUp } from './pages/account.ts'
import { byMouse } from './pages/hand.ts'
import { createLater, type Later } from './pages/later.ts'
import { createOnboarding } from './pages/onboarding.ts'
import { expect, test } from './test.ts'

/* What comes after the first result: a message, a survey, the big number, an offer, a year. */

const GAP_MS = 31_000
const DAY_MS = 24 * 60 * 60_000
const YEAR_MS = 365 * DAY_MS

const NAME = 'Rin'

/** A visit is a tab of its own, and so a session of its own. */
async function visit(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto('/')
  return page
}

/** Closing alone is not the end: for a moment a closed tab still hears that the clock was moved. */
async function leave(page: Page): Promise<void> {
  await page.goto('about:blank')
  await page.close()
}

/** Once these reasons, and no longer the gap, speak against it. */
async function seeNoMore(later: Later, id: string, reasons: readonly string[]): Promise<void> {
  await expect.poll(() => later.reasonsAgainst(id)).toEqual(reasons)
  await later.seeNothing()
}

test('says what is to be said later, each thing at its time and once', async ({
  context,
  stack,
}) => {
  const start = await stack.now()
  const account = await signUp(context.request, NAME)
  // Nothing is fetched from elsewhere.
  await context.route('https://example.com/**', (route) => route.fulfill({ body: 'Meet-up' }))

  await test.step('the letter, read', async () => {
    const tab = await visit(context)
    await createLater(tab).putAway('You made a good choice')
    await leave(tab)
  })

  await test.step('the first win, and after its gap the community', async () => {
    await account.send(1)
    const tab = await visit(context)
    const onboarding = createOnboarding(tab, byMouse(tab), 'en')
    const later = createLater(tab)
    await onboarding.seeCelebration(NAME)
    await later.putAway(`Congratulations, ${NAME}!`)
    await later.seeNothing()
    await stack.moveClock(GAP_MS)
    await later.see('You are not alone')
    await seeNoAxeViolations(tab, 'You are not alone')
    expect(await later.followToTab('See the meet-up (example.com)')).toBe(
      'https://example.com/meetup',
    )
    await later.seeNothing()
    await leave(tab)
  })

  await test.step('a day later the survey', async () => {
    await stack.moveClock(DAY_MS)
    const tab = await visit(context)
    const later = createLater(tab)
    await later.see('Would you recommend us?')
    await seeNoAxeViolations(tab, 'Would you recommend us?')
    await later.score(9)
    await later.see('What made you happiest so far?')
    await seeNoAxeViolations(tab, 'What made you happiest so far?')
    await later.write('The first open.')
    await later.seeNothing()
    await stack.moveClock(GAP_MS)
    await tab.reload()
    await seeNoMore(later, 'happiest', ['questions', 'seen'])
    await leave(tab)
  })

  await test.step('ten mails in a week, then an offer that takes a no', async () => {
    await account.send(9)
    const tab = await visit(context)
    const later = createLater(tab)
    await later.putAway('Ten mails in a week')
    await stack.moveClock(GAP_MS)
    await later.see('A second seat?')
    await seeNoAxeViolations(tab, 'A second seat?')
    await later.seeText('You send ten mails a week; a second seat saves you the hand-over.')
    const [yes, no] = await later.choices('See what it includes', 'No, thank you')
    expect(no).toEqual(yes)
    await later.press('No, thank you')
    await later.seeNothing()
    await leave(tab)
  })

  await test.step('the offer never again', async () => {
    await stack.moveClock(DAY_MS)
    const tab = await visit(context)
    await seeNoMore(createLater(tab), 'team-plan', ['seen'])
    await leave(tab)
  })

  await test.step('a year after the contract the anniversary', async () => {
    await stack.moveClock(start + YEAR_MS - (await stack.now()))
    const tab = await visit(context)
    const later = createLater(tab)
    await later.see('One more year together')
    await seeNoAxeViolations(tab, 'One more year together')
    await later.seeText('You have sent 10 mails. Thank you.')
    await later.putAway('One more year together')
    await stack.moveClock(GAP_MS)
    await seeNoMore(later, 'anniversary', ['seen'])
    await leave(tab)
  })

  const told = async (event: string): Promise<unknown[]> => {
    const events = await stack.eventsOf(NAME)
    return events.filter((one) => one.event === event).map(({ properties }) => properties)
  }
  await expect
    .poll(() => told('message_answered'))
    .toMatchObject([
      { message: 'welcome-letter', answer: 'closed' },
      { message: 'user-group', answer: 'followed' },
      { message: 'team-plan', answer: 'declined' },
      { message: 'anniversary', answer: 'closed' },
    ])
  await expect.poll(() => told('message_shown')).toHaveLength(4)
  await expect
    .poll(() => told('survey_answered'))
    .toMatchObject([
      { survey: 'happiest', question: 'nps', answer: 9 },
      { survey: 'happiest', question: 'joy', answer: 'The first open.' },
    ])
  await expect
    .poll(() => told('celebration_shown'))
    .toMatchObject([
      { win: 'first-mail-sent', size: 'big' },
      { win: 'ten-mails-a-week', size: 'big' },
    ])
})
