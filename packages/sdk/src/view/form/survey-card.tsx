import { Component } from 'preact'
import type { TargetedEvent, VNode } from 'preact'
import type { SceneItem } from '../../scene.ts'
import { Button } from '../controls/button.tsx'
import { Close } from '../controls/close.tsx'
import type { Ui } from '../part.ts'
import { Line } from '../text/rich-text.tsx'
import { Answer } from './answer.tsx'

type SurveyScene = Extract<SceneItem, { kind: 'survey' }>

interface SurveyCardProps {
  item: SurveyScene
  ui: Ui
}

/** One question at a time. Its form is of the class `sent` once the answer is taken. */
export class SurveyCard extends Component<SurveyCardProps, { missing: boolean }> {
  override state = { missing: false }

  private readonly submit = (event: TargetedEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = event.currentTarget
    const { item, ui } = this.props
    const entry = new FormData(form).get('answer')
    const answer = typeof entry === 'string' ? entry.trim() : ''
    this.setState({ missing: answer === '' })
    if (answer === '') return form.querySelector<HTMLElement>('[name="answer"]')?.focus()
    // What was written is nobody's business while the card fades.
    form.reset()
    form.className = 'sent'
    ui.act({ do: 'answer', answer: item.question.kind === 'nps' ? Number(answer) : answer })
  }

  override render({ item, ui }: SurveyCardProps): VNode {
    const { survey, question, index, of } = item
    const { say, words, act } = ui
    const { missing } = this.state
    return (
      <dialog open class="panel docked survey" aria-labelledby="question" tabIndex={-1}>
        <form noValidate onSubmit={this.submit} autocomplete="off">
          <div class="head">
            <div class="heading">
              {survey.title && <p class="small">{say.plain(survey.title)}</p>}
              <h2 class="title" id="question">
                <Line text={say.rich(question.ask)} follow={ui.follow} />
              </h2>
            </div>
            <Close words={words} onClick={() => act({ do: 'dismiss', reason: 'closed' })} />
          </div>
          <div class="body">
            <Answer question={question} missing={missing} ui={ui} />
            <p id="answer-error" class="error" role="alert">
              {missing && (question.kind === 'text' ? words.required : words.choose)}
            </p>
          </div>
          <div class="foot" lang={words.lang}>
            {of > 1 && <span class="small position">{words.position(index + 1, of)}</span>}
            <Button submit>{words.send}</Button>
          </div>
        </form>
      </dialog>
    )
  }
}
