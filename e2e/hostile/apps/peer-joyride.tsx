import { createRoot } from 'react-dom/client'
import { Joyride } from 'react-joyride'
import '../../peers/peer.ts'

/*
 * A product that shows its tour with React Joyride. Besides its default options it is told what makes it
 * do what the others do by themselves: go on with Next, begin with the panel instead of a dot to press,
 * and bring the first target into view.
 */

function Tour() {
  const steps = peerSteps.map(({ title, text, target }) => ({ title, content: text, target }))
  return <Joyride steps={steps} run continuous scrollToFirstStep options={{ skipBeacon: true }} />
}

const holder = document.createElement('div')
document.body.append(holder)
let end = (): void => undefined

globalThis.peer = {
  start() {
    const root = createRoot(holder)
    root.render(<Tour />)
    end = () => root.unmount()
  },
  stop: () => end(),
}
