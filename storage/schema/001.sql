-- SPDX-License-Identifier: GPL-3.0-or-later
-- The desk, version 1. Instants are milliseconds since 1970-01-01 UTC. UUIDs are 16-byte blobs.

-- One row: which desk this is, and whether its last session closed it.
CREATE TABLE desk (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    uuid BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    clean INTEGER NOT NULL DEFAULT 1
);

-- What each transaction touched, for connections that want to know what others did. Only the latest are kept.
CREATE TABLE notice (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    writer INTEGER NOT NULL, -- a number drawn by each connection, to tell its own
    added TEXT NOT NULL,     -- JSON arrays of story ids
    changed TEXT NOT NULL,
    removed TEXT NOT NULL,
    method INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- A desk's own methods; the built-in ones come with the program.
CREATE TABLE method (
    key TEXT NOT NULL,
    version INTEGER NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (key, version)
) WITHOUT ROWID;

CREATE TABLE analyst (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE category (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    position INTEGER NOT NULL
);

CREATE TABLE outlet (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    tier INTEGER NOT NULL DEFAULT 0 CHECK (tier BETWEEN 0 AND 3),
    first_party INTEGER NOT NULL DEFAULT 0,
    reliability TEXT NOT NULL DEFAULT '',
    pristine INTEGER NOT NULL DEFAULT 0 -- shipped with the program and neither met nor edited yet
);

CREATE TABLE outlet_domain (
    domain TEXT PRIMARY KEY,
    outlet_id INTEGER NOT NULL REFERENCES outlet ON DELETE CASCADE,
    position INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX outlet_domain_by_outlet ON outlet_domain (outlet_id, position);

CREATE TABLE feed (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE,
    url TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL DEFAULT '',
    site TEXT NOT NULL DEFAULT '',
    folder TEXT NOT NULL DEFAULT '',
    outlet_id INTEGER REFERENCES outlet ON DELETE SET NULL,
    added_at INTEGER NOT NULL,
    paused INTEGER NOT NULL DEFAULT 0,
    etag TEXT NOT NULL DEFAULT '',
    last_modified TEXT NOT NULL DEFAULT '',
    tried_at INTEGER,
    good_at INTEGER,
    next_at INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    failure TEXT NOT NULL DEFAULT ''
);
CREATE INDEX feed_by_outlet ON feed (outlet_id);
CREATE INDEX feed_by_next ON feed (next_at);

-- One row an event. The columns after the words are what the queue sorts by and shows, kept beside the story so that a
-- line of the queue costs one row: impact and vector of the leading card, coverage of its articles.
CREATE TABLE story (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid BLOB NOT NULL UNIQUE,
    slug TEXT NOT NULL DEFAULT '',
    headline TEXT NOT NULL DEFAULT '',
    summary TEXT NOT NULL DEFAULT '',
    why_it_matters TEXT NOT NULL DEFAULT '',
    category_id INTEGER REFERENCES category,
    tags TEXT NOT NULL DEFAULT '', -- newline between tags, in the analyst's order; story_tag finds by tag
    source TEXT NOT NULL DEFAULT '',
    link TEXT NOT NULL DEFAULT '',
    link_key TEXT NOT NULL DEFAULT '',     -- the link as compared
    headline_key TEXT NOT NULL DEFAULT '', -- the headline as compared
    primary_source TEXT NOT NULL DEFAULT '',
    stated TEXT NOT NULL DEFAULT '',
    trust INTEGER NOT NULL DEFAULT 0 CHECK (trust BETWEEN 0 AND 3),
    trust_note TEXT NOT NULL DEFAULT '',
    remainder TEXT NOT NULL DEFAULT '',
    stage INTEGER NOT NULL DEFAULT 0 CHECK (stage BETWEEN 0 AND 3),
    stage_before INTEGER NOT NULL DEFAULT 0 CHECK (stage_before BETWEEN 0 AND 3),
    spike_reason TEXT NOT NULL DEFAULT '',
    unread INTEGER NOT NULL DEFAULT 1,
    lead_article BLOB,
    published_at INTEGER,
    added_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    evidence_at INTEGER NOT NULL,
    sort_at INTEGER NOT NULL, -- published, else added
    vector TEXT NOT NULL DEFAULT '',
    impact_low REAL,
    impact_high REAL,
    impact_key INTEGER NOT NULL DEFAULT -1, -- low impact in billionths, -1 without one: an exact integer to page by
    articles INTEGER NOT NULL DEFAULT 0,
    outlets INTEGER NOT NULL DEFAULT 0,
    tier_one INTEGER NOT NULL DEFAULT 0,
    origins INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX story_by_stage_newest ON story (stage, sort_at, id);
CREATE INDEX story_by_stage_impact ON story (stage, impact_key, id);
CREATE INDEX story_by_stage_changed ON story (stage, changed_at, id);
CREATE INDEX story_by_newest ON story (sort_at, id);
CREATE INDEX story_by_impact ON story (impact_key, id);
CREATE INDEX story_by_changed ON story (changed_at, id);
-- Stage stands at the end, so that a category within a stage is picked from the index alone.
CREATE INDEX story_by_category_newest ON story (category_id, sort_at, id, stage);
CREATE INDEX story_by_category_impact ON story (category_id, impact_key, id, stage);
CREATE INDEX story_by_category_changed ON story (category_id, changed_at, id, stage);
CREATE INDEX story_by_link ON story (link_key) WHERE link_key <> '';
CREATE INDEX story_by_headline ON story (headline_key) WHERE headline_key <> '';
CREATE INDEX story_by_slug ON story (slug) WHERE slug <> '';

CREATE TABLE story_tag (
    tag TEXT NOT NULL COLLATE NOCASE,
    story_id INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    PRIMARY KEY (tag, story_id)
) WITHOUT ROWID;
CREATE INDEX story_tag_by_story ON story_tag (story_id);

CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid BLOB NOT NULL UNIQUE,
    story_id INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    outlet_id INTEGER REFERENCES outlet ON DELETE SET NULL,
    feed_id INTEGER REFERENCES feed ON DELETE SET NULL,
    guid TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    html TEXT NOT NULL DEFAULT '',
    link TEXT NOT NULL DEFAULT '',
    link_key TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '',
    published_at INTEGER,
    published_is_guess INTEGER NOT NULL DEFAULT 0,
    fetched_at INTEGER NOT NULL,
    reprint_of BLOB
);
CREATE INDEX article_by_story ON article (story_id);
CREATE INDEX article_by_outlet ON article (outlet_id);
CREATE INDEX article_by_feed_guid ON article (feed_id, guid);
CREATE INDEX article_by_link ON article (link_key) WHERE link_key <> '';

CREATE TABLE card (
    id INTEGER PRIMARY KEY,
    story_id INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    analyst_id INTEGER NOT NULL REFERENCES analyst,
    method_key TEXT NOT NULL,
    method_version INTEGER NOT NULL,
    stated_impact REAL,
    touched_at INTEGER NOT NULL, -- the card touched last leads in the queue
    UNIQUE (story_id, analyst_id)
);
CREATE INDEX card_by_analyst ON card (analyst_id);

-- kind: 0 unset (a rationale without a value), 1 not applicable, 2 a value, in tenths
CREATE TABLE card_cell (
    card_id INTEGER NOT NULL REFERENCES card ON DELETE CASCADE,
    dimension TEXT NOT NULL,
    kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
    tenths INTEGER NOT NULL DEFAULT 0 CHECK (tenths BETWEEN 0 AND 100),
    rationale TEXT NOT NULL DEFAULT '',
    set_at INTEGER,
    PRIMARY KEY (card_id, dimension)
) WITHOUT ROWID;

CREATE TABLE story_signal (
    id INTEGER PRIMARY KEY,
    story_id INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    kind TEXT NOT NULL,
    source TEXT NOT NULL DEFAULT '',
    value REAL,
    note TEXT NOT NULL DEFAULT '',
    observed_at INTEGER
);
CREATE INDEX story_signal_by_story ON story_signal (story_id);

CREATE TABLE overrule (
    story_id INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    check_name TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (story_id, check_name)
) WITHOUT ROWID;

CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    story_id INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    at INTEGER NOT NULL,
    analyst_id INTEGER NOT NULL REFERENCES analyst,
    gesture INTEGER NOT NULL DEFAULT 0,
    field TEXT NOT NULL,
    dimension TEXT NOT NULL DEFAULT '',
    card TEXT NOT NULL DEFAULT '',
    old TEXT NOT NULL,
    new TEXT NOT NULL
);
CREATE INDEX change_by_story ON change (story_id, id);
CREATE INDEX change_by_analyst ON change (analyst_id);

-- No cascade from story: what was sent out stays on record.
CREATE TABLE export (
    id INTEGER PRIMARY KEY,
    story_uuid BLOB NOT NULL,
    category TEXT NOT NULL DEFAULT '',
    at INTEGER NOT NULL,
    analyst TEXT NOT NULL DEFAULT '',
    format TEXT NOT NULL,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    vector TEXT NOT NULL DEFAULT '',
    impact REAL
);
CREATE INDEX export_by_story ON export (story_uuid);
CREATE INDEX export_by_time ON export (at, id);

-- How many stories each view holds: scope 'stage' (key: the number), 'category' (key: its id) and 'all'.
CREATE TABLE tally (
    scope TEXT NOT NULL,
    key INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (scope, key)
) WITHOUT ROWID;

CREATE TRIGGER story_tally_insert AFTER INSERT ON story BEGIN
    INSERT INTO tally VALUES ('all', 0, 1) ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO tally VALUES ('stage', new.stage, 1) ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO tally SELECT 'category', new.category_id, 1 WHERE new.category_id IS NOT NULL
        ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER story_tally_delete AFTER DELETE ON story BEGIN
    UPDATE tally SET n = n - 1 WHERE scope = 'all' AND key = 0;
    UPDATE tally SET n = n - 1 WHERE scope = 'stage' AND key = old.stage;
    UPDATE tally SET n = n - 1 WHERE scope = 'category' AND key = old.category_id;
END;
CREATE TRIGGER story_tally_stage AFTER UPDATE OF stage ON story WHEN old.stage <> new.stage BEGIN
    UPDATE tally SET n = n - 1 WHERE scope = 'stage' AND key = old.stage;
    INSERT INTO tally VALUES ('stage', new.stage, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER story_tally_category AFTER UPDATE OF category_id ON story WHEN old.category_id IS NOT new.category_id BEGIN
    UPDATE tally SET n = n - 1 WHERE scope = 'category' AND key = old.category_id;
    INSERT INTO tally SELECT 'category', new.category_id, 1 WHERE new.category_id IS NOT NULL
        ON CONFLICT DO UPDATE SET n = n + 1;
END;

-- Full text over briefs and articles, without a second copy of the words.
CREATE VIRTUAL TABLE story_search USING fts5 (
    headline, summary, why_it_matters, trust_note, tags, source,
    content = 'story', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER story_search_insert AFTER INSERT ON story BEGIN
    INSERT INTO story_search (rowid, headline, summary, why_it_matters, trust_note, tags, source)
    VALUES (new.id, new.headline, new.summary, new.why_it_matters, new.trust_note, new.tags, new.source);
END;
CREATE TRIGGER story_search_delete AFTER DELETE ON story BEGIN
    INSERT INTO story_search (story_search, rowid, headline, summary, why_it_matters, trust_note, tags, source)
    VALUES ('delete', old.id, old.headline, old.summary, old.why_it_matters, old.trust_note, old.tags, old.source);
END;
CREATE TRIGGER story_search_update AFTER UPDATE OF headline, summary, why_it_matters, trust_note, tags, source ON story BEGIN
    INSERT INTO story_search (story_search, rowid, headline, summary, why_it_matters, trust_note, tags, source)
    VALUES ('delete', old.id, old.headline, old.summary, old.why_it_matters, old.trust_note, old.tags, old.source);
    INSERT INTO story_search (rowid, headline, summary, why_it_matters, trust_note, tags, source)
    VALUES (new.id, new.headline, new.summary, new.why_it_matters, new.trust_note, new.tags, new.source);
END;

CREATE VIRTUAL TABLE article_search USING fts5 (
    title, text, content = 'article', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER article_search_insert AFTER INSERT ON article BEGIN
    INSERT INTO article_search (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER article_search_delete AFTER DELETE ON article BEGIN
    INSERT INTO article_search (article_search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;
CREATE TRIGGER article_search_update AFTER UPDATE OF title, text ON article BEGIN
    INSERT INTO article_search (article_search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
    INSERT INTO article_search (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
