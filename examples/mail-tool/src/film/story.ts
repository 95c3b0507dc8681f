import type { Page } from 'playwright'
import { createPointer, type Pointer } from './pointer.ts'

/** One scene: what is said, what is done, and how long the picture stands afterwards. */
interface Scene {
  caption: string
  act: (page: Page, pointer: Pointer) => Promise<void>
  restMs: number
}

/** How a mail is sent, with the words that are shown under it. Forty seconds in all. */
const SCENES: readonly Scene[] = [
  {
    caption: 'Every letter starts with a template. This one is for a weekend sale.',
    act: (_page, pointer) => pointer.press('.template:first-child .button'),
    restMs: 3200,
  },
  {
    caption: 'Give it a subject. Short works best.',
    act: async (page, pointer) => {
      await pointer.press('input[name=subject]')
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type('Tulips, 20% off this weekend', { delay: 85 })
    },
    restMs: 2000,
  },
  {
    caption: 'Change the words. The draft on the right follows as you type.',
    act: async (page, pointer) => {
      await pointer.press('input[name=heading]')
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type('The tulips are here', { delay: 85 })
    },
    restMs: 2200,
  },
  {
    caption: 'The preview shows the mail as your customer will get it.',
    act: (_page, pointer) => pointer.press('[data-firstwin=preview-button]'),
    restMs: 4100,
  },
  {
    caption: 'Choose who gets it. Start with yourself.',
    act: async (page, pointer) => {
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'smooth' }))
      await pointer.press('[data-firstwin=add-recipients]')
    },
    restMs: 3200,
  },
  {
    caption: 'Press Send, and have one last look.',
    act: (_page, pointer) => pointer.press('[data-firstwin=send-button]'),
    restMs: 3000,
  },
  {
    caption: 'Send now: the letter is on its way.',
    act: async (page, pointer) => {
      await pointer.press('dialog .button-main')
      await page.waitForSelector('.sent')
    },
    restMs: 3800,
  },
  {
    caption: 'Whoever opens it appears here. That is all there is to it.',
    act: (_page, pointer) => pointer.point('.tile'),
    restMs: 3000,
  },
]

export interface Caption {
  /** Milliseconds since 1970, on the machine's clock. */
  from: number
  to: number
  text: string
}

/** Acts the story out on the page with the templates, and says when which words are true. */
export async function actStory(page: Page): Promise<Caption[]> {
  const pointer = await createPointer(page)
  const captions: Caption[] = []
  for (const { caption, act, restMs } of SCENES) {
    const from = Date.now()
    await act(page, pointer)
    await page.waitForTimeout(restMs)
    captions.push({ from, to: Date.now(), text: caption })
  }
  return captions
}
