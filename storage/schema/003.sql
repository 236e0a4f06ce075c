-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 3: what grouping keeps of hands and of itself. Ids are never given again, so that what names a story or an
-- article that is gone does no harm, and holds again when an undo brings it back.

ALTER TABLE article ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0; -- a hand put it into its story

-- The first and last times of its articles; whether anybody worked on it; and, of one that nobody did, the article whose
-- words it shows.
ALTER TABLE story ADD COLUMN first_at INTEGER;
ALTER TABLE story ADD COLUMN last_at INTEGER;
ALTER TABLE story ADD COLUMN touched INTEGER NOT NULL DEFAULT 1;
ALTER TABLE story ADD COLUMN leading INTEGER;
UPDATE story SET
    (first_at, last_at) = (SELECT min(coalesce(published_at, fetched_at)), max(coalesce(published_at, fetched_at))
        FROM article WHERE story_id = story.id),
    touched = own_words OR stage <> 0 OR EXISTS (SELECT 1 FROM change WHERE story_id = story.id)
        OR EXISTS (SELECT 1 FROM card WHERE story_id = story.id);

-- The numbers that a story's coverage was and became, in the form of toText(Coverage). No analyst where intake did it.
CREATE TABLE coverage_change (
    id INTEGER PRIMARY KEY,
    story_id INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    at INTEGER NOT NULL,
    analyst_id INTEGER REFERENCES analyst,
    old TEXT NOT NULL,
    new TEXT NOT NULL
);
CREATE INDEX coverage_change_by_story ON coverage_change (story_id, id);
CREATE INDEX coverage_change_by_analyst ON coverage_change (analyst_id) WHERE analyst_id IS NOT NULL;

-- Where to look for a story that became part of another: folded and gone, or merged by hand and still there.
CREATE TABLE redirect (
    story_id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE,
    into_id INTEGER NOT NULL
);
CREATE INDEX redirect_by_target ON redirect (into_id);

-- "Never with this one", as a hand said it; the smaller number of two stories stands first.
CREATE TABLE story_apart (
    story_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL CHECK (story_id < other_id),
    PRIMARY KEY (story_id, other_id)
) WITHOUT ROWID;
CREATE INDEX story_apart_by_other ON story_apart (other_id);
CREATE TABLE article_out (
    article_id INTEGER NOT NULL,
    story_id INTEGER NOT NULL,
    PRIMARY KEY (article_id, story_id)
) WITHOUT ROWID;

-- Two stories that nearly were one; the smaller number stands first. Space between the words they share.
CREATE TABLE merge_suggestion (
    story_id INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES story ON DELETE CASCADE CHECK (story_id < other_id),
    score REAL NOT NULL,
    words TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (story_id, other_id)
) WITHOUT ROWID;
CREATE INDEX merge_suggestion_by_other ON merge_suggestion (other_id);
CREATE INDEX merge_suggestion_by_time ON merge_suggestion (at);

-- What intake has to look at again, since something else than its own placing moved it: an article (kind 1), a story that
-- somebody worked on (2), two stories (3) or an article and a story (4) that are kept apart, or no longer are.
CREATE TABLE regrouped (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    kind INTEGER NOT NULL,
    item INTEGER NOT NULL,
    other INTEGER NOT NULL DEFAULT 0
);
CREATE TRIGGER regrouped_move AFTER UPDATE OF story_id, by_hand ON article
WHEN old.story_id <> new.story_id OR old.by_hand <> new.by_hand BEGIN
    INSERT INTO regrouped (kind, item) VALUES (1, new.id);
END;
CREATE TRIGGER regrouped_gone AFTER DELETE ON article BEGIN
    INSERT INTO regrouped (kind, item) VALUES (1, old.id);
END;
CREATE TRIGGER regrouped_touched AFTER UPDATE OF touched ON story WHEN new.touched AND NOT old.touched BEGIN
    INSERT INTO regrouped (kind, item) VALUES (2, new.id);
END;
CREATE TRIGGER regrouped_apart AFTER INSERT ON story_apart BEGIN
    INSERT INTO regrouped (kind, item, other) VALUES (3, new.story_id, new.other_id);
END;
CREATE TRIGGER regrouped_together AFTER DELETE ON story_apart BEGIN
    INSERT INTO regrouped (kind, item, other) VALUES (3, old.story_id, old.other_id);
END;
CREATE TRIGGER regrouped_out AFTER INSERT ON article_out BEGIN
    INSERT INTO regrouped (kind, item, other) VALUES (4, new.article_id, new.story_id);
END;
CREATE TRIGGER regrouped_in AFTER DELETE ON article_out BEGIN
    INSERT INTO regrouped (kind, item, other) VALUES (4, old.article_id, old.story_id);
END;
-- A story that left Incoming has work on it, whoever moved it.
CREATE TRIGGER story_touched_stage AFTER UPDATE OF stage ON story WHEN NOT old.touched AND new.stage <> old.stage BEGIN
    UPDATE story SET touched = 1 WHERE id = new.id;
END;

-- Which saved state of grouping goes with this desk: a state file of another stamp is of another past.
CREATE TABLE grouping_state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    stamp BLOB NOT NULL
);

-- Until when its server wants to be left alone, and when it last brought an article that was new.
ALTER TABLE feed ADD COLUMN rest_until INTEGER;
ALTER TABLE feed ADD COLUMN new_at INTEGER;
-- Articles of feeds that were removed, by the feed's address as compared: added again, it has them back.
CREATE TABLE orphan (
    article_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    url_key TEXT NOT NULL
);
CREATE INDEX orphan_by_url ON orphan (url_key);

-- Words that change along with the article they are taken from are still found in that article.
DROP TRIGGER story_search_own;
CREATE TRIGGER story_search_own AFTER UPDATE OF headline, summary, why_it_matters, trust_note, tags, source ON story
WHEN NOT old.own_words AND new.leading IS old.leading BEGIN
    UPDATE story SET own_words = 1 WHERE id = new.id;
    INSERT INTO story_search (rowid, headline, summary, why_it_matters, trust_note, tags, source)
    VALUES (new.id, new.headline, new.summary, new.why_it_matters, new.trust_note, new.tags, new.source);
END;
