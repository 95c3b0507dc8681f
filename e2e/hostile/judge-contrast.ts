/**
 * Runs in the page: whether the text of an element of ours stands out from what is painted behind
 * it by 4.5:1, as WCAG 2.2 computes it. Pictures behind it count as not enough.
 */
export function contrastIsEnough(selector: string): boolean {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const paper = canvas.getContext('2d', { willReadFrequently: true })
  const shadow = document.querySelector('firstwin-root')?.shadowRoot
  const element = shadow?.querySelector(selector)
  if (!element || !paper) return false

  const luminance = (layers: string[]): number => {
    paper.clearRect(0, 0, 1, 1)
    for (const colour of layers) {
      paper.fillStyle = colour
      paper.fillRect(0, 0, 1, 1)
    }
    const linear = [...paper.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0)
  }

  const behind: string[] = []
  for (let one: Element | null = element; one; one = one.parentElement) {
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(one)
    if (backgroundImage !== 'none' || opacity !== '1') return false
    behind.unshift(backgroundColor)
  }
  const text = luminance([...behind, getComputedStyle(element).color])
  const ground = luminance(behind)
  return (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05) >= 4.5
}
