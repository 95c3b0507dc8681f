import { Component } from 'preact'
import type { TargetedEvent, VNode } from 'preact'
import type { SetupScene } from '../../scene.ts'
import { Button } from '../controls/button.tsx'
import { Close } from '../controls/close.tsx'
import type { Ui } from '../part.ts'
import { Line, RichText } from '../text/rich-text.tsx'
import { fieldErrors } from './field-errors.ts'
import type { Errors } from './field-errors.ts'
import { FieldRow } from './field-row.tsx'

interface SetupFormProps {
  item: SetupScene
  ui: Ui
}

/** Recommended values stand in the fields; what was typed stays there when `apply` failed. */
export class SetupForm extends Component<SetupFormProps, { errors: Errors }> {
  override state: { errors: Errors } = { errors: {} }

  private readonly submit = (event: TargetedEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = event.currentTarget
    const { item, ui } = this.props
    const entries = new FormData(form)
    const { values, errors } = fieldErrors(item.setup.fields, entries, ui.words)
    this.setState({ errors })
    const first = Object.keys(errors)[0]
    if (first === undefined) ui.act({ do: 'apply', values })
    else form.querySelector<HTMLElement>(`[name="${CSS.escape(first)}"]`)?.focus()
  }

  override render({ item, ui }: SetupFormProps): VNode {
    const { setup, values, recommended, failed } = item
    const { say, words, act, follow } = ui
    return (
      <dialog open class="panel centred setup" aria-labelledby="setup-title" tabIndex={-1}>
        <form noValidate onSubmit={this.submit} autocomplete="off">
          <div class="head">
            <h2 class="title" id="setup-title">
              <Line text={say.rich(setup.title)} follow={follow} />
            </h2>
            <Close words={words} onClick={() => act({ do: 'dismiss', reason: 'closed' })} />
          </div>
          <div class="body">
            {setup.body && (
              <div class="text intro">
                <RichText text={say.rich(setup.body)} follow={follow} />
              </div>
            )}
            {setup.fields.map((field) => (
              <FieldRow
                key={field.id}
                field={field}
                value={values[field.id]}
                recommended={recommended.includes(field.id)}
                error={this.state.errors[field.id]}
                ui={ui}
              />
            ))}
          </div>
          <div class="foot" lang={words.lang}>
            <p class="error" role="alert">
              {failed && words.applyFailed}
            </p>
            <Button quiet onClick={() => act({ do: 'dismiss', reason: 'later' })}>
              {words.later}
            </Button>
            <Button submit>{words.apply}</Button>
          </div>
        </form>
      </dialog>
    )
  }
}
