const PIECES_PER_CORNER = 55
/** Of a falling sheet: pulled down in px/s², and slowed by the air so much per second. */
const GRAVITY = 1150
const DRAG = 1.7

interface Piece {
  colour: string
  from: { x: number; y: number }
  /** In px/s at the start. */
  speed: { x: number; y: number }
  size: { width: number; height: number }
  /** Turns per second, and where in its turn it starts. */
  spin: number
  phase: number
}

/** The pieces of both bursts, thrown inwards from the lower corners. */
export function flyingPieces(
  { width, height }: { width: number; height: number },
  colours: readonly string[],
): Piece[] {
  const reach = Math.min(1, height / 800)
  return Array.from({ length: 2 * PIECES_PER_CORNER }, (_, index) => {
    const right = index % 2 === 1
    const angle = ((48 + Math.random() * 36) * Math.PI) / 180
    const force = (900 + Math.random() * 1300) * reach
    return {
      colour: colours[index % colours.length] ?? 'currentcolor',
      from: { x: right ? width : 0, y: height },
      speed: { x: Math.cos(angle) * force * (right ? -1 : 1), y: -Math.sin(angle) * force * 1.25 },
      size: { width: 6 + Math.random() * 5, height: 8 + Math.random() * 7 },
      spin: 0.6 + Math.random() * 1.4,
      phase: Math.random() * Math.PI * 2,
    }
  })
}

/** Where it is after `seconds`, in closed form: thrown, slowed by the air, sinking and swaying. */
export function drawPiece(paper: CanvasRenderingContext2D, piece: Piece, seconds: number): void {
  const { from, speed, size } = piece
  const slowed = (1 - Math.exp(-DRAG * seconds)) / DRAG
  const turn = piece.phase + piece.spin * seconds * Math.PI * 2
  const x = from.x + speed.x * slowed + Math.sin(turn * 0.6) * 10 * seconds
  const y = from.y + speed.y * slowed + (GRAVITY / DRAG) * (seconds - slowed)

  paper.save()
  paper.translate(x, y)
  paper.rotate(turn * 0.35)
  // A sheet that turns in the air is seen from the side now and then.
  paper.scale(1, Math.cos(turn))
  paper.fillStyle = piece.colour
  paper.fillRect(-size.width / 2, -size.height / 2, size.width, size.height)
  paper.restore()
}
