import { chromium } from 'playwright'
import { chromium as opts } from '/work/main/scripts/browsers.js'
import { mkdirSync } from 'node:fs'
const out = process.argv[2]
mkdirSync(out, { recursive: true })
const b = await chromium.launch(opts())
const scenes = [
  'step-next',
  'step-click',
  'step-spotlight',
  'step-input',
  'step-centred',
  'checklist-praise',
  'checklist-any',
  'letter',
  'toast',
  'celebration',
  'setup',
  'setup-failed',
  'survey-nps',
  'survey-choice',
  'survey-text',
  'community',
  'offer',
  'announcement',
]
const modes = [
  ['', 1280, 800],
  ['&dark&locale=ja', 1280, 800],
  ['&brand=%23b4421e', 375, 667],
]
for (const [q, width, height] of modes) {
  const p = await b.newPage({ viewport: { width, height }, reducedMotion: 'reduce' })
  for (const s of scenes) {
    await p.goto(`http://localhost:4291/?scene=${s}${q}`)
    try {
      await p.waitForSelector('html[data-shown]', { timeout: 4000 })
    } catch {
      console.log('no', s)
    }
    await p.waitForTimeout(120)
    await p.screenshot({ path: `${out}/${s}${q.replace(/\W/g, '_')}.png` })
  }
  await p.close()
}
await b.close()
