import type { TellCode } from '../tell.ts'

/** What is wrong, and what to do. The detail follows in the console. */
export const messages: Readonly<Record<TellCode, string>> = {
  'journey-unreachable':
    'The journey could not be loaded, so nothing is shown. Check the URL in `data-journey` or `init({ journey })`, and that the server answers with the file; where `integrity` is set, with that very file. Events that you track meanwhile are kept.',
  'journey-not-json':
    'The journey is not JSON, so nothing is shown. Mend the place named below. Events that you track meanwhile are kept.',
  'journey-invalid':
    'The journey cannot be run, so nothing is shown. Mend what is named below. Events that you track meanwhile are kept.',
  'journey-rejected':
    'The journey is not one that a key of `trust` has signed for this page, or not a valid one any more. The last good copy on this device is shown, if there is one. The reason follows; docs/trust.md explains each. Sign it anew: npx firstwin sign.',
  'journey-checked': 'The journey was checked.',
  'journey-interrupted':
    'Something went wrong inside Firstwin for the third time, so it took itself off this page. The page is not affected. Please report the error below.',
  'chunk-unreachable':
    "A part of Firstwin could not be loaded. Serve all files of the release beside firstwin.js, and allow them in the Content-Security-Policy (script-src with the nonce and 'strict-dynamic', or the host).",
  'started-twice':
    'Firstwin runs on this page already; this second start changes nothing. Include the script once, or call `stop()` first.',
  'identify-missing':
    '`identify()` has not been called, so nobody is in an audience that asks for traits. Call it once you know who is signed in.',
  'identify-without-id':
    '`identify()` needs the id of the user as a text that is not empty; this call was ignored.',
  'identify-other-user':
    '`identify()` named another user than before. Their progress is kept apart. Call `reset()` when a user signs out.',
  'endpoint-unreachable':
    'The endpoint did not take the events. They are kept on this device and sent again later. Check its URL, its key, and that it allows this origin.',
  'storage-blocked':
    'The browser does not let this page store anything, so progress lasts until the page is closed.',
  'callback-threw': 'A function that you gave to Firstwin threw. Firstwin goes on without it.',
  'apply-failed':
    'The `apply` hook failed, so the setup does not count as applied. The user still has the form.',
  'unknown-id': 'Nothing in the journey has this id.',
  'target-missing':
    'The target of this step has not been on the page for 10 s. The step waits until it is. Check the target in the journey and the `data-firstwin` in the page.',
  internal: 'Something went wrong inside Firstwin. The page is not affected. Please report it.',
}
