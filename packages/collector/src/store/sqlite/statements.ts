/** Where two say the same time, the lesser or greater text decides: the order of arrival never. */

export const INSERT_EVENT = `
  INSERT INTO events (write_key, message_id, type, name, journey, user_id, anonymous_id,
    at, device_at, device_sent_at, received_at, bot, body)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (write_key, message_id) DO NOTHING`

/** The earliest one counts, with what it said. */
export const KEEP_MILESTONE = `
  INSERT INTO milestones (write_key, journey, actor, kind, path, subject, bot,
    at, message_id, tier, clock, device_ttv_ms)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET at = excluded.at, message_id = excluded.message_id,
    tier = excluded.tier, clock = excluded.clock, device_ttv_ms = excluded.device_ttv_ms
  WHERE (excluded.at, excluded.message_id) < (milestones.at, milestones.message_id)`

/** The first proven user of a device counts, without one the first: see `linkedAt`. */
export const KEEP_LINK = `
  INSERT INTO links (write_key, anonymous_id, bot, proven, at, user_id) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET
    proven = excluded.proven, at = excluded.at, user_id = excluded.user_id
  WHERE (links.proven, excluded.at, excluded.user_id) < (excluded.proven, links.at, links.user_id)`

/** The latest value counts. */
export const KEEP_TRAIT = `
  INSERT INTO traits (write_key, owner, name, bot, value, at) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET value = excluded.value, at = excluded.at
  WHERE (excluded.at, excluded.value) > (traits.at, traits.value)`

/** The latest group counts. */
export const KEEP_MEMBERSHIP = `
  INSERT INTO memberships (write_key, actor, bot, group_id, at) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET group_id = excluded.group_id, at = excluded.at
  WHERE (excluded.at, excluded.group_id) > (memberships.at, memberships.group_id)`

/** The last day counts. */
export const KEEP_PERSON = `
  INSERT INTO people (write_key, actor, heard_on) VALUES (?, ?, ?)
  ON CONFLICT DO UPDATE SET heard_on = excluded.heard_on
  WHERE excluded.heard_on > people.heard_on`

/** The latest one counts. */
export const KEEP_PROGRESS = `
  INSERT INTO progress (write_key, user_id, journey, device, at, part) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET at = excluded.at, part = excluded.part
  WHERE (excluded.at, excluded.part) > (progress.at, progress.part)`
