import { render } from 'preact'
import { AppRoot } from './app.tsx'
import { applySetup } from './apply-setup.ts'
import { followServer } from './live.ts'
import { onboarding } from './onboarding.ts'
import { createPageClock } from './page-clock.ts'
import { createProduct } from './product.ts'
import { readPageStart } from './read-page-start.ts'
import { createRouter } from './router.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/surfaces.css'
import './shell/shell.css'
import './paper/paper.css'
import './home/home.css'
import './campaigns/campaigns.css'
import './editor/editor.css'
import './templates/templates.css'
import './recipients/recipients.css'
import './reports/reports.css'
import './plans/plans.css'
import './sign-in/sign-in.css'
import './settings/settings.css'

const start = readPageStart()
const router = createRouter()
const clock = createPageClock(start.clock)
const product = createProduct(start.snapshot)

onboarding.start({
  navigate: router.navigate,
  now: clock.now,
  locale: start.locale,
  apply: (setup, values) => applySetup({ setup, values }, product, router),
})
if (start.snapshot) {
  onboarding.signedIn(start.snapshot)
  void onboarding.tellSends(product.snapshot.get)
}
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () =>
  onboarding.matchColours(),
)
followServer(product, clock)

const root = document.querySelector('#root')
if (root) render(<AppRoot start={start} {...{ router, clock, product }} />, root)
