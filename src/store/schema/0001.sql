-- Schema 1. A released step is never changed: what comes later is a step of its own.

-- One row a change that a person made (design: one transaction, one line of history, one step of undo).
-- kind: edit, undo, redo, note. target: the edit that an undo or redo is about. undone_by: the undo that took it back.
CREATE TABLE "edit" (
  "revision" INTEGER PRIMARY KEY,
  "kind" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "author" TEXT NOT NULL,
  "at" INTEGER NOT NULL,
  "target" INTEGER REFERENCES "edit" ("revision"),
  "undone_by" INTEGER REFERENCES "edit" ("revision")
) STRICT;

-- Before and after of every row an edit touched, as JSON objects; "before" is NULL for an added row, "after" for a removed one.
-- For a changed row both hold only the fields that differ.
CREATE TABLE "change" (
  "revision" INTEGER NOT NULL REFERENCES "edit" ("revision"),
  "position" INTEGER NOT NULL,
  "type" TEXT NOT NULL,
  "record" TEXT NOT NULL,
  "before" TEXT,
  "after" TEXT,
  PRIMARY KEY ("revision", "position")
) STRICT;
CREATE INDEX "change_record" ON "change" ("record", "revision");
