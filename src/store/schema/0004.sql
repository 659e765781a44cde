-- Schema 4: what belongs to a meeting: what prepares it, its agenda, who comes and what they were sent, the state of its
-- minutes, decisions, action points and papers.

ALTER TABLE "meeting" ADD COLUMN "host" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "meeting" ADD COLUMN "minutes_state" TEXT;
CREATE INDEX "meeting_host" ON "meeting" ("host");

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
  "state" TEXT NOT NULL
) STRICT;
CREATE INDEX "agenda_item_group" ON "agenda_item" ("group");
CREATE INDEX "agenda_item_meeting" ON "agenda_item" ("meeting");
CREATE INDEX "agenda_item_speaker" ON "agenda_item" ("speaker");

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
  "notes" TEXT,
  "days" INTEGER,
  "pinned" INTEGER
) STRICT;
CREATE INDEX "task_group" ON "task" ("group");
CREATE INDEX "task_meeting" ON "task" ("meeting");
CREATE INDEX "task_agenda_item" ON "task" ("agenda_item");
CREATE INDEX "task_assignee" ON "task" ("assignee");

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
  "kind" TEXT,
  "target_group" TEXT,
  "theme" TEXT,
  "meeting" TEXT REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "agenda_item" TEXT REFERENCES "agenda_item" ("id") DEFERRABLE INITIALLY DEFERRED,
  "summary" TEXT
) STRICT;
CREATE INDEX "document_meeting" ON "document" ("meeting");
CREATE INDEX "document_agenda_item" ON "document" ("agenda_item");
