/**
 * What brings a file from one form to the next; the number of the form is SQLite's `user_version`.
 * Only ever add to the end: files of every earlier form are out there.
 *
 * `events` is the truth. The other tables are kept up to date in the same transaction, so that
 * results need not read every event: in a prototype with ten million, that made dashboards ten
 * times faster and cost nothing measurable at the insert. Each row is a minimum or a latest value,
 * so neither the order in which events arrive nor a repeated one can change what it says.
 *
 * They hang on the actor (a device until somebody signs in), not on the person: who is who is
 * decided when results are read, so that a late `identify` needs no rewriting.
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS events (
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
  ) STRICT, WITHOUT ROWID;`,

  // Bots, people, progress and erasure. `bot` is part of the keys, so that what a bot did never
  // takes the place of what somebody did. 0x4677696e is "Fwin".
  `PRAGMA application_id = 0x4677696e;
  ALTER TABLE events ADD COLUMN bot INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE milestones RENAME TO milestones_1;
  CREATE TABLE milestones (
    write_key TEXT NOT NULL, journey TEXT NOT NULL, actor TEXT NOT NULL,
    kind TEXT NOT NULL, path TEXT NOT NULL, subject TEXT NOT NULL, bot INTEGER NOT NULL,
    at INTEGER NOT NULL, message_id TEXT NOT NULL,
    tier TEXT, clock TEXT, device_ttv_ms REAL,
    PRIMARY KEY (write_key, journey, actor, kind, path, subject, bot)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO milestones SELECT write_key, journey, actor, kind, path, subject, 0,
    at, message_id, tier, clock, device_ttv_ms FROM milestones_1;
  DROP TABLE milestones_1;
  ALTER TABLE links RENAME TO links_1;
  CREATE TABLE links (
    write_key TEXT NOT NULL, anonymous_id TEXT NOT NULL, bot INTEGER NOT NULL,
    user_id TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (write_key, anonymous_id, bot)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO links SELECT write_key, anonymous_id, 0, user_id, at FROM links_1;
  DROP TABLE links_1;
  CREATE INDEX links_by_user ON links (write_key, user_id);
  ALTER TABLE traits RENAME TO traits_1;
  CREATE TABLE traits (
    write_key TEXT NOT NULL, owner TEXT NOT NULL, name TEXT NOT NULL, bot INTEGER NOT NULL,
    value TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (write_key, owner, name, bot)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO traits SELECT write_key, owner, name, 0, value, at FROM traits_1;
  DROP TABLE traits_1;
  ALTER TABLE memberships RENAME TO memberships_1;
  CREATE TABLE memberships (
    write_key TEXT NOT NULL, actor TEXT NOT NULL, bot INTEGER NOT NULL,
    group_id TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (write_key, actor, bot)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO memberships SELECT write_key, actor, 0, group_id, at FROM memberships_1;
  DROP TABLE memberships_1;
  -- The last day (days since 1970, UTC) on which something of them arrived.
  CREATE TABLE people (
    write_key TEXT NOT NULL, actor TEXT NOT NULL, heard_on INTEGER NOT NULL,
    PRIMARY KEY (write_key, actor)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO people
    SELECT write_key, iif(user_id IS NULL, 'a:' || anonymous_id, 'u:' || user_id),
      max(received_at) / 86400000
    FROM events GROUP BY 1, 2;
  CREATE TABLE progress (
    write_key TEXT NOT NULL, user_id TEXT NOT NULL, journey TEXT NOT NULL, device TEXT NOT NULL,
    at INTEGER NOT NULL, part TEXT NOT NULL,
    PRIMARY KEY (write_key, user_id, journey, device)
  ) STRICT;
  -- Of people who were erased: a keyed hash of who it was, nothing else.
  CREATE TABLE tombstones (digest BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE checks (id INTEGER PRIMARY KEY, count INTEGER NOT NULL) STRICT;`,

  // Whether it is certain that the user of a device is they.
  'ALTER TABLE links ADD COLUMN proven INTEGER NOT NULL DEFAULT 0;',

  // What the customer's servers sent of a user, in the order of arrival. Other events do not pay for it.
  `CREATE INDEX server_events ON events (write_key, user_id)
     WHERE substr(message_id, -1) = '§' AND type = 'track';`,
]
