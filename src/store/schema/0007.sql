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

-- Interventions, where they are rolled out, who gives them, and the material that goes round for them.

CREATE TABLE "intervention" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "summary" TEXT,
  "owner" TEXT,
  "for_business" INTEGER,
  "for_youth" INTEGER,
  "for_elderly" INTEGER,
  "for_residents" INTEGER,
  "form" TEXT,
  "purpose" TEXT,
  "evidence" TEXT,
  "people" TEXT,
  "cost" TEXT,
  "material" TEXT,
  "preparation" TEXT,
  "link" TEXT,
  "contact" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "state" TEXT NOT NULL,
  "source" TEXT,
  "notes" TEXT
) STRICT;
CREATE INDEX "intervention_contact" ON "intervention" ("contact");

CREATE TABLE "intervention_step" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "intervention" TEXT NOT NULL REFERENCES "intervention" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "days" INTEGER NOT NULL
) STRICT;
CREATE INDEX "intervention_step_intervention" ON "intervention_step" ("intervention");

CREATE TABLE "material" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "intervention" TEXT REFERENCES "intervention" ("id") DEFERRABLE INITIALLY DEFERRED,
  "organisation" TEXT REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "municipality" TEXT REFERENCES "municipality" ("id") DEFERRABLE INITIALLY DEFERRED,
  "place" TEXT,
  "contact" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "transport_days" INTEGER NOT NULL,
  "from" TEXT,
  "until" TEXT,
  "notes" TEXT
) STRICT;
CREATE INDEX "material_intervention" ON "material" ("intervention");
CREATE INDEX "material_organisation" ON "material" ("organisation");
CREATE INDEX "material_municipality" ON "material" ("municipality");
CREATE INDEX "material_contact" ON "material" ("contact");

CREATE TABLE "tour" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "material" TEXT NOT NULL REFERENCES "material" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "starts_on" TEXT,
  "notes" TEXT
) STRICT;
CREATE INDEX "tour_material" ON "tour" ("material");

CREATE TABLE "rollout" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "intervention" TEXT NOT NULL REFERENCES "intervention" ("id") DEFERRABLE INITIALLY DEFERRED,
  "municipality" TEXT REFERENCES "municipality" ("id") DEFERRABLE INITIALLY DEFERRED,
  "district" TEXT REFERENCES "district" ("id") DEFERRABLE INITIALLY DEFERRED,
  "phase" TEXT NOT NULL,
  "stop_reason" TEXT,
  "starts_on" TEXT,
  "ends_on" TEXT,
  "lead" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "partners" TEXT,
  "goal_business" INTEGER,
  "goal_youth" INTEGER,
  "goal_elderly" INTEGER,
  "goal_residents" INTEGER,
  "reach_business" INTEGER,
  "reach_youth" INTEGER,
  "reach_elderly" INTEGER,
  "reach_residents" INTEGER,
  "budget" INTEGER,
  "notes" TEXT,
  "sequence" INTEGER
) STRICT;
CREATE INDEX "rollout_intervention" ON "rollout" ("intervention");
CREATE INDEX "rollout_municipality" ON "rollout" ("municipality");
CREATE INDEX "rollout_district" ON "rollout" ("district");
CREATE INDEX "rollout_lead" ON "rollout" ("lead");

CREATE TABLE "rollout_task" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "rollout" TEXT NOT NULL REFERENCES "rollout" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "assignee" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "days" INTEGER,
  "due" TEXT,
  "pinned" INTEGER,
  "state" TEXT NOT NULL,
  "step" TEXT REFERENCES "intervention_step" ("id") DEFERRABLE INITIALLY DEFERRED,
  "notes" TEXT
) STRICT;
CREATE INDEX "rollout_task_rollout" ON "rollout_task" ("rollout");
CREATE INDEX "rollout_task_assignee" ON "rollout_task" ("assignee");
CREATE INDEX "rollout_task_step" ON "rollout_task" ("step");

CREATE TABLE "rollout_trainer" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "rollout" TEXT NOT NULL REFERENCES "rollout" ("id") DEFERRABLE INITIALLY DEFERRED,
  "person" TEXT NOT NULL REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "rollout_trainer_rollout" ON "rollout_trainer" ("rollout");
CREATE INDEX "rollout_trainer_person" ON "rollout_trainer" ("person");

CREATE TABLE "training" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "intervention" TEXT NOT NULL REFERENCES "intervention" ("id") DEFERRABLE INITIALLY DEFERRED,
  "person" TEXT NOT NULL REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "municipality" TEXT REFERENCES "municipality" ("id") DEFERRABLE INITIALLY DEFERRED,
  "level" TEXT NOT NULL,
  "trained_on" TEXT,
  "valid_until" TEXT,
  "trained_by" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "notes" TEXT
) STRICT;
CREATE INDEX "training_intervention" ON "training" ("intervention");
CREATE INDEX "training_person" ON "training" ("person");
CREATE INDEX "training_municipality" ON "training" ("municipality");
CREATE INDEX "training_trained_by" ON "training" ("trained_by");

CREATE TABLE "loan" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "material" TEXT NOT NULL REFERENCES "material" ("id") DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "municipality" TEXT REFERENCES "municipality" ("id") DEFERRABLE INITIALLY DEFERRED,
  "organisation" TEXT REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "rollout" TEXT REFERENCES "rollout" ("id") DEFERRABLE INITIALLY DEFERRED,
  "tour" TEXT REFERENCES "tour" ("id") DEFERRABLE INITIALLY DEFERRED,
  "from" TEXT NOT NULL,
  "until" TEXT,
  "transport_before" INTEGER,
  "transport_after" INTEGER,
  "leaves_on" TEXT,
  "back_on" TEXT,
  "state" TEXT NOT NULL,
  "place" TEXT,
  "contact" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "handover_at" TEXT,
  "return_at" TEXT,
  "zone" TEXT NOT NULL,
  "handed_over_on" TEXT,
  "returned_on" TEXT,
  "condition" TEXT,
  "notes" TEXT,
  "sequence" INTEGER
) STRICT;
CREATE INDEX "loan_material" ON "loan" ("material");
CREATE INDEX "loan_municipality" ON "loan" ("municipality");
CREATE INDEX "loan_organisation" ON "loan" ("organisation");
CREATE INDEX "loan_rollout" ON "loan" ("rollout");
CREATE INDEX "loan_tour" ON "loan" ("tour");
CREATE INDEX "loan_contact" ON "loan" ("contact");

CREATE TABLE "evaluation" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "rollout" TEXT NOT NULL REFERENCES "rollout" ("id") DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL,
  "by" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "as_planned" TEXT NOT NULL,
  "helped" TEXT,
  "hindered" TEXT,
  "lessons" TEXT,
  "conditions" TEXT,
  "score" INTEGER
) STRICT;
CREATE INDEX "evaluation_rollout" ON "evaluation" ("rollout");
CREATE INDEX "evaluation_by" ON "evaluation" ("by");

CREATE TABLE "reach_goal" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "revision" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "intervention" TEXT REFERENCES "intervention" ("id") DEFERRABLE INITIALLY DEFERRED,
  "target" TEXT,
  "number" INTEGER NOT NULL,
  "from" TEXT,
  "until" TEXT,
  "notes" TEXT
) STRICT;
CREATE INDEX "reach_goal_intervention" ON "reach_goal" ("intervention");
