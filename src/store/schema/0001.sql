-- Schema 1. A released step is never changed: what comes later is a step of its own.
--
-- The speech is what SQLite and PostgreSQL share, with two words of SQLite's own: STRICT, and the reference from a
-- district to its lead, whose table comes later (people belong to organisations, which belong to districts).
-- Names are those of the field tables in src/model, with "_" for "-"; the tests hold the two together.
-- References are looked at when the transaction ends, so the rows of one edit may come in any order.

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
CREATE INDEX "edit_author" ON "edit" ("author", "revision");

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

CREATE TABLE "district" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "name" TEXT NOT NULL UNIQUE,
  "lead" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "notes" TEXT
) STRICT;
CREATE INDEX "district_lead" ON "district" ("lead");

CREATE TABLE "municipality" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "code" TEXT NOT NULL UNIQUE,
  "name" TEXT NOT NULL,
  "province" TEXT,
  "district" TEXT REFERENCES "district" ("id") DEFERRABLE INITIALLY DEFERRED,
  "school_region" TEXT,
  "population" INTEGER,
  "latitude" REAL,
  "longitude" REAL,
  "tile_column" INTEGER,
  "tile_row" INTEGER,
  "valid_from" TEXT,
  "valid_until" TEXT,
  "notes" TEXT
) STRICT;
CREATE INDEX "municipality_district" ON "municipality" ("district");

CREATE TABLE "organisation" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "municipality" TEXT REFERENCES "municipality" ("id") DEFERRABLE INITIALLY DEFERRED,
  "district" TEXT REFERENCES "district" ("id") DEFERRABLE INITIALLY DEFERRED,
  "address" TEXT,
  "mail" TEXT,
  "phone" TEXT,
  "website" TEXT,
  "notes" TEXT
) STRICT;
CREATE INDEX "organisation_municipality" ON "organisation" ("municipality");
CREATE INDEX "organisation_district" ON "organisation" ("district");

CREATE TABLE "person" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "function" TEXT,
  "organisation" TEXT REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "mail" TEXT,
  "phone" TEXT,
  "mobile" TEXT,
  "role_mailbox" INTEGER,
  "notes" TEXT
) STRICT;
CREATE INDEX "person_organisation" ON "person" ("organisation");

CREATE TABLE "group" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "name" TEXT NOT NULL UNIQUE,
  "kind" TEXT NOT NULL,
  "target_group" TEXT,
  "district" TEXT REFERENCES "district" ("id") DEFERRABLE INITIALLY DEFERRED,
  "purpose" TEXT,
  "mail" TEXT,
  "active_from" TEXT,
  "active_until" TEXT,
  "notes" TEXT
) STRICT;
CREATE INDEX "group_district" ON "group" ("district");

CREATE TABLE "membership" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "group" TEXT NOT NULL REFERENCES "group" ("id") DEFERRABLE INITIALLY DEFERRED,
  "person" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "organisation" TEXT REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "role" TEXT NOT NULL,
  "from" TEXT,
  "until" TEXT,
  "notes" TEXT
) STRICT;
CREATE INDEX "membership_group" ON "membership" ("group");
CREATE INDEX "membership_person" ON "membership" ("person");
CREATE INDEX "membership_organisation" ON "membership" ("organisation");

CREATE TABLE "cycle" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "group" TEXT NOT NULL REFERENCES "group" ("id") DEFERRABLE INITIALLY DEFERRED,
  "every_months" INTEGER NOT NULL,
  "first_month" INTEGER NOT NULL,
  "count" INTEGER NOT NULL,
  "weekday" TEXT NOT NULL,
  "nth" INTEGER NOT NULL,
  "start" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL,
  "zone" TEXT NOT NULL,
  "place" TEXT,
  "online_link" TEXT,
  "avoid_school_holidays" INTEGER,
  "avoid_clashes" INTEGER,
  "left_out" TEXT,
  "notes" TEXT
) STRICT;
CREATE INDEX "cycle_group" ON "cycle" ("group");

CREATE TABLE "meeting" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "group" TEXT NOT NULL REFERENCES "group" ("id") DEFERRABLE INITIALLY DEFERRED,
  "cycle" TEXT REFERENCES "cycle" ("id") DEFERRABLE INITIALLY DEFERRED,
  "theme" TEXT,
  "starts_at" TEXT NOT NULL,
  "ends_at" TEXT NOT NULL,
  "zone" TEXT NOT NULL,
  "place" TEXT,
  "online_link" TEXT,
  "chair" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "state" TEXT NOT NULL,
  "description" TEXT,
  "notes" TEXT,
  "pattern_date" TEXT,
  "reason" TEXT,
  "reason_detail" TEXT,
  "uid" TEXT NOT NULL UNIQUE,
  "sequence" INTEGER,
  "handed_out_at" TEXT,
  "handed_out_sequence" INTEGER
) STRICT;
-- What is on when, for everybody and for one group; the second serves the reference too.
CREATE INDEX "meeting_starts_at" ON "meeting" ("starts_at", "id");
CREATE INDEX "meeting_group" ON "meeting" ("group", "starts_at");
CREATE INDEX "meeting_cycle" ON "meeting" ("cycle");
CREATE INDEX "meeting_chair" ON "meeting" ("chair");
