-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 5: views beyond the stages of triage, searches that are kept, shifts, quotations, and how long stories stay.

-- When a value of the leading card was last set; nothing where none is. With evidence_at it tells whether the score
-- predates the evidence, without the card being read.
ALTER TABLE story ADD COLUMN scored_at INTEGER;
UPDATE story SET scored_at = (
    SELECT max(v.set_at) FROM card_cell v WHERE v.kind > 0 AND v.card_id = (
        SELECT c.id FROM card c WHERE c.story_id = story.id
        ORDER BY EXISTS (SELECT 1 FROM card_cell WHERE card_id = c.id AND kind > 0) DESC, c.touched_at DESC, c.id DESC
        LIMIT 1))
WHERE id IN (SELECT story_id FROM card);

-- Spiked stories are done with: they stand in neither view. The newest of a view are read from its index alone.
CREATE INDEX story_unscored_newest ON story (sort_at, id) WHERE scored_at IS NULL AND stage <> 3;
CREATE INDEX story_unscored_changed ON story (changed_at, id) WHERE scored_at IS NULL AND stage <> 3;
CREATE INDEX story_outdated_newest ON story (sort_at, id) WHERE scored_at < evidence_at AND stage <> 3;
CREATE INDEX story_outdated_impact ON story (impact_key, id) WHERE scored_at < evidence_at AND stage <> 3;
CREATE INDEX story_outdated_changed ON story (changed_at, id) WHERE scored_at < evidence_at AND stage <> 3;
CREATE INDEX story_by_added ON story (added_at);

-- Scopes 'unscored' and 'outdated' (key 0), and 'outlet' (key: its id), which counts the articles that wait in incoming
-- stories as 'feed' does.
CREATE TRIGGER story_views_insert AFTER INSERT ON story WHEN new.stage <> 3 BEGIN
    INSERT INTO tally SELECT 'unscored', 0, 1 WHERE new.scored_at IS NULL ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO tally SELECT 'outdated', 0, 1 WHERE new.scored_at < new.evidence_at ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER story_views_delete AFTER DELETE ON story WHEN old.stage <> 3 BEGIN
    UPDATE tally SET n = n - 1 WHERE scope = 'unscored' AND key = 0 AND old.scored_at IS NULL;
    UPDATE tally SET n = n - 1 WHERE scope = 'outdated' AND key = 0 AND old.scored_at < old.evidence_at;
END;
CREATE TRIGGER story_views_unscored AFTER UPDATE OF stage, scored_at ON story
WHEN (old.stage <> 3 AND old.scored_at IS NULL) <> (new.stage <> 3 AND new.scored_at IS NULL) BEGIN
    INSERT INTO tally VALUES ('unscored', 0, 0) ON CONFLICT DO NOTHING;
    UPDATE tally SET n = n + CASE WHEN new.stage <> 3 AND new.scored_at IS NULL THEN 1 ELSE -1 END
        WHERE scope = 'unscored' AND key = 0;
END;
CREATE TRIGGER story_views_outdated AFTER UPDATE OF stage, scored_at, evidence_at ON story
WHEN (old.stage <> 3 AND coalesce(old.scored_at < old.evidence_at, 0))
    <> (new.stage <> 3 AND coalesce(new.scored_at < new.evidence_at, 0)) BEGIN
    INSERT INTO tally VALUES ('outdated', 0, 0) ON CONFLICT DO NOTHING;
    UPDATE tally SET n = n + CASE WHEN new.stage <> 3 AND coalesce(new.scored_at < new.evidence_at, 0) THEN 1 ELSE -1 END
        WHERE scope = 'outdated' AND key = 0;
END;
INSERT INTO tally SELECT 'unscored', 0, count(*) FROM story WHERE scored_at IS NULL AND stage <> 3;
INSERT INTO tally SELECT 'outdated', 0, count(*) FROM story WHERE scored_at < evidence_at AND stage <> 3;

-- A story of many articles has its outlet's counted without reading them.
DROP INDEX article_by_outlet;
CREATE INDEX article_by_outlet ON article (outlet_id, story_id);
CREATE TRIGGER outlet_tally_insert AFTER INSERT ON article
WHEN new.outlet_id IS NOT NULL AND (SELECT stage FROM story WHERE id = new.story_id) = 0 BEGIN
    INSERT INTO tally VALUES ('outlet', new.outlet_id, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER outlet_tally_delete AFTER DELETE ON article
WHEN old.outlet_id IS NOT NULL AND (SELECT stage FROM story WHERE id = old.story_id) = 0 BEGIN
    UPDATE tally SET n = n - 1 WHERE scope = 'outlet' AND key = old.outlet_id;
END;
CREATE TRIGGER story_outlet_tally_delete BEFORE DELETE ON story WHEN old.stage = 0 BEGIN
    UPDATE tally SET n = n - (SELECT count(*) FROM article WHERE story_id = old.id AND outlet_id = tally.key)
        WHERE scope = 'outlet' AND key IN (SELECT outlet_id FROM article WHERE story_id = old.id);
END;
CREATE TRIGGER outlet_tally_move AFTER UPDATE OF story_id, outlet_id ON article
WHEN old.story_id <> new.story_id OR old.outlet_id IS NOT new.outlet_id BEGIN
    UPDATE tally SET n = n - 1 WHERE scope = 'outlet' AND key = old.outlet_id
        AND (SELECT stage FROM story WHERE id = old.story_id) = 0;
    INSERT INTO tally SELECT 'outlet', new.outlet_id, 1
        WHERE new.outlet_id IS NOT NULL AND (SELECT stage FROM story WHERE id = new.story_id) = 0
        ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER story_outlet_tally_leave AFTER UPDATE OF stage ON story WHEN old.stage = 0 AND new.stage <> 0 BEGIN
    UPDATE tally SET n = n - (SELECT count(*) FROM article WHERE story_id = new.id AND outlet_id = tally.key)
        WHERE scope = 'outlet' AND key IN (SELECT outlet_id FROM article WHERE story_id = new.id);
END;
CREATE TRIGGER story_outlet_tally_enter AFTER UPDATE OF stage ON story WHEN old.stage <> 0 AND new.stage = 0 BEGIN
    INSERT INTO tally SELECT 'outlet', outlet_id, count(*) FROM article
        WHERE story_id = new.id AND outlet_id IS NOT NULL GROUP BY outlet_id
        ON CONFLICT DO UPDATE SET n = n + excluded.n;
END;
CREATE TRIGGER outlet_tally_gone AFTER DELETE ON outlet BEGIN
    DELETE FROM tally WHERE scope = 'outlet' AND key = old.id;
END;
INSERT INTO tally SELECT 'outlet', a.outlet_id, count(*) FROM article a JOIN story s ON s.id = a.story_id
    WHERE a.outlet_id IS NOT NULL AND s.stage = 0 GROUP BY a.outlet_id;

-- Queries that an analyst keeps, in the order of the list.
CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    query TEXT NOT NULL
);

-- An analyst's time at the desk; the one that has not ended runs still.
CREATE TABLE shift (
    id INTEGER PRIMARY KEY,
    analyst_id INTEGER NOT NULL REFERENCES analyst,
    began_at INTEGER NOT NULL,
    ended_at INTEGER
);
CREATE INDEX shift_by_analyst ON shift (analyst_id, began_at);

-- A sentence of an article that speaks for a value of a dimension. The article may go or change; the words stay.
CREATE TABLE quotation (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE,
    story_id INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    dimension TEXT NOT NULL,
    article_uuid BLOB NOT NULL,
    position INTEGER NOT NULL, -- of its first letter in the article's text, in UTF-16 units
    words TEXT NOT NULL,
    analyst_id INTEGER NOT NULL REFERENCES analyst,
    at INTEGER NOT NULL
);
CREATE INDEX quotation_by_story ON quotation (story_id, id);
CREATE INDEX quotation_by_analyst ON quotation (analyst_id);

-- Days that incoming stories of the feed stay; 0: as the desk's setting says, -1: for ever.
ALTER TABLE feed ADD COLUMN keep_days INTEGER NOT NULL DEFAULT 0 CHECK (keep_days >= -1);
CREATE INDEX change_by_time ON change (at);

-- Articles whose story went because nobody touched it, by digests of what they are known by. While a feed still holds one
-- it is no news; what no feed has shown for long is forgotten.
CREATE TABLE bygone (
    key INTEGER PRIMARY KEY,
    seen_at INTEGER NOT NULL
);
CREATE INDEX bygone_by_time ON bygone (seen_at);
