-- Schema 2: seats, functions over time, the log of contact, and what became of municipalities and people.

CREATE TABLE "position" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "person" TEXT NOT NULL REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "function" TEXT,
  "organisation" TEXT REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "from" TEXT,
  "until" TEXT,
  "notes" TEXT
) STRICT;
CREATE INDEX "position_person" ON "position" ("person");
CREATE INDEX "position_organisation" ON "position" ("organisation");

CREATE TABLE "contact" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "date" TEXT NOT NULL,
  "way" TEXT NOT NULL,
  "organisation" TEXT REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "municipality" TEXT REFERENCES "municipality" ("id") DEFERRABLE INITIALLY DEFERRED,
  "person" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "summary" TEXT NOT NULL,
  "by" TEXT
) STRICT;
CREATE INDEX "contact_organisation" ON "contact" ("organisation", "date");
CREATE INDEX "contact_municipality" ON "contact" ("municipality", "date");
CREATE INDEX "contact_person" ON "contact" ("person", "date");

CREATE TABLE "seat" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "group" TEXT NOT NULL REFERENCES "group" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT,
  "organisation" TEXT REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT,
  "district" TEXT REFERENCES "district" ("id") DEFERRABLE INITIALLY DEFERRED,
  "places" INTEGER NOT NULL,
  "role" TEXT,
  "from" TEXT,
  "until" TEXT,
  "notes" TEXT
) STRICT;
CREATE INDEX "seat_group" ON "seat" ("group");
CREATE INDEX "seat_organisation" ON "seat" ("organisation");
CREATE INDEX "seat_district" ON "seat" ("district");

ALTER TABLE "membership" ADD COLUMN "seat" TEXT REFERENCES "seat" ("id") DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "membership_seat" ON "membership" ("seat");

ALTER TABLE "municipality" ADD COLUMN "merged_into" TEXT
  REFERENCES "municipality" ("id") DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "municipality_merged_into" ON "municipality" ("merged_into");

ALTER TABLE "person" ADD COLUMN "deputy" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "person" ADD COLUMN "left_on" TEXT;
ALTER TABLE "person" ADD COLUMN "reviewed_on" TEXT;
ALTER TABLE "person" ADD COLUMN "forgotten_on" TEXT;
ALTER TABLE "person" ADD COLUMN "successor" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "person_deputy" ON "person" ("deputy");
CREATE INDEX "person_successor" ON "person" ("successor");

-- What is still to be done to the file as a whole, as "wipe": what was forgotten stands in free pages or the log.
CREATE TABLE "owed" ("what" TEXT PRIMARY KEY NOT NULL) STRICT;

-- What is looked through when somebody searches; see aj-search-index.h. The program fills it when it opens the file, for it
-- follows from the rows and from which fields are searched, which "search_layout" remembers. Only SQLite: another database
-- has other means for the same question.
CREATE TABLE "search" (
  "number" INTEGER PRIMARY KEY,
  "type" TEXT NOT NULL,
  "record" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "until" TEXT,
  UNIQUE ("record", "type")
) STRICT;
CREATE INDEX "search_title" ON "search" ("type", "title");
CREATE VIRTUAL TABLE "search_gram" USING fts5
  ("grams", content = '', detail = 'none', columnsize = 0, prefix = '2 3 4', tokenize = 'ascii');
CREATE VIRTUAL TABLE "search_vocabulary" USING fts5vocab ('search_gram', 'row');
CREATE TABLE "search_layout" ("layout" TEXT NOT NULL) STRICT;
