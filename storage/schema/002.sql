-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2: feeds that are read by the program, the versions of their articles, and rules.

ALTER TABLE feed ADD COLUMN own_title TEXT NOT NULL DEFAULT '';
ALTER TABLE feed ADD COLUMN category_id INTEGER REFERENCES category ON DELETE SET NULL;
ALTER TABLE feed ADD COLUMN pause_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE feed ADD COLUMN has_secret INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN url_key TEXT NOT NULL DEFAULT ''; -- the address as compared
ALTER TABLE feed ADD COLUMN digest BLOB;                      -- of the bytes last stored
ALTER TABLE feed ADD COLUMN ttl INTEGER NOT NULL DEFAULT 0;   -- minutes
ALTER TABLE feed ADD COLUMN skip_hours INTEGER NOT NULL DEFAULT 0; -- bit 0 is midnight UTC
ALTER TABLE feed ADD COLUMN skip_days INTEGER NOT NULL DEFAULT 0;  -- bit 1 is Monday
ALTER TABLE feed ADD COLUMN failure_kind TEXT NOT NULL DEFAULT '';
ALTER TABLE feed ADD COLUMN status INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN failing_since INTEGER;
ALTER TABLE feed ADD COLUMN items INTEGER NOT NULL DEFAULT -1;
ALTER TABLE feed ADD COLUMN newest_at INTEGER;
ALTER TABLE feed ADD COLUMN usual_gap INTEGER NOT NULL DEFAULT 0; -- seconds
ALTER TABLE feed ADD COLUMN notes TEXT NOT NULL DEFAULT '';       -- newline between them
CREATE INDEX feed_by_url ON feed (url_key);
CREATE INDEX feed_by_category ON feed (category_id);

-- Of the content as stored; intake tells changed articles by it without reading them. It stands in the index,
-- since in the row it lies behind the text.
ALTER TABLE article ADD COLUMN digest INTEGER NOT NULL DEFAULT 0;
DROP INDEX article_by_feed_guid;
CREATE INDEX article_by_feed ON article (feed_id, guid, digest, story_id);
CREATE INDEX article_by_time ON article (coalesce(published_at, fetched_at), feed_id);

CREATE TABLE article_version (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    link TEXT NOT NULL,
    author TEXT NOT NULL,
    published_at INTEGER,
    replaced_at INTEGER NOT NULL
);
CREATE INDEX article_version_by_article ON article_version (article_id, id);

CREATE TABLE rule (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    query TEXT NOT NULL,
    enabled INTEGER NOT NULL DEFAULT 1,
    tags TEXT NOT NULL DEFAULT '', -- newline between them
    category TEXT NOT NULL DEFAULT '',
    act INTEGER NOT NULL DEFAULT 0 CHECK (act BETWEEN 0 AND 2),
    spike_reason TEXT NOT NULL DEFAULT ''
);

ALTER TABLE notice ADD COLUMN feeds INTEGER NOT NULL DEFAULT 0;

-- scope 'feed' (key: its id): how many articles wait in incoming stories.
CREATE TRIGGER article_tally_insert AFTER INSERT ON article
WHEN new.feed_id IS NOT NULL AND (SELECT stage FROM story WHERE id = new.story_id) = 0 BEGIN
    INSERT INTO tally VALUES ('feed', new.feed_id, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
-- A story's articles go after their story: what they count is taken back before it does.
CREATE TRIGGER article_tally_delete AFTER DELETE ON article
WHEN old.feed_id IS NOT NULL AND (SELECT stage FROM story WHERE id = old.story_id) = 0 BEGIN
    UPDATE tally SET n = n - 1 WHERE scope = 'feed' AND key = old.feed_id;
END;
CREATE TRIGGER story_feed_tally_delete BEFORE DELETE ON story WHEN old.stage = 0 BEGIN
    UPDATE tally SET n = n - (SELECT count(*) FROM article WHERE story_id = old.id AND feed_id = tally.key)
        WHERE scope = 'feed' AND key IN (SELECT feed_id FROM article WHERE story_id = old.id);
END;
CREATE TRIGGER article_tally_move AFTER UPDATE OF story_id, feed_id ON article
WHEN old.story_id <> new.story_id OR old.feed_id IS NOT new.feed_id BEGIN
    UPDATE tally SET n = n - 1 WHERE scope = 'feed' AND key = old.feed_id
        AND (SELECT stage FROM story WHERE id = old.story_id) = 0;
    INSERT INTO tally SELECT 'feed', new.feed_id, 1
        WHERE new.feed_id IS NOT NULL AND (SELECT stage FROM story WHERE id = new.story_id) = 0
        ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER story_feed_tally_leave AFTER UPDATE OF stage ON story WHEN old.stage = 0 AND new.stage <> 0 BEGIN
    UPDATE tally SET n = n - (SELECT count(*) FROM article WHERE story_id = new.id AND feed_id = tally.key)
        WHERE scope = 'feed' AND key IN (SELECT feed_id FROM article WHERE story_id = new.id);
END;
CREATE TRIGGER story_feed_tally_enter AFTER UPDATE OF stage ON story WHEN old.stage <> 0 AND new.stage = 0 BEGIN
    INSERT INTO tally SELECT 'feed', feed_id, count(*) FROM article
        WHERE story_id = new.id AND feed_id IS NOT NULL GROUP BY feed_id
        ON CONFLICT DO UPDATE SET n = n + excluded.n;
END;
CREATE TRIGGER feed_tally_delete AFTER DELETE ON feed BEGIN
    DELETE FROM tally WHERE scope = 'feed' AND key = old.id;
END;
INSERT INTO tally SELECT 'feed', a.feed_id, count(*) FROM article a JOIN story s ON s.id = a.story_id
    WHERE a.feed_id IS NOT NULL AND s.stage = 0 GROUP BY a.feed_id;

-- The words of a story that the program opened are those of its articles, and are found there. Only what somebody wrote
-- is indexed a second time: from its first change on, a story's words are its own.
ALTER TABLE story ADD COLUMN own_words INTEGER NOT NULL DEFAULT 1;
CREATE VIEW story_words AS
    SELECT id, headline, summary, why_it_matters, trust_note, tags, source FROM story WHERE own_words;
DROP TRIGGER story_search_insert;
DROP TRIGGER story_search_delete;
DROP TRIGGER story_search_update;
DROP TABLE story_search;
CREATE VIRTUAL TABLE story_search USING fts5 (
    headline, summary, why_it_matters, trust_note, tags, source,
    content = 'story_words', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO story_search (story_search) VALUES ('rebuild');
CREATE TRIGGER story_search_insert AFTER INSERT ON story WHEN new.own_words BEGIN
    INSERT INTO story_search (rowid, headline, summary, why_it_matters, trust_note, tags, source)
    VALUES (new.id, new.headline, new.summary, new.why_it_matters, new.trust_note, new.tags, new.source);
END;
CREATE TRIGGER story_search_delete AFTER DELETE ON story WHEN old.own_words BEGIN
    INSERT INTO story_search (story_search, rowid, headline, summary, why_it_matters, trust_note, tags, source)
    VALUES ('delete', old.id, old.headline, old.summary, old.why_it_matters, old.trust_note, old.tags, old.source);
END;
CREATE TRIGGER story_search_update AFTER UPDATE OF headline, summary, why_it_matters, trust_note, tags, source ON story
WHEN old.own_words BEGIN
    INSERT INTO story_search (story_search, rowid, headline, summary, why_it_matters, trust_note, tags, source)
    VALUES ('delete', old.id, old.headline, old.summary, old.why_it_matters, old.trust_note, old.tags, old.source);
    INSERT INTO story_search (rowid, headline, summary, why_it_matters, trust_note, tags, source)
    VALUES (new.id, new.headline, new.summary, new.why_it_matters, new.trust_note, new.tags, new.source);
END;
CREATE TRIGGER story_search_own AFTER UPDATE OF headline, summary, why_it_matters, trust_note, tags, source ON story
WHEN NOT old.own_words BEGIN
    UPDATE story SET own_words = 1 WHERE id = new.id;
    INSERT INTO story_search (rowid, headline, summary, why_it_matters, trust_note, tags, source)
    VALUES (new.id, new.headline, new.summary, new.why_it_matters, new.trust_note, new.tags, new.source);
END;

-- Most stories that come in by themselves have no category: they need not stand in its indexes.
DROP INDEX story_by_category_newest;
DROP INDEX story_by_category_impact;
DROP INDEX story_by_category_changed;
CREATE INDEX story_by_category_newest ON story (category_id, sort_at, id, stage) WHERE category_id IS NOT NULL;
CREATE INDEX story_by_category_impact ON story (category_id, impact_key, id, stage) WHERE category_id IS NOT NULL;
CREATE INDEX story_by_category_changed ON story (category_id, changed_at, id, stage) WHERE category_id IS NOT NULL;
