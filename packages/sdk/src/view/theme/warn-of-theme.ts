import type { Theme } from '../../scene.ts'

/** Tells the developer which values of the theme were left out. Cut from releases by its caller. */
export function warnOfTheme(refused: readonly (keyof Theme)[]): void {
  for (const name of refused) {
    // oxlint-disable-next-line no-console -- the developer of the page has nowhere else to see it
    console.warn(`[firstwin] The theme's \`${name}\` is not usable, so the default is taken.`)
  }
}
