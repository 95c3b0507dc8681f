import { describe, expect, it } from 'vitest'
import { isBot } from '../../src/receive/is-bot.ts'
import { runCollector } from '../running-collector.ts'
import { batch, started, win } from '../wire.ts'

const BOTS = [
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Googlebot/2.1; +http://www.google.com/bot.html) Chrome/156.0.0.0 Safari/537.36',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Linux; Android 11; moto g power) AppleWebKit/537.36 Chrome/156.0.0.0 Mobile Safari/537.36 Chrome-Lighthouse',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ClaudeBot/1.0; +claudebot@anthropic.com)',
  'Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)',
  'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)',
  'Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (compatible; Bytespider; spider-feedback@bytedance.com)',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)',
]
const OTHERS = [
  '',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  'Mozilla/5.0 (Linux; Android 10; CUBOT X30) AppleWebKit/537.36 Chrome/156.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Linux; Android 13; SM-S901B) AppleWebKit/537.36 Chrome/156.0.0.0 YaBrowser/26.1 Mobile Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/FBIOS]',
  'curl/8.14.1',
  'node',
  'python-requests/2.32.0',
  'okhttp/4.12.0',
  'analytics-node/3.1.0',
]

it.each(BOTS)('isBot knows %s', (userAgent) => {
  expect(isBot(userAgent)).toBe(true)
})

it.each(OTHERS)('isBot takes %s for what it says', (userAgent) => {
  expect(isBot(userAgent)).toBe(false)
})

describe('the events of a bot', () => {
  it('are kept, and left out of results unless somebody asks for them', async () => {
    const { send, read } = await runCollector()
    const bot = { 'user-agent': BOTS[0] ?? '' }
    await send(batch([started({ user: 'u1' }), win('w', 'aha', { user: 'u1' })]))
    const answer = await send(
      batch([started({ user: 'bot' }), win('w', 'aha', { user: 'bot' })]),
      bot,
    )
    expect(await answer.json()).toEqual({ accepted: 2, duplicates: 0, rejected: [] })
    const { tiers } = await read('/v1/results?journey=mail-tool')
    expect(tiers[0]).toMatchObject({ started: 1, reached: 1 })
    const all = await read('/v1/results?journey=mail-tool&bots=include')
    expect(all.tiers[0]).toMatchObject({ started: 2, reached: 2 })
    expect((await read('/v1/wins?journey=mail-tool')).wins).toHaveLength(1)
    expect((await read('/v1/wins?journey=mail-tool&bots=include')).wins).toHaveLength(2)
  })

  it('can be told by the operator’s own rule', async () => {
    const isOurProbe = (userAgent: string) => userAgent === 'our-probe'
    const { send, read } = await runCollector({ isBot: isOurProbe })
    await send(batch([started({ user: 'u1' })]), { 'user-agent': 'our-probe' })
    await send(batch([started({ user: 'u2' })]), { 'user-agent': BOTS[0] ?? '' })
    const { tiers } = await read('/v1/results?journey=mail-tool')
    expect(tiers[0].people.map(({ id }: { id: string }) => id)).toEqual(['u2'])
  })
})
