-- Schema 3: which of two that look alike are not one, and who was merged from whom.

ALTER TABLE "organisation" ADD COLUMN "distinct_from" TEXT;
ALTER TABLE "organisation" ADD COLUMN "merged_from" TEXT;
ALTER TABLE "person" ADD COLUMN "distinct_from" TEXT;
ALTER TABLE "person" ADD COLUMN "merged_from" TEXT;
