const canvas = document.createElement('canvas')
canvas.width = canvas.height = 1
const paper = canvas.getContext('2d', { willReadFrequently: true })

/** The luminance (WCAG 2.2, 0…1) of one colour painted over the other, the lowest first. */
export function paint(layers: readonly string[]): number {
  if (!paper) throw new Error('There is no canvas here.')
  paper.clearRect(0, 0, 1, 1)
  for (const colour of layers) {
    paper.fillStyle = colour
    paper.fillRect(0, 0, 1, 1)
  }
  const [red = 0, green = 0, blue = 0] = [...paper.getImageData(0, 0, 1, 1).data].map(toLinear)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function toLinear(value: number): number {
  const part = value / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

/** 1 to 21, of two luminances. */
export function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}
