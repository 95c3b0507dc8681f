import type { Video } from '@firstwin/schema'
import { Component } from 'preact'
import type { VNode } from 'preact'
import { Icon } from '../controls/icon.tsx'
import { checkMedia } from '../../link.ts'
import type { Ui } from '../part.ts'

interface FilmProps {
  video: Video
  ui: Ui
}

/** One function for all draws: a new one would be called, and play what the user has paused. */
function play(film: HTMLVideoElement | null): void {
  film?.play().catch(() => {})
}

/** A poster that turns into the film when it is clicked. Until then nothing is fetched but the poster. */
export class Film extends Component<FilmProps, { playing: boolean }> {
  override state = { playing: false }

  override render({ video, ui }: FilmProps): VNode | null {
    const src = checkMedia(video.src)
    if (!src) return null
    const title = ui.say.plain(video.title)
    const poster = checkMedia(video.poster)
    const captions = checkMedia(video.captions)
    if (this.state.playing) {
      return (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- where the author has none
        <video
          class="film"
          controls
          preload="none"
          src={src}
          poster={poster}
          aria-label={title}
          ref={play}
        >
          {captions && <track kind="captions" src={captions} srcLang={ui.locale} default />}
        </video>
      )
    }
    return (
      <button
        type="button"
        class="film"
        aria-label={ui.words.playVideo(title)}
        onClick={() => this.setState({ playing: true })}
      >
        {poster && <img referrerpolicy="no-referrer" loading="lazy" src={poster} alt="" />}
        <span class="film-play">
          <Icon name="play" />
        </span>
        <span class="film-title">{title}</span>
      </button>
    )
  }
}
