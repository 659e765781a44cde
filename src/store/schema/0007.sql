-- Schema 7: a step of the preparation says with what it is done, so that it may be called anything. An item of an agenda says which
-- standing item it is, so that it may be called anything and stand anywhere.

ALTER TABLE "preparation_step" ADD COLUMN "done_when" TEXT;
ALTER TABLE "task" ADD COLUMN "done_when" TEXT;

-- Until now that was known by the name of the usual step, in either language.
UPDATE "preparation_step" SET "done_when" = CASE LOWER(TRIM("name"))
  WHEN 'send the invitation' THEN 'invitation'
  WHEN 'uitnodiging versturen' THEN 'invitation'
  WHEN 'send the agenda and papers' THEN 'agenda'
  WHEN 'agenda en stukken versturen' THEN 'agenda'
  WHEN 'send the minutes for comment' THEN 'minutes-comment'
  WHEN 'verslag ter reactie versturen' THEN 'minutes-comment'
  WHEN 'fix the minutes' THEN 'minutes-fixed'
  WHEN 'verslag vaststellen' THEN 'minutes-fixed'
END;
UPDATE "task" SET "done_when" = CASE LOWER(TRIM("name"))
  WHEN 'send the invitation' THEN 'invitation'
  WHEN 'uitnodiging versturen' THEN 'invitation'
  WHEN 'send the agenda and papers' THEN 'agenda'
  WHEN 'agenda en stukken versturen' THEN 'agenda'
  WHEN 'send the minutes for comment' THEN 'minutes-comment'
  WHEN 'verslag ter reactie versturen' THEN 'minutes-comment'
  WHEN 'fix the minutes' THEN 'minutes-fixed'
  WHEN 'verslag vaststellen' THEN 'minutes-fixed'
END WHERE "kind" = 'preparation';
-- A step that was called otherwise at one meeting is that of its list.
UPDATE "task" SET "done_when" = (
  SELECT "done_when" FROM "preparation_step" WHERE "preparation_step"."id" = "task"."step"
) WHERE "done_when" IS NULL AND "step" IS NOT NULL AND "kind" = 'preparation';

ALTER TABLE "agenda_item" ADD COLUMN "standing" TEXT REFERENCES "standing_item" ("id") DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "agenda_item_standing" ON "agenda_item" ("standing");
