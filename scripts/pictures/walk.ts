import type { Browser, Page } from 'playwright'
import { byMouse } from '../../e2e/pages/hand.ts'
import { createOnboarding, type Onboarding } from '../../e2e/pages/onboarding.ts'
import { createProduct, type Product } from '../../e2e/pages/product.ts'
import { WORDS } from '../../e2e/pages/words.ts'
import type { Stack } from '../demo/start-stack.ts'
import { createCamera, type Camera } from './camera.ts'
import { NOW } from './demo-world.ts'
import type { Look } from './looks.ts'
import { repeatChance } from './repeat-chance.ts'
import type { Pictures } from './state.ts'

const SUBJECTS = { en: 'Spring is here', ja: '春の花が入荷しました' } as const
const MINUTE_MS = 60_000

interface Walk {
  page: Page
  look: Look
  camera: Camera
  product: Product
  onboarding: Onboarding
  /** Lets so many minutes go by in the product. */
  pass: (minutes: number) => void
}

/** Walks a new customer to the first win, as the end-to-end test does, and takes the pictures. */
export async function walk(browser: Browser, stack: Stack, look: Look): Promise<Pictures> {
  const context = await browser.newContext({
    locale: look.locale,
    timezoneId: 'Asia/Tokyo',
    deviceScaleFactor: 2,
    baseURL: stack.appUrl,
    ...look.context,
  })
  try {
    const page = await context.newPage()
    await page.addInitScript(repeatChance)
    await page.clock.install({ time: NOW })
    const camera = createCamera(page, look)
    const hand = byMouse(page)
    const product = createProduct(page, hand, look.locale)
    const onboarding = createOnboarding(page, hand, look.locale)
    const pass = (minutes: number): void => stack.clock.move(minutes * MINUTE_MS)
    const walking = { page, look, camera, product, onboarding, pass }

    const beginning = await begin(walking)
    const middle = await preview(walking)
    const celebration = await send(walking)
    await page.goto(stack.collectorUrl)
    await page.getByRole('listitem').first().waitFor()
    return { ...beginning, ...middle, celebration, results: await camera.take('results') }
  } finally {
    await context.close()
  }
}

async function begin({ look, camera, product, onboarding, pass }: Walk) {
  const { name, company } = look
  await product.signUp({ name, mail: 'aoi@example.com', company })
  await onboarding.seeLetter()
  const letter = await camera.take('letter')
  await onboarding.closeLetter()
  await onboarding.openChecklist()
  const checklist = await camera.take('checklist')
  pass(1)
  await onboarding.begin()
  await onboarding.seeSetup()
  await onboarding.applySetup()
  await product.seeEditor()
  await onboarding.seeDone(1)
  await camera.rest()
  return { letter, checklist }
}

async function preview(walking: Walk) {
  const { look, camera, product, onboarding, pass } = walking
  const words = WORDS[look.locale]
  await camera.frame('step')
  await onboarding.begin()
  await camera.rest()
  await onboarding.seeStep(words.previewStep)
  pass(2)
  const step = await camera.take('step')
  const inspector = await inspect(walking)
  await product.openPreview()
  await product.seePreview()
  await onboarding.seeToast(words.previewWin)
  await onboarding.closeToast()
  await onboarding.seeDone(2)
  await camera.rest()
  return { step, inspector }
}

/** As the developer of the example looks at the same moment. */
async function inspect({ page, camera }: Walk): Promise<Buffer> {
  const root = page.locator('firstwin-root[data-inspector]')
  await page.keyboard.press('Alt+Shift+W')
  await root.locator('#tab-why').click()
  await root.locator('details.shown > summary').first().click()
  const picture = await camera.take('inspector')
  await page.keyboard.press('Escape')
  return picture
}

async function send({ page, look, camera, product, onboarding, pass }: Walk): Promise<Buffer> {
  const words = WORDS[look.locale]
  await camera.frame('celebration')
  pass(3)
  await onboarding.begin()
  await product.writeSubject(SUBJECTS[look.locale])
  await camera.rest()
  await onboarding.seeStep(words.recipientsStep)
  await product.addMyself()
  await camera.rest()
  await onboarding.seeStep(words.sendStep)
  await page.locator('[data-firstwin=send-button]').click()
  const confirm = page.getByRole('button', { name: words.sendNow, exact: true })
  await confirm.waitFor()
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000))
  await confirm.click()
  const picture = await camera.takeConfetti()
  await page.clock.resume()
  await product.seeSent()
  return picture
}
