-- Schema 6: the action day. An edition, the municipalities in it, and what is registered.

CREATE TABLE "edition" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "starts_on" TEXT NOT NULL,
  "ends_on" TEXT NOT NULL,
  "deadline" TEXT,
  "goal" INTEGER,
  "chase_days" INTEGER NOT NULL,
  "previous" TEXT REFERENCES "edition" ("id") DEFERRABLE INITIALLY DEFERRED,
  "notes" TEXT
) STRICT;
CREATE INDEX "edition_previous" ON "edition" ("previous");

CREATE TABLE "participation" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "edition" TEXT NOT NULL REFERENCES "edition" ("id") DEFERRABLE INITIALLY DEFERRED,
  "municipality" TEXT NOT NULL REFERENCES "municipality" ("id") DEFERRABLE INITIALLY DEFERRED,
  "state" TEXT NOT NULL,
  "contact" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "invited_on" TEXT,
  "round" INTEGER,
  "reminded_on" TEXT,
  "answered_on" TEXT,
  "notes" TEXT
) STRICT;
CREATE INDEX "participation_edition" ON "participation" ("edition", "municipality");
CREATE INDEX "participation_municipality" ON "participation" ("municipality");
CREATE INDEX "participation_contact" ON "participation" ("contact");

CREATE TABLE "activity" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "edition" TEXT NOT NULL REFERENCES "edition" ("id") DEFERRABLE INITIALLY DEFERRED,
  "municipality" TEXT NOT NULL REFERENCES "municipality" ("id") DEFERRABLE INITIALLY DEFERRED,
  "organisation" TEXT REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "kind" TEXT,
  "for_business" INTEGER,
  "for_youth" INTEGER,
  "for_elderly" INTEGER,
  "for_residents" INTEGER,
  "partners" TEXT,
  "intervention" TEXT,
  "access" TEXT,
  "place" TEXT,
  "address" TEXT,
  "date" TEXT NOT NULL,
  "from" TEXT,
  "until" TEXT,
  "zone" TEXT NOT NULL,
  "expected_reach" INTEGER,
  "actual_reach" INTEGER,
  "contact" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "link" TEXT,
  "state" TEXT NOT NULL,
  "remarks" TEXT,
  "worked" TEXT,
  "previous" TEXT REFERENCES "activity" ("id") DEFERRABLE INITIALLY DEFERRED,
  "sequence" INTEGER
) STRICT;
CREATE INDEX "activity_edition" ON "activity" ("edition", "municipality");
CREATE INDEX "activity_municipality" ON "activity" ("municipality");
CREATE INDEX "activity_organisation" ON "activity" ("organisation");
CREATE INDEX "activity_contact" ON "activity" ("contact");
CREATE INDEX "activity_previous" ON "activity" ("previous");

-- What was said with a municipality about an edition.
ALTER TABLE "contact" ADD COLUMN "edition" TEXT REFERENCES "edition" ("id") DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "contact_edition" ON "contact" ("edition");
