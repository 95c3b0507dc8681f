import type { VNode } from 'preact'
import { useApp } from '../app-context.ts'
import { formatHour } from '../formats.ts'
import { Field } from '../parts/field.tsx'
import { useWords } from '../words.ts'
import { sendWords } from './send-words.ts'

const HOURS = Array.from({ length: 24 }, (_value, hour) => hour)

interface HourFieldProps {
  hour: number
  onChange: (hour: number) => void
}

export function HourField({ hour, onChange }: HourFieldProps): VNode {
  const { locale } = useApp()
  const words = useWords(sendWords)
  return (
    <section class="card">
      <Field label={words.hour} hint={words.hourHint}>
        {(ids) => (
          <select
            {...ids}
            name="sendHour"
            value={String(hour)}
            onChange={(event) => onChange(Number(event.currentTarget.value))}
          >
            {HOURS.map((one) => (
              <option key={one} value={String(one)}>
                {formatHour(one, locale)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </section>
  )
}
