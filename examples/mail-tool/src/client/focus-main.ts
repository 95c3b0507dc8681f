/**
 * Puts the focus on the content of the page once it is drawn, so that keyboard and screen reader
 * go on there when what had the focus is gone.
 */
export function focusMain(): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true }),
  )
}
