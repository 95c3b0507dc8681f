import { answersQuestions } from './store/answers-questions.fixture.ts'
import { forgetsPeople } from './store/forgets-people.fixture.ts'
import { keepsEvents } from './store/keeps-events.fixture.ts'
import { keepsProgress } from './store/keeps-progress.fixture.ts'
import { opensAndCloses } from './store/opens-and-closes.fixture.ts'
import { tellsEvidence } from './store/tells-evidence.fixture.ts'
import type { OpenStore } from './store/opened-store.fixture.ts'

/**
 * What every store promises, run against each one. `open` gives an empty store, which the suite
 * closes.
 */
export function describeStore(name: string, open: OpenStore): void {
  keepsEvents(name, open)
  tellsEvidence(name, open)
  answersQuestions(name, open)
  forgetsPeople(name, open)
  keepsProgress(name, open)
  opensAndCloses(name, open)
}
