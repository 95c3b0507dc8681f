import type { VNode } from 'preact'

const PATHS = {
  home: 'M3.5 9 10 3.5 16.5 9v7.5h-4.75v-4.5h-3.5v4.5H3.5z',
  letter: 'M2.75 5h14.5v10.5H2.75zM3 5.25l7 6 7-6',
  template: 'M3.5 3.5h13v13h-13zM3.5 8h13M8.5 8v8.5',
  people:
    'M7.5 9.25a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5zM2.5 16c.3-2.9 2.3-4.5 5-4.5s4.7 1.6 5 4.5M13 4.1a2.75 2.75 0 0 1 0 5M14.5 11.9c1.7.6 2.8 2 3 4.1',
  chart: 'M3.5 16.5h13M5.5 13.5v-3M10 13.5v-9M14.5 13.5v-6',
  settings: 'M3 6h7.5M14.5 6H17M3 14h2.5M9.5 14H17M12.5 4v4M7.5 12v4',
  help: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM8 8a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4v.2M10 13.7v.05',
  plus: 'M10 4.5v11M4.5 10h11',
  eye: 'M2.5 10S5.25 5 10 5s7.5 5 7.5 5-2.75 5-7.5 5-7.5-5-7.5-5zM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  send: 'M17 3 9.25 10.75M17 3l-5 14-2.75-6.25L3 8z',
  copy: 'M7.5 7.5h9v9h-9zM12.5 7.5v-4h-9v9h4',
  bin: 'M4 5.75h12M8 5.5v-2h4v2M5.5 5.75l.75 10.75h7.5l.75-10.75M8.5 9v4.5M11.5 9v4.5',
  check: 'm4.5 10.5 3.75 3.75 7.25-8.5',
  arrow: 'M4 10h12M11 5l5 5-5 5',
  back: 'M16 10H4M9 5l-5 5 5 5',
  out: 'M8 4.5H4.5v11h11V12M11.5 4h4.5v4.5M16 4l-7 7',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6.25V10l2.5 1.75',
  menu: 'M3.5 6h13M3.5 10h13M3.5 14h13',
  close: 'm5 5 10 10M15 5 5 15',
  path: 'M5 16.5v-13M5 4h9.5l-2 3 2 3H5',
  phone: 'M6.25 2.75h7.5v14.5h-7.5zM9 14.75h2',
  screen: 'M2.75 4h14.5v9.5H2.75zM7.5 16.5h5',
} as const

export type IconName = keyof typeof PATHS

/** Strokes of 1.5 on a grid of 20. Decoration: the words beside it say what it means. */
export function Icon({ name }: { name: IconName }): VNode {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
