/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-headings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-text.h"

/* A table travels between programs in both languages, and gettext knows only the present one. Dutch words for what the
 * tables of fields call in English; also what people write of their own accord. */
static const struct
{
  const char *heading;
  const char *names[4]; /* of fields: the first that the type has */
} dutch[] = {
  { "naam", { "name" } },
  { "volledige naam", { "name" } },
  { "full name", { "name" } },
  { "functie", { "function" } },
  { "organisatie", { "organisation" } },
  { "bedrijf", { "organisation" } },
  { "company", { "organisation" } },
  { "email", { "mail" } },
  { "e mail", { "mail" } },
  { "e mailadres", { "mail" } },
  { "emailadres", { "mail" } },
  { "mailadres", { "mail" } },
  { "telefoon", { "phone" } },
  { "telefoonnummer", { "phone" } },
  { "mobiel", { "mobile" } },
  { "mobiel nummer", { "mobile" } },
  { "functionele mailbox, niet een persoon", { "role-mailbox" } },
  { "functionele mailbox", { "role-mailbox" } },
  { "rolmailbox, niet een persoon", { "role-mailbox" } },
  { "rolmailbox", { "role-mailbox" } },
  { "vervanger bij afwezigheid", { "deputy" } },
  { "vervanger", { "deputy" } },
  { "vertrokken (laatste dag)", { "left-on" } },
  { "vertrokken", { "left-on" } },
  { "opgevolgd door", { "successor" } },
  { "opvolger", { "successor" } },
  { "gegevens nagekeken op", { "reviewed-on" } },
  { "notities", { "notes" } },
  { "opmerkingen", { "notes", "remarks" } },
  { "soort", { "kind", "way" } },
  { "gemeente", { "municipality", "name" } },
  { "gemeentenaam", { "municipality", "name" } },
  { "gemeentecode", { "code" } },
  { "gemeentecodegm", { "code" } },
  { "code (cbs)", { "code" } },
  { "adres", { "address" } },
  { "provincie", { "province" } },
  { "provincienaam", { "province" } },
  { "vakantieregio", { "school-region" } },
  { "aantal inwoners", { "population" } },
  { "inwoners", { "population" } },
  { "breedtegraad", { "latitude" } },
  { "lengtegraad", { "longitude" } },
  { "kolom op de kaart", { "tile-column" } },
  { "rij op de kaart", { "tile-row" } },
  { "bestaat vanaf", { "valid-from" } },
  { "bestaat tot en met", { "valid-until" } },
  { "opgegaan in", { "merged-into" } },
  { "districtstrekker", { "lead" } },
  { "trekker", { "lead" } },
  { "doelgroep", { "target-group" } },
  { "doel", { "purpose" } },
  { "actief vanaf", { "active-from" } },
  { "actief tot en met", { "active-until" } },
  { "groep", { "group" } },
  { "contactpersoon", { "person" } },
  { "persoon", { "person" } },
  { "met wie", { "person" } },
  { "bezet de zetel", { "seat" } },
  { "zetel", { "seat" } },
  { "rol", { "role" } },
  { "in de rol van", { "role" } },
  { "vanaf", { "from" } },
  { "van", { "from" } },
  { "tot en met", { "until" } },
  { "tot", { "until" } },
  { "t/m", { "until" } },
  { "plaatsen", { "places" } },
  { "soort organisatie", { "kind" } },
  { "uit district", { "district" } },
  { "datum", { "date" } },
  { "hoe", { "way" } },
  { "wat", { "summary", "name" } },
  { "door", { "by" } },
  { "om de (maanden)", { "every-months" } },
  { "eerste maand", { "first-month" } },
  { "bijeenkomsten per jaar", { "count" } },
  { "weekdag", { "weekday" } },
  { "hoeveelste in de maand", { "nth" } },
  { "begin", { "start", "starts-at" } },
  { "einde", { "ends-at" } },
  { "duur (minuten)", { "minutes" } },
  { "tijdzone", { "zone" } },
  { "locatie", { "place" } },
  { "schoolvakanties vermijden", { "avoid-school-holidays" } },
  { "andere bijeenkomsten van dezelfde mensen vermijden", { "avoid-clashes" } },
  { "cyclus", { "cycle" } },
  { "thema", { "theme" } },
  { "voorzitter", { "chair" } },
  { "status", { "state" } },
  { "omschrijving", { "description" } },
  { "dagen vanaf de bijeenkomst", { "days" } },
  { "wie", { "assignee" } },
  { "aan het eind", { "at-end" } },
  { "bijeenkomst", { "meeting" } },
  { "spreker", { "speaker" } },
  { "voorbereiding spreker", { "briefing" } },
  { "plaats in de volgorde", { "position" } },
  { "toelichting", { "description", "explanation" } },
  { "verslag van dit punt", { "notes" } },
  { "uitgenodigd als", { "invited-as" } },
  { "antwoord", { "answer" } },
  { "wie er in plaats van komt", { "substitute" } },
  { "opmerking", { "comment" } },
  { "aanwezigheid", { "presence" } },
  { "agendapunt", { "agenda-item" } },
  { "uiterlijk", { "due" } },
  { "deze datum vasthouden", { "pinned" } },
  { "jaar", { "year" } },
  { "nummer", { "number" } },
  { "besluit", { "text" } },
  { "vervangen door", { "replaced-by" } },
  { "titel", { "name" } },
  { "link", { "link" } },
  { "bestand", { "file" } },
  { "besproken in", { "meeting" } },
  { "in de kennisbank", { "knowledge" } },
  { "samenvatting", { "summary" } },
  { "voor", { "use" } },
  { "onderwerp", { "subject" } },
  { "tekst", { "body" } },
  { "naam van de organisator", { "organiser-name" } },
  { "mailbox van de organisator", { "organiser-mail" } },
  { "bewaartermijn voor personen (maanden)", { "retention-months" } },
  { "online link", { "online-link" } },
  { "soort bestand", { "format" } },
  { "versie van het formulier", { "version" } },
  { "nummer van het formulier", { "form-id" } },
  { "waar het formulier voor is", { "purpose" } },
  { "formulier gemaakt op", { "written-on" } },
  { "nummer van de editie", { "edition-id" } },
  { "nummer van de gemeente", { "municipality-id" } },
  { "code van de gemeente", { "municipality-code", "code" } },
  { "nummer van de organisatie", { "organisation-id" } },
  { "gaat terug naar", { "reply-name" } },
  { "gaat terug naar dit adres", { "reply-mail" } },
  { "doe je mee?", { "takes-part" } },
  { "zo nee: waarom niet?", { "reason" } },
  { "je naam", { "contact-name" } },
  { "je e mailadres", { "contact-mail" } },
  { "je telefoonnummer", { "contact-phone" } },
  { "gaat door", { "takes-place" } },
  { "contact: naam", { "contact-name" } },
  { "contact: e mail", { "contact-mail" } },
  { "contact: telefoon", { "contact-phone" } },
  { "gastheer of gastvrouw", { "host" } },
  { "status van het verslag", { "minutes-state" } },
  { "waarom het verslag weer is geopend", { "minutes-reason" } },
  { "aanmelden tot en met", { "deadline" } },
  { "eerste dag", { "starts-on" } },
  { "laatste dag", { "ends-on" } },
  { "doel (activiteiten)", { "goal" } },
  { "opnieuw herinneren na (dagen)", { "chase-days" } },
  { "vorige editie", { "previous" } },
  { "zoals de vorige keer", { "previous" } },
  { "editie", { "edition" } },
  { "contact", { "contact" } },
  { "uitgenodigd op", { "invited-on" } },
  { "herinneringen", { "round" } },
  { "laatst herinnerd op", { "reminded-on" } },
  { "geantwoord op", { "answered-on" } },
  { "voor ondernemers", { "for-business" } },
  { "voor jongeren", { "for-youth" } },
  { "voor ouderen en minder digivaardigen", { "for-elderly" } },
  { "voor inwoners", { "for-residents" } },
  { "partners", { "partners" } },
  { "interventie", { "intervention" } },
  { "toegankelijk", { "access" } },
  { "verwacht bereik", { "expected-reach" } },
  { "werkelijk bereik", { "actual-reach" } },
  { "wat werkte", { "worked" } },
  { "in het kort", { "summary" } },
  { "eigenaar", { "owner", "organisation" } },
  { "vorm", { "form" } },
  { "hoe zeker is het dat het werkt?", { "evidence" } },
  { "mensen die nodig zijn", { "people" } },
  { "wat het kost", { "cost" } },
  { "materiaal dat nodig is", { "material" } },
  { "voorbereiding", { "preparation" } },
  { "bron", { "source" } },
  { "dagen vanaf de eerste dag", { "days" } },
  { "hoort bij", { "intervention" } },
  { "staat in", { "municipality" } },
  { "waar precies", { "place" } },
  { "wie het beheert", { "contact" } },
  { "werkdagen voor vervoer", { "transport-days" } },
  { "aanwezig vanaf", { "from" } },
  { "aanwezig tot en met", { "until" } },
  { "materiaal", { "material" } },
  { "heel het district", { "district" } },
  { "fase", { "phase" } },
  { "waarom het is gestopt", { "stop-reason" } },
  { "ondernemers te bereiken", { "goal-business" } },
  { "jongeren te bereiken", { "goal-youth" } },
  { "ouderen en minder digivaardigen te bereiken", { "goal-elderly" } },
  { "inwoners te bereiken", { "goal-residents" } },
  { "ondernemers bereikt", { "reach-business" } },
  { "jongeren bereikt", { "reach-youth" } },
  { "ouderen en minder digivaardigen bereikt", { "reach-elderly" } },
  { "inwoners bereikt", { "reach-residents" } },
  { "budget (euro)", { "budget" } },
  { "uitrol", { "rollout" } },
  { "mag wat", { "level" } },
  { "opgeleid op", { "trained-on" } },
  { "geldig tot en met", { "valid-until" } },
  { "opgeleid door", { "trained-by" } },
  { "voor de uitrol", { "rollout" } },
  { "deel van de rondreis", { "tour" } },
  { "eerste dag", { "from" } },
  { "laatste dag", { "until" } },
  { "gevraagde week", { "asked-week" } },
  { "werkdagen om het te brengen", { "transport-before" } },
  { "werkdagen om het te halen", { "transport-after" } },
  { "overdracht", { "handover-at" } },
  { "teruggave", { "return-at" } },
  { "overgedragen op", { "handed-over-on" } },
  { "teruggebracht op", { "returned-on" } },
  { "hoe het terugkwam", { "condition" } },
  { "ingevuld door", { "by" } },
  { "ging het zoals gepland?", { "as-planned" } },
  { "wat hielp", { "helped" } },
  { "wat zat tegen", { "hindered" } },
  { "lessen", { "lessons" } },
  { "wat er minstens moet zijn", { "conditions" } },
  { "cijfer (1 tot 10)", { "score" } },
  { "doel", { "name" } },
  { "doelgroep", { "target" } },
  { "aantal mensen", { "number" } },
  { "vanzelf klaar als", { "done-when" } },
};

/* The same for choices; of those with one code the kind of an organisation comes first. */
static const struct
{
  const char *code;
  const char *label;
} dutch_choices[] = {
  { "municipality", "gemeente" },
  { "police", "politie" },
  { "prosecution", "openbaar ministerie" },
  { "business-platform", "platform voor ondernemers" },
  { "business", "bedrijf" },
  { "education", "onderwijs" },
  { "knowledge", "kenniscentrum" },
  { "library", "bibliotheek" },
  { "government", "overheid" },
  { "network", "netwerk" },
  { "support", "hulp en ondersteuning" },
  { "expert-team", "expertteam" },
  { "working-group", "werkgroep" },
  { "district-group", "districtsgroep" },
  { "business", "mkb" },
  { "youth", "jeugd" },
  { "elderly", "ouderen en minder digitaal vaardigen" },
  { "residents", "inwoners" },
  { "chair", "voorzitter" },
  { "host", "gastheer of gastvrouw" },
  { "lead", "trekker" },
  { "secretary", "secretaris" },
  { "member", "lid" },
  { "guest", "gast" },
  { "mail", "e-mail" },
  { "phone", "telefoon" },
  { "visit", "bezoek" },
  { "letter", "brief" },
  { "other", "anders" },
  { "monday", "maandag" },
  { "tuesday", "dinsdag" },
  { "wednesday", "woensdag" },
  { "thursday", "donderdag" },
  { "friday", "vrijdag" },
  { "saturday", "zaterdag" },
  { "sunday", "zondag" },
  { "planned", "gepland" },
  { "confirmed", "bevestigd" },
  { "held", "gehouden" },
  { "cancelled", "geannuleerd" },
  { "information", "informatie" },
  { "discussion", "bespreking" },
  { "decision", "besluit" },
  { "guest-speaker", "gastspreker" },
  { "standing", "vast punt" },
  { "open", "nog te behandelen" },
  { "done", "behandeld" },
  { "carried", "doorgeschoven" },
  { "dropped", "vervallen" },
  { "asked", "gevraagd" },
  { "agreed", "zei ja" },
  { "briefed", "voorbereid" },
  { "declined", "zei nee" },
  { "seat", "lid" },
  { "speaker", "spreker" },
  { "yes", "ja" },
  { "no", "nee" },
  { "maybe", "misschien" },
  { "sends", "stuurt iemand" },
  { "present", "aanwezig" },
  { "absent", "afwezig" },
  { "excused", "afgemeld" },
  { "preparation", "voorbereiding" },
  { "action", "actiepunt" },
  { "open", "te doen" },
  { "done", "gedaan" },
  { "in-force", "geldig" },
  { "carried-out", "uitgevoerd" },
  { "withdrawn", "ingetrokken" },
  { "report", "rapport" },
  { "presentation", "presentatie" },
  { "guide", "handleiding" },
  { "research", "onderzoek" },
  { "agreement", "afspraak" },
  { "example", "voorbeeld" },
  { "tool", "hulpmiddel" },
  { "invitation", "uitnodiging" },
  { "update", "wijziging van een uitnodiging" },
  { "cancellation", "afzegging" },
  { "speaker", "uitnodiging van een spreker" },
  { "speaker-cancellation", "afzegging voor een spreker" },
  { "agenda", "agenda" },
  { "minutes", "verslag ter reactie" },
  { "proposal-declined", "voorstel voor een andere tijd afgewezen" },
  { "action-day-invitation", "actiedag: uitnodiging" },
  { "action-day-reminder", "actiedag: eerste herinnering" },
  { "action-day-both", "actiedag: herinnering aan beide contactpersonen" },
  { "action-day-late", "actiedag: herinnering na de uiterste dag" },
  { "action-day-last-call", "actiedag: laatste oproep aan de districtstrekker" },
  { "action-day-look-back", "actiedag: terugblik" },
  { "concept", "concept" },
  { "comment", "ter reactie verstuurd" },
  { "fixed", "vastgesteld" },
  { "not-invited", "niet uitgenodigd" },
  { "invited", "uitgenodigd" },
  { "reminded", "herinnerd" },
  { "registered", "aangemeld" },
  { "declined", "doet niet mee" },
  { "no-need", "hoeft niet gevraagd" },
  { "workshop", "workshop of les" },
  { "campaign", "campagne" },
  { "performance", "voorstelling of spel" },
  { "visit", "bezoeken en controles" },
  { "public", "voor iedereen" },
  { "closed", "voor genodigden" },
  { "draft", "concept" },
  { "submitted", "aangemeld" },
  { "accepted", "geaccepteerd" },
  { "aanjager-form", "aanmeldformulier" },
  { "register", "om aan te melden" },
  { "look-back", "om terug te kijken" },
  { "changed", "gewijzigd" },
  { "lesson", "les of bijeenkomst" },
  { "game", "spel of uitdaging" },
  { "event", "evenement" },
  { "visit", "bezoeken" },
  { "drop-in", "inloopuur" },
  { "advice", "advies of test" },
  { "programme", "traject of training" },
  { "toolkit", "hulpmiddelen om zelf te gebruiken" },
  { "loan", "materiaal te leen" },
  { "community", "samen leren" },
  { "prevention", "preventie" },
  { "offender-prevention", "voorkomen van daderschap" },
  { "repression", "opsporing en vervolging" },
  { "aftercare", "nazorg" },
  { "described", "goed beschreven" },
  { "theoretically-sound", "goed onderbouwd" },
  { "first-indications", "eerste aanwijzingen dat het werkt" },
  { "good-indications", "goede aanwijzingen dat het werkt" },
  { "strong-indications", "sterke aanwijzingen dat het werkt" },
  { "proposed", "wordt bekeken" },
  { "in-use", "in gebruik" },
  { "ended", "wordt niet meer aangeboden" },
  { "cargo-bike", "bakfiets" },
  { "escape-box", "escapebox" },
  { "stand", "stand" },
  { "game", "spel" },
  { "equipment", "apparatuur" },
  { "idea", "idee" },
  { "agreed", "afgesproken" },
  { "preparing", "in voorbereiding" },
  { "running", "loopt" },
  { "evaluated", "geevalueerd" },
  { "stopped", "gestopt" },
  { "gives", "geeft het zelf" },
  { "trains", "leidt anderen ervoor op" },
  { "loan", "uitgeleend" },
  { "away", "kapot of weg" },
  { "out", "overgedragen" },
  { "returned", "terug" },
  { "partly", "deels" },
  { "business", "ondernemers" },
  { "youth", "jongeren" },
  { "elderly", "ouderen en minder digivaardigen" },
  { "invitation", "de uitnodigingen verstuurd zijn" },
  { "agenda", "de agenda verstuurd is" },
  { "minutes-comment", "het verslag voor reactie verstuurd is" },
  { "minutes-fixed", "het verslag vastgesteld is" },
};

/* Signs that stand for a space in names, case and accents do not count. */
static char *
simplify (const char *heading)
{
  g_autofree char *clean = aj_text_clean_line (heading);
  g_autofree char *folded = aj_text_fold (clean);

  g_strdelimit (folded, "_-", ' ');
  g_strchomp (folded);
  if (g_str_has_suffix (folded, ":"))
    folded[strlen (folded) - 1] = '\0';
  return g_strdup (g_strchug (folded));
}

static gboolean
is_called (const char *simple, const char *name)
{
  g_autofree char *other = simplify (name);

  return strcmp (simple, other) == 0;
}

static int
find_dutch (const AjRecordType *type, const char *simple)
{
  for (guint i = 0; i < G_N_ELEMENTS (dutch); i++)
    {
      if (strcmp (dutch[i].heading, simple) != 0)
        continue;
      for (guint n = 0; n < G_N_ELEMENTS (dutch[i].names) && dutch[i].names[n] != NULL; n++)
        {
          int field = aj_record_type_find (type, dutch[i].names[n]);

          if (field >= 0)
            return field;
        }
    }
  return AJ_HEADING_UNKNOWN;
}

static int
find_any (const AjRecordType *type, const char *simple)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (is_called (simple, type->fields[i].name))
      return (int) i;
  for (guint i = 0; i < type->n_fields; i++)
    if (is_called (simple, aj_field_get_label (&type->fields[i])) ||
        is_called (simple, type->fields[i].label))
      return (int) i;
  return find_dutch (type, simple);
}

int
aj_heading_find_field (const AjRecordType *type, const char *heading)
{
  g_autofree char *simple = simplify (heading);
  int field;

  if (strcmp (simple, "id") == 0)
    return AJ_HEADING_ID;
  if (*simple == '\0')
    return AJ_HEADING_UNKNOWN;
  field = find_any (type, simple);
  return field >= 0 && type->fields[field].internal ? AJ_HEADING_UNKNOWN : field;
}

static gboolean
is_choice_called (const AjChoice *choice, const char *simple)
{
  if (is_called (simple, choice->code) || is_called (simple, choice->label) ||
      is_called (simple, _ (choice->label)))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (dutch_choices); i++)
    if (strcmp (dutch_choices[i].code, choice->code) == 0 &&
        is_called (simple, dutch_choices[i].label))
      return TRUE;
  return FALSE;
}

const char *
aj_heading_find_choice (const AjField *field, const char *text)
{
  g_autofree char *simple = simplify (text);

  g_return_val_if_fail (field->kind == AJ_FIELD_CHOICE, NULL);

  for (const AjChoice *choice = field->choices; choice->code != NULL; choice++)
    if (is_choice_called (choice, simple))
      return choice->code;
  return NULL;
}

const char *
aj_heading_get_dutch_kind (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (dutch_choices); i++)
    if (g_str_equal (dutch_choices[i].code, code))
      return dutch_choices[i].label;
  return NULL;
}
