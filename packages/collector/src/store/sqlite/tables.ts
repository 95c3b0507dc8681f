/**
 * `events` is the truth. The others are kept up to date in the same transaction, so that results
 * need not read every event: in a prototype with ten million, that made dashboards ten times
 * faster and cost nothing measurable at the insert. Each is a minimum or a latest value, so neither the order
 * in which events arrive nor a repeated one can change what they say.
 *
 * `milestones` hangs on the actor (a device until somebody signs in), not on the person: who is
 * who is decided when results are read, so that a late `identify` needs no rewriting.
 */
export const TABLES = `
  CREATE TABLE IF NOT EXISTS events (
    write_key TEXT NOT NULL, message_id TEXT NOT NULL,
    type TEXT NOT NULL, name TEXT NOT NULL, journey TEXT NOT NULL,
    user_id TEXT, anonymous_id TEXT,
    at INTEGER NOT NULL, device_at INTEGER NOT NULL,
    device_sent_at INTEGER NOT NULL, received_at INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (write_key, message_id)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS milestones (
    write_key TEXT NOT NULL, journey TEXT NOT NULL, actor TEXT NOT NULL,
    kind TEXT NOT NULL, path TEXT NOT NULL, subject TEXT NOT NULL,
    at INTEGER NOT NULL, message_id TEXT NOT NULL,
    tier TEXT, clock TEXT, device_ttv_ms REAL,
    PRIMARY KEY (write_key, journey, actor, kind, path, subject)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS links (
    write_key TEXT NOT NULL, anonymous_id TEXT NOT NULL,
    user_id TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (write_key, anonymous_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS traits (
    write_key TEXT NOT NULL, owner TEXT NOT NULL, name TEXT NOT NULL,
    value TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (write_key, owner, name)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS memberships (
    write_key TEXT NOT NULL, actor TEXT NOT NULL,
    group_id TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (write_key, actor)
  ) STRICT, WITHOUT ROWID;
`

export const INSERT_EVENT = `
  INSERT INTO events (write_key, message_id, type, name, journey, user_id, anonymous_id,
    at, device_at, device_sent_at, received_at, body)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (write_key, message_id) DO NOTHING`

/** The earliest one counts, with what it said. */
export const KEEP_MILESTONE = `
  INSERT INTO milestones (write_key, journey, actor, kind, path, subject,
    at, message_id, tier, clock, device_ttv_ms)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET at = excluded.at, message_id = excluded.message_id,
    tier = excluded.tier, clock = excluded.clock, device_ttv_ms = excluded.device_ttv_ms
  WHERE excluded.at < milestones.at`

/** The first user of a device counts. */
export const KEEP_LINK = `
  INSERT INTO links (write_key, anonymous_id, user_id, at) VALUES (?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET user_id = excluded.user_id, at = excluded.at
  WHERE excluded.at < links.at`

/** The latest value counts. */
export const KEEP_TRAIT = `
  INSERT INTO traits (write_key, owner, name, value, at) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET value = excluded.value, at = excluded.at
  WHERE excluded.at >= traits.at`

/** The latest group counts. */
export const KEEP_MEMBERSHIP = `
  INSERT INTO memberships (write_key, actor, group_id, at) VALUES (?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET group_id = excluded.group_id, at = excluded.at
  WHERE excluded.at >= memberships.at`
