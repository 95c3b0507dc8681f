import type { StepWords } from './words.ts'

export const enStep: StepWords = {
  lang: 'en',
  next: 'Next',
  done: 'Done',
  back: 'Back',
  close: 'Close',
  later: 'Later',
  takeMeThere: 'Take me there',
  getHelp: 'Get help',
  position: (index, of) => `${index} of ${of}`,
  announceStep: (index, of, title) => (of > 1 ? `Step ${index} of ${of}: ${title}` : title),
  css: '',
}
