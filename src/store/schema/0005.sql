-- Schema 5: what a cycle asks for around each of its meetings, who is away, the texts of mails, what holds for the whole
-- network, and what answers that come in, papers and reopened minutes need.

ALTER TABLE "meeting" ADD COLUMN "minutes_reason" TEXT;
ALTER TABLE "agenda_item" ADD COLUMN "carried_from" TEXT REFERENCES "agenda_item" ("id") DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "agenda_item_carried_from" ON "agenda_item" ("carried_from");
ALTER TABLE "agenda_item" ADD COLUMN "sent_to" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "agenda_item_sent_to" ON "agenda_item" ("sent_to");
ALTER TABLE "agenda_item" ADD COLUMN "sent_mail" TEXT;
ALTER TABLE "agenda_item" ADD COLUMN "sent_method" TEXT;
ALTER TABLE "agenda_item" ADD COLUMN "sent_sequence" INTEGER;
ALTER TABLE "agenda_item" ADD COLUMN "sent_at" TEXT;
ALTER TABLE "agenda_item" ADD COLUMN "sent_meeting" TEXT REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "agenda_item_sent_meeting" ON "agenda_item" ("sent_meeting");
ALTER TABLE "agenda_item" ADD COLUMN "sent_starts_at" TEXT;
ALTER TABLE "agenda_item" ADD COLUMN "sent_ends_at" TEXT;
ALTER TABLE "agenda_item" ADD COLUMN "sent_zone" TEXT;
ALTER TABLE "agenda_item" ADD COLUMN "sent_place" TEXT;
ALTER TABLE "agenda_item" ADD COLUMN "sent_link" TEXT;
ALTER TABLE "attendance" ADD COLUMN "answer_stamp" INTEGER;
ALTER TABLE "attendance" ADD COLUMN "proposed_starts_at" TEXT;
ALTER TABLE "attendance" ADD COLUMN "proposed_ends_at" TEXT;
ALTER TABLE "document" ADD COLUMN "file" TEXT;
-- What was noted before this step was noted to be found again.
ALTER TABLE "document" ADD COLUMN "knowledge" INTEGER;
UPDATE "document" SET "knowledge" = 1;

CREATE TABLE "absence" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "person" TEXT NOT NULL REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "from" TEXT NOT NULL,
  "until" TEXT,
  "notes" TEXT
) STRICT;
CREATE INDEX "absence_person" ON "absence" ("person");

CREATE TABLE "preparation_step" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "cycle" TEXT NOT NULL REFERENCES "cycle" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "days" INTEGER NOT NULL,
  "assignee" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "role" TEXT
) STRICT;
CREATE INDEX "preparation_step_cycle" ON "preparation_step" ("cycle");
CREATE INDEX "preparation_step_assignee" ON "preparation_step" ("assignee");

ALTER TABLE "task" ADD COLUMN "step" TEXT REFERENCES "preparation_step" ("id") DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "task_step" ON "task" ("step");
ALTER TABLE "task" ADD COLUMN "role" TEXT;

CREATE TABLE "standing_item" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "cycle" TEXT NOT NULL REFERENCES "cycle" ("id") DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL,
  "at_end" INTEGER
) STRICT;
CREATE INDEX "standing_item_cycle" ON "standing_item" ("cycle");

CREATE TABLE "mail_text" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "use" TEXT NOT NULL UNIQUE,
  "subject" TEXT NOT NULL,
  "body" TEXT
) STRICT;

CREATE TABLE "network" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "name" TEXT,
  "organiser_name" TEXT,
  "organiser_mail" TEXT,
  "retention_months" INTEGER NOT NULL
) STRICT;
-- There is one from the beginning, before any edit.
INSERT INTO "network" ("id", "revision", "retention_months") VALUES ('6e657477-6f72-4b00-8000-000000000000', 0, 24);
