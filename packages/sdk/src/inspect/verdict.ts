import type { Check, Explanation } from '@firstwin/engine/explain'

/** `waiting`: its own conditions hold, and it comes as soon as the place or the page allows it. */
export type Verdict = 'shown' | 'waiting' | 'not'

/** A check with what it is made of, and how it stands for the whole. */
export interface Judged {
  check: Check
  /** `neutral`: not so, and nothing hangs on it, like one of several that are enough. */
  result: 'passed' | 'failed' | 'neutral'
  /** 0 for a check itself, 1 and more for the parts of its condition. */
  depth: number
}

export interface Judgement {
  verdict: Verdict
  /** What speaks against it first: the check, and the part of its condition. */
  reason: readonly Check[]
  /** Every check with its parts, the failed ones first. */
  checks: readonly Judged[]
}

/** What has nothing to do with the thing itself. */
const OF_THE_MOMENT = /^(?:target|dialog|waiting|busy|cap|gap|place)$/

/** Puts an explanation in the order in which a person asks: whether, why, and what else. */
export function judge({ shown, checks }: Explanation): Judgement {
  const groups = toGroups(checks)
  const failed = groups.filter(([top]) => !top.ok && !isUnderWay(top))
  const isWaiting = failed.every(([top]) => OF_THE_MOMENT.test(top.check))
  const [first] = shown ? [] : failed
  const passed = groups.filter((group) => !failed.includes(group))
  return {
    verdict: shown ? 'shown' : isWaiting ? 'waiting' : 'not',
    reason: first ? toReason(first) : [],
    checks: [...failed, ...passed].flatMap((group) => toJudged(group, shown)),
  }
}

type Group = [top: Check, ...parts: Check[]]

/** Parts carry the name of what they are parts of: `when`, `when.all[0]`. */
function toGroups(checks: readonly Check[]): Group[] {
  const groups: Group[] = []
  for (const check of checks) {
    const last = groups.at(-1)
    if (last && check.check.includes('.')) last.push(check)
    else if (last?.[0].check === 'reached' && check.check === 'when') last.push(check)
    else groups.push([check])
  }
  return groups
}

/** A guide under way has begun; that is no reason why its step is not on screen. */
function isUnderWay({ check, found }: Check): boolean {
  const isMemory = typeof found === 'object' && found !== null && 'status' in found
  return check === 'seen' && isMemory && found.status === 'active'
}

function toReason(group: Group): Check[] {
  const [top, ...parts] = group
  const leaf = parts.find((part) => !isGood(part) && !isComposite(part))
  return leaf ? [top, leaf] : [top]
}

/** What is on screen came once; that it would not come now speaks against nothing. */
function toJudged(group: Group, shown: boolean): Judged[] {
  const [top, ...parts] = group
  const isFailed = !shown && !top.ok && !isUnderWay(top)
  return group.map((check): Judged => {
    const isOk = check === top ? top.ok : isGood(check)
    const depth = check === top ? 0 : depthOf(check) - depthOf(parts[0] ?? check) + 1
    return { check, result: isOk ? 'passed' : isFailed ? 'failed' : 'neutral', depth }
  })
}

/** What stands under `not` has to fail. */
function isGood({ check, ok }: Check): boolean {
  const isTurned = (check.match(/\.not\b/g)?.length ?? 0) % 2 === 1
  return ok !== isTurned
}

function isComposite({ wanted }: Check): boolean {
  const isObject = typeof wanted === 'object' && wanted !== null
  return isObject && ('all' in wanted || 'any' in wanted || 'not' in wanted)
}

function depthOf({ check }: Check): number {
  return check.split('.').length
}
