-- Schema 8: a loan keeps for which week or weeks it was asked, so that a tour that moves can keep to it.

ALTER TABLE "loan" ADD COLUMN "asked_week" TEXT;
