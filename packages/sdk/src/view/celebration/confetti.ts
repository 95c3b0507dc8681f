import { makeElement } from '../make-element.ts'
import type { Stage } from '../part.ts'
import { drawPiece, flyingPieces } from './paper.ts'

const LASTS_MS = 2500

/**
 * Two bursts of paper from the lower corners, behind the card, on a canvas that is gone after 2.5 s.
 * None with reduced motion; turning that on in the middle clears the canvas at once.
 */
export function throwConfetti(panel: HTMLElement, { signal, reduced }: Stage): void {
  const canvas = makeElement('canvas')
  if (!(canvas instanceof HTMLCanvasElement)) return
  const paper = canvas.getContext('2d')
  if (reduced() || !paper) return
  canvas.className = 'confetti'
  canvas.ariaHidden = 'true'
  panel.before(canvas)
  const scale = Math.min(devicePixelRatio, 2)
  const { clientWidth: width, clientHeight: height } = canvas
  canvas.width = width * scale
  canvas.height = height * scale
  paper.scale(scale, scale)

  const pieces = flyingPieces({ width, height }, coloursOf(canvas))
  const start = performance.now()
  const draw = (now: number): void => {
    const elapsed = now - start
    if (signal.aborted || reduced() || elapsed > LASTS_MS) return canvas.remove()
    paper.clearRect(0, 0, width, height)
    paper.globalAlpha = Math.min(1, (LASTS_MS - elapsed) / 500)
    for (const piece of pieces) drawPiece(paper, piece, Math.max(0, elapsed) / 1000)
    requestAnimationFrame(draw)
  }
  requestAnimationFrame(draw)
}

/** The brand colour and its neighbours, as the style sheet mixes them. */
function coloursOf(canvas: HTMLElement): string[] {
  return [1, 2, 3, 4, 5].map((index) => {
    canvas.style.color = `var(--paper-${index})`
    return getComputedStyle(canvas).color
  })
}
