import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright'
import { chromium as installed } from './browsers.js'
import { buildParts } from './build/build-parts.js'
import { createDarkroom } from './pictures/darkroom.ts'
import { startDemoWorld } from './pictures/demo-world.ts'
import { README, REVIEW, type Look } from './pictures/looks.ts'
import type { Pictures } from './pictures/state.ts'
import { walk } from './pictures/walk.ts'
import { ROOT } from './prepare/root.js'
import { step } from './prepare/step.js'
import { runMain } from './prepare/stop.js'

const FOLDER = join(ROOT, 'docs/pictures')
/** Sharp on fine screens: two pixels per CSS pixel. */
const README_FORMAT = { width: 3200, quality: 0.82 }
/** To look at, not to show. */
const REVIEW_QUALITY = 0.4

/**
 * `npm run pictures`: makes docs/pictures again, from the example as it is now. `npm run pictures
 * dark ja` makes only these looks: light, dark, phone, ja, readme.
 */
async function main(): Promise<void> {
  const asked = process.argv.slice(2)
  const looks = [...REVIEW, README].filter(({ id }) => asked.length === 0 || asked.includes(id))
  await buildParts(['script', 'studio', 'example', 'journey'])
  await mkdir(FOLDER, { recursive: true })
  const browser = await chromium.launch(installed())
  try {
    for (const look of looks) await step(`Pictures: ${look.id}`, () => make(browser, look))
  } finally {
    await browser.close()
  }
}

/** Each look has a world of its own, in which nobody else has walked. */
async function make(browser: Browser, look: Look): Promise<void> {
  const world = await startDemoWorld()
  try {
    const pictures = await walk(browser, world, look)
    await (look === README ? saveReadme(browser, pictures) : saveReview(browser, look, pictures))
  } finally {
    await world.stop()
  }
}

async function saveReadme(browser: Browser, pictures: Pictures): Promise<void> {
  const darkroom = createDarkroom(browser)
  const picture = await darkroom.toWebp(await darkroom.compose(pictures), README_FORMAT)
  await writeFile(join(FOLDER, 'readme.webp'), picture)
}

async function saveReview(browser: Browser, look: Look, pictures: Pictures): Promise<void> {
  const darkroom = createDarkroom(browser)
  const format = { width: look.context.viewport?.width ?? 1280, quality: REVIEW_QUALITY }
  for (const [state, png] of Object.entries(pictures)) {
    await writeFile(join(FOLDER, `${state}-${look.id}.webp`), await darkroom.toWebp(png, format))
  }
}

await runMain(main)
