import type { ComponentChildren, VNode } from 'preact'

interface SegmentsProps<Value extends string> {
  label: string
  /** For screen readers only. */
  labelHidden?: boolean
  options: readonly { value: Value; face: ComponentChildren; lang?: string }[]
  value: Value
  onChange: (value: Value) => void
}

/** A choice of a few, all of them in view. */
export function Segments<Value extends string>(props: SegmentsProps<Value>): VNode {
  const { label, labelHidden, options, value, onChange } = props
  return (
    <fieldset class="field">
      <legend class={labelHidden ? 'unseen' : undefined}>{label}</legend>
      <div class="segments">
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            lang={option.lang}
            aria-pressed={option.value === value}
            onClick={() => onChange(option.value)}
          >
            {option.face}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
