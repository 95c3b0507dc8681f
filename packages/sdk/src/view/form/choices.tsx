import type { VNode } from 'preact'

interface Choice {
  value: string
  label: string
  note?: string | undefined
}

interface ChoicesProps {
  name: string
  options: readonly Choice[]
  chosen?: string | number | undefined
}

/** Options as cards; real radio buttons, so that the arrow keys work as everywhere. */
export function Choices({ name, options, chosen }: ChoicesProps): VNode {
  return (
    <div class="choices">
      {options.map(({ value, label, note }) => (
        <label key={value} class="card">
          <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
          <span class="card-label">{label}</span>
          {note && <span class="chip">{note}</span>}
        </label>
      ))}
    </div>
  )
}
