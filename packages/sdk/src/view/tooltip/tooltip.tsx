import type { VNode } from 'preact'
import type { StepScene } from '../../scene.ts'
import { Button } from '../controls/button.tsx'
import { Close } from '../controls/close.tsx'
import type { Part, Ui } from '../part.ts'
import type { StepWords } from '../words/words.ts'
import { Line, Link, RichText } from '../text/rich-text.tsx'
import { followTarget } from './follow-target.ts'
import { focusTarget, focusableIn } from './focusable-in.ts'
import css from './tooltip.css?inline'

/** Points at one element of the page, or stands in the middle. The page stays usable. */
export const tooltip: Part<StepWords> = {
  css,
  draw: (item, ui) => (item.kind === 'step' ? <Tooltip item={item} ui={ui} /> : undefined),
  escapeFromPage: () => true,
  settle(item, stage) {
    if (item.kind !== 'step') return
    const { index, of, step, target } = item
    const title = stage.ui.say.plain(step.title)
    stage.announce(stage.ui.words.announceStep(index + 1, of, title))
    if (target) followTarget(target, step.placement, stage)
  },
}

interface TooltipProps {
  item: StepScene
  ui: Ui<StepWords>
}

function Tooltip({ item, ui }: TooltipProps): VNode {
  const { step, target } = item
  const look = target ? 'panel tooltip' : 'panel tooltip centred'
  return (
    <>
      {(target || step.spotlight) && (
        <div class={step.spotlight ? 'ring dim' : 'ring'} aria-hidden="true" />
      )}
      <dialog open class={look} aria-labelledby="step-title" tabIndex={-1}>
        {target && <div class="arrow" aria-hidden="true" />}
        <div class="step" key={item.key}>
          <div class="head">
            <h2 class="title" id="step-title">
              <Line text={ui.say.rich(step.title)} follow={ui.follow} />
            </h2>
            <Close words={ui.words} onClick={() => ui.act({ do: 'dismiss', reason: 'closed' })} />
          </div>
          <div class="body">
            <RichText text={ui.say.rich(step.body)} follow={ui.follow} />
            {step.stuck && <Help stuck={step.stuck} isDue={item.stuck} ui={ui} />}
          </div>
          <Foot item={item} ui={ui} />
        </div>
      </dialog>
    </>
  )
}

interface HelpProps {
  stuck: NonNullable<StepScene['step']['stuck']>
  isDue: boolean
  ui: Ui<StepWords>
}

/** It stands there, empty, before its words come: so they are read out. */
function Help({ stuck, isDue, ui }: HelpProps): VNode {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an output is a control and wants a label
    <div class="help" role="status">
      {isDue && (
        <>
          <Line text={ui.say.rich(stuck.help)} follow={ui.follow} />{' '}
          {stuck.link && (
            <Link href={stuck.link} follow={ui.follow}>
              {ui.words.getHelp}
            </Link>
          )}
        </>
      )}
    </div>
  )
}

function Foot({ item, ui }: TooltipProps): VNode | null {
  const { step, index, of, target } = item
  const waits = step.advance !== undefined && step.advance !== 'next'
  const offersWay = waits && target !== undefined && focusableIn(target) !== undefined
  if (of === 1 && waits && !offersWay) return <div class="foot empty" />
  return (
    <div class="foot" lang={ui.words.lang}>
      {of > 1 && (
        <span class="position small">
          <span class="dots" aria-hidden="true">
            {Array.from({ length: of }, (_, dot) => (
              <i class={dot === index ? 'dot here' : dot < index ? 'dot past' : 'dot'} />
            ))}
          </span>
          {ui.words.position(index + 1, of)}
        </span>
      )}
      {index > 0 && (
        <Button quiet onClick={() => ui.act({ do: 'back' })}>
          {ui.words.back}
        </Button>
      )}
      {offersWay && (
        <Button quiet onClick={() => focusTarget(target)}>
          {ui.words.takeMeThere}
        </Button>
      )}
      {!waits && (
        <Button onClick={() => ui.act({ do: 'next' })}>
          {index + 1 < of ? ui.words.next : ui.words.done}
        </Button>
      )}
    </div>
  )
}
