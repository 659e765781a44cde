-- Schema 4: the cycle of meetings whole: what prepares a meeting, its agenda, who comes and what they were sent, minutes,
-- decisions, action points and papers; and what holds for the whole file.

ALTER TABLE "meeting" ADD COLUMN "host" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "meeting" ADD COLUMN "minutes_state" TEXT;
ALTER TABLE "meeting" ADD COLUMN "minutes_reason" TEXT;
CREATE INDEX "meeting_host" ON "meeting" ("host");

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

CREATE TABLE "agenda_item" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "group" TEXT NOT NULL REFERENCES "group" ("id") DEFERRABLE INITIALLY DEFERRED,
  "meeting" TEXT REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL,
  "speaker" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "briefing" TEXT,
  "description" TEXT,
  "notes" TEXT,
  "state" TEXT NOT NULL,
  "carried_from" TEXT REFERENCES "agenda_item" ("id") DEFERRABLE INITIALLY DEFERRED,
  "standing_item" TEXT REFERENCES "standing_item" ("id") DEFERRABLE INITIALLY DEFERRED,
  "sent_sequence" INTEGER,
  "sent_method" TEXT,
  "sent_at" TEXT,
  "sent_mail" TEXT,
  "sent_starts_at" TEXT,
  "sent_ends_at" TEXT,
  "sent_place" TEXT
) STRICT;
CREATE INDEX "agenda_item_group" ON "agenda_item" ("group");
CREATE INDEX "agenda_item_meeting" ON "agenda_item" ("meeting");
CREATE INDEX "agenda_item_speaker" ON "agenda_item" ("speaker");
CREATE INDEX "agenda_item_carried_from" ON "agenda_item" ("carried_from");
CREATE INDEX "agenda_item_standing_item" ON "agenda_item" ("standing_item");

CREATE TABLE "attendance" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "meeting" TEXT NOT NULL REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "person" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "organisation" TEXT REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "seat" TEXT REFERENCES "seat" ("id") DEFERRABLE INITIALLY DEFERRED,
  "invited_as" TEXT NOT NULL,
  "answer" TEXT,
  "substitute" TEXT,
  "comment" TEXT,
  "presence" TEXT,
  "answer_sequence" INTEGER,
  "answer_stamp" INTEGER,
  "proposed_starts_at" TEXT,
  "proposed_ends_at" TEXT,
  "sent_sequence" INTEGER,
  "sent_method" TEXT,
  "sent_at" TEXT,
  "sent_mail" TEXT,
  "sent_starts_at" TEXT
) STRICT;
CREATE INDEX "attendance_meeting" ON "attendance" ("meeting");
CREATE INDEX "attendance_person" ON "attendance" ("person");
CREATE INDEX "attendance_organisation" ON "attendance" ("organisation");
CREATE INDEX "attendance_seat" ON "attendance" ("seat");

CREATE TABLE "task" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "group" TEXT REFERENCES "group" ("id") DEFERRABLE INITIALLY DEFERRED,
  "meeting" TEXT REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "agenda_item" TEXT REFERENCES "agenda_item" ("id") DEFERRABLE INITIALLY DEFERRED,
  "assignee" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "due" TEXT,
  "state" TEXT NOT NULL,
  "done_on" TEXT,
  "notes" TEXT,
  "step" TEXT REFERENCES "preparation_step" ("id") DEFERRABLE INITIALLY DEFERRED,
  "days" INTEGER,
  "pinned" INTEGER
) STRICT;
CREATE INDEX "task_group" ON "task" ("group");
CREATE INDEX "task_meeting" ON "task" ("meeting");
CREATE INDEX "task_agenda_item" ON "task" ("agenda_item");
CREATE INDEX "task_assignee" ON "task" ("assignee");
CREATE INDEX "task_step" ON "task" ("step");

CREATE TABLE "decision" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "group" TEXT NOT NULL REFERENCES "group" ("id") DEFERRABLE INITIALLY DEFERRED,
  "year" INTEGER NOT NULL,
  "number" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  "explanation" TEXT,
  "meeting" TEXT REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "agenda_item" TEXT REFERENCES "agenda_item" ("id") DEFERRABLE INITIALLY DEFERRED,
  "state" TEXT NOT NULL,
  "replaced_by" TEXT REFERENCES "decision" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
-- Two windows that both give out the next number find out here.
CREATE UNIQUE INDEX "decision_number" ON "decision" ("group", "year", "number");
CREATE INDEX "decision_meeting" ON "decision" ("meeting");
CREATE INDEX "decision_agenda_item" ON "decision" ("agenda_item");
CREATE INDEX "decision_replaced_by" ON "decision" ("replaced_by");

CREATE TABLE "document" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "link" TEXT,
  "file" TEXT,
  "kind" TEXT,
  "target_group" TEXT,
  "theme" TEXT,
  "meeting" TEXT REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "agenda_item" TEXT REFERENCES "agenda_item" ("id") DEFERRABLE INITIALLY DEFERRED,
  "knowledge" INTEGER,
  "summary" TEXT
) STRICT;
CREATE INDEX "document_meeting" ON "document" ("meeting");
CREATE INDEX "document_agenda_item" ON "document" ("agenda_item");

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
  "name" TEXT NOT NULL,
  "organiser_name" TEXT,
  "organiser_mail" TEXT,
  "retention_months" INTEGER
) STRICT;
