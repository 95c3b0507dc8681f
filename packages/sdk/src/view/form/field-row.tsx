import type { Field } from '@firstwin/schema'
import type { ComponentChildren, VNode } from 'preact'
import type { Ui } from '../part.ts'
import { Choices } from './choices.tsx'

/** More options than this are a list that opens, and not cards. */
const MOST_CARDS = 4
const LINE_LENGTH = 1000

interface FieldRowProps {
  field: Field
  value: string | number | undefined
  recommended: boolean
  error: string | undefined
  ui: Ui
}

/** A label, the control, its hint and what is wrong with it. */
export function FieldRow(props: FieldRowProps): VNode {
  const { field, value, recommended, error, ui } = props
  const label = ui.say.plain(field.label)
  const notes = <Notes field={field} error={error} ui={ui} />
  const described = {
    'aria-invalid': error !== undefined,
    'aria-describedby': `${field.id}-notes`,
  }
  if ('options' in field && field.options.length <= MOST_CARDS) {
    const options = field.options.map((option) => ({
      value: option.value,
      label: ui.say.plain(option.label),
      note: recommended && option.value === value ? ui.words.recommended : undefined,
    }))
    return (
      <fieldset class="field" role="radiogroup" {...described}>
        <legend>{label}</legend>
        <Choices name={field.id} options={options} chosen={value} />
        {notes}
      </fieldset>
    )
  }
  return (
    <div class="field">
      <label for={field.id}>{label}</label>
      {recommended && <span class="chip">{ui.words.recommended}</span>}
      <Control field={field} value={value} described={described} ui={ui} />
      {notes}
    </div>
  )
}

function Notes({ field, error, ui }: Pick<FieldRowProps, 'field' | 'error' | 'ui'>): VNode {
  return (
    <div id={`${field.id}-notes`} class="notes">
      {error !== undefined && <p class="error">{error}</p>}
      {field.hint && <p class="small">{ui.say.plain(field.hint)}</p>}
    </div>
  )
}

interface ControlProps extends Pick<FieldRowProps, 'field' | 'value' | 'ui'> {
  described: { 'aria-invalid': boolean; 'aria-describedby': string }
}

/** Not controlled by us: what the user typed stays, whatever is drawn again. */
function Control({ field, value, described, ui }: ControlProps): VNode {
  const common = { id: field.id, name: field.id, class: 'input', ...described }
  if ('options' in field) {
    return (
      <select {...common}>
        <Option value="" chosen={value === undefined}>
          {ui.words.choose}
        </Option>
        {field.options.map((option) => (
          <Option key={option.value} value={option.value} chosen={option.value === value}>
            {ui.say.plain(option.label)}
          </Option>
        ))}
      </select>
    )
  }
  if ('number' in field) {
    const { min, max, step = 'any' } = field.number
    const limits = { min, max, step, inputMode: 'decimal' } as const
    return <input {...common} type="number" {...limits} defaultValue={value} />
  }
  const maxLength = field.text.maxLength ?? LINE_LENGTH
  return <input {...common} type="text" maxLength={maxLength} defaultValue={value} />
}

interface OptionProps {
  value: string
  chosen: boolean
  children: ComponentChildren
}

function Option({ value, chosen, children }: OptionProps): VNode {
  return (
    <option value={value} selected={chosen}>
      {children}
    </option>
  )
}
