import type { Layer } from './layer.ts'

const OUT_MS = 120

/** Fades out what is in the layer, then takes it away. */
export function fadeOut({ element, remove }: Layer): void {
  const fades = [...element.children].map((child) =>
    child.animate([{}, { opacity: 0 }], { duration: OUT_MS, fill: 'forwards' }),
  )
  void Promise.allSettled(fades.map(({ finished }) => finished)).then(remove)
}
