import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../prepare/root.js'

// The results screen, into the package whose `serve` shows it.
const to = join(ROOT, 'packages/cli/dist/studio')
rmSync(to, { recursive: true, force: true })
cpSync(join(ROOT, 'packages/studio/dist'), to, { recursive: true })
