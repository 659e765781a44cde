/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "large-network.h"

#include "aj-contact.h"
#include "aj-edit.h"
#include "aj-group.h"
#include "aj-meeting.h"
#include "aj-organisation.h"
#include "aj-person.h"

#define SEED     20260302
#define N_GROUPS 20
/* Changes of one size, as an import would make them: the file grows, not the memory. */
#define PER_EDIT 2000
/* Of every hundred records. */
#define PEOPLE        40
#define ORGANISATIONS 12
#define MEETINGS      18

static const char *const given[] = {
  "Anna",  "Bart",    "Chloé",   "Daan",   "Emma",   "Fatima", "Gijs",    "Hanneke", "Iris",
  "Joost", "Karin",   "Lotte",   "Mehmet", "Noor",   "Olaf",   "Pieter",  "Quirine", "René",
  "Sanne", "Thijs",   "Ursula",  "Vera",   "Wouter", "Xander", "Yvonne",  "Zoë",     "Agnieszka",
  "Björn", "Cees",    "Désirée", "Erik",   "Femke",  "Gerard", "Hendrik", "Ineke",   "Jan",
  "Johan", "Marieke", "Marloes", "Søren",  "Willem", "Ruben",  "Esmée",   "Jeroen",  "Annemarie",
};

static const char *const family[] = {
  "Jansen",       "de Vries",   "van den Berg", "Bakker",    "Visser",   "Smit",   "Meijer",
  "de Boer",      "Mulder",     "de Groot",     "Bos",       "Vos",      "Peters", "Hendriks",
  "van Leeuwen",  "Dekker",     "Brouwer",      "de Wit",    "Dijkstra", "Smits",  "de Graaf",
  "van der Meer", "Kok",        "Jacobs",       "Vermeulen", "van Dijk", "Yılmaz", "Öztürk",
  "te Riele",     "ten Brinke", "Wolters",      "Scholten",  "Hoekstra", "Prins",  "Quist",
  "Łukasik",      "Nijhuis",    "Oude Kempers", "Wiggers",   "Roelofs",  "Zwiers", "Exalto",
};

static const char *const places[] = {
  "Aalten",      "Almelo",     "Apeldoorn",   "Arnhem",  "Barneveld",       "Borne",   "Culemborg",
  "Deventer",    "Doetinchem", "Druten",      "Ede",     "Enschede",        "Epe",     "Ermelo",
  "Haaksbergen", "Hardenberg", "Hellendoorn", "Hengelo", "Kampen",          "Lochem",  "Nijmegen",
  "Nijverdal",   "Oldenzaal",  "Putten",      "Raalte",  "Rheden",          "Rijssen", "Tiel",
  "Twenterand",  "Wageningen", "Winterswijk", "Zutphen", "Zwartewaterland", "Zwolle",
};

static const char *const kinds[] = { "Bibliotheek", "Gemeente",
                                     "Mbo-school",  "Ondernemersvereniging",
                                     "Politieteam", "Stichting",
                                     "Welzijn",     "Wijkbedrijf" };

static const char *const functions[] = { "adviseur digitale veiligheid",
                                         "ambtenaar openbare orde",
                                         "beleidsmedewerker",
                                         "burgemeester",
                                         "coördinator",
                                         "docent",
                                         "projectleider",
                                         "wijkagent" };

static const char *const words[] = {
  "aangifte",     "aanpak",       "afspraak",     "bakker",    "bedrijventerrein",
  "bellen",       "bezoek",       "campagne",     "cijfers",   "cyber",
  "de",           "dat",          "digitale",     "doelgroep", "draaiboek",
  "een",          "en",           "enquête",      "flyers",    "het",
  "hackathon",    "hulp",         "in",           "incident",  "interventie",
  "jeugd",        "jongeren",     "kwetsbaar",    "les",       "maandag",
  "met",          "middag",       "mkb",          "netwerk",   "notulen",
  "nog",          "of",           "ondernemers",  "ouderen",   "over",
  "overleg",      "patiënten",    "phishing",     "plan",      "politie",
  "portefeuille", "presentatie",  "ransomware",   "reünie",    "school",
  "sms",          "spreker",      "subsidie",     "telefoon",  "terug",
  "training",     "van",          "veiligheid",   "verder",    "vergadering",
  "volgende",     "voor",         "voorlichting", "vraag",     "wachtwoord",
  "week",         "weerbaarheid", "werkgroep",    "wijk",      "zaal",
  "zorg",         "zo",
};

typedef struct
{
  AjStore *store;           /* (borrowed) */
  GRand *random;            /* (owned) */
  GPtrArray *groups;        /* (owned): ids */
  GPtrArray *organisations; /* (owned): ids */
  guint n_done;
} LargeNetwork;

#define PICK(self, list) (list)[g_rand_int_range ((self)->random, 0, G_N_ELEMENTS (list))]

static const char *
pick_id (LargeNetwork *self, GPtrArray *ids)
{
  return ids->pdata[g_rand_int_range (self->random, 0, (gint32) ids->len)];
}

static void
set_sentence (LargeNetwork *self, AjValues *values, const char *field, int most_words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int n = g_rand_int_range (self->random, 2, most_words + 1); n > 0; n--)
    {
      g_string_append (text, PICK (self, words));
      if (n > 1)
        g_string_append_c (text, g_rand_int_range (self->random, 0, 12) == 0 ? '\n' : ' ');
    }
  aj_values_set_text (values, field, text->str);
}

static void
fill_person (LargeNetwork *self, AjValues *person)
{
  const char *first = PICK (self, given);
  g_autofree char *name = g_strdup_printf ("%s %s", first, PICK (self, family));
  g_autofree char *mail = g_strdup_printf ("%c%05u@netwerk.example", g_ascii_tolower (*first),
                                           self->n_done);

  aj_values_set_text (person, "name", name);
  aj_values_set_text (person, "function", PICK (self, functions));
  aj_values_set_text (person, "mail", mail);
  if (self->organisations->len > 0)
    aj_values_set_text (person, "organisation", pick_id (self, self->organisations));
  if (self->n_done % 5 == 0)
    set_sentence (self, person, "notes", 8);
}

static void
fill_organisation (LargeNetwork *self, AjValues *organisation)
{
  const char *place = PICK (self, places);
  g_autofree char *name = g_strdup_printf ("%s %s %u", PICK (self, kinds), place, self->n_done);

  aj_values_set_text (organisation, "name", name);
  aj_values_set_text (organisation, "kind", "business");
  if (self->n_done % 5 == 0)
    set_sentence (self, organisation, "notes", 8);
  g_ptr_array_add (self->organisations, g_strdup (aj_values_get_id (organisation)));
}

static void
fill_meeting (LargeNetwork *self, AjValues *meeting)
{
  AjWallTime start = { aj_date_new (2020, 1, 1) + g_rand_int_range (self->random, 0, 4000),
                       8 * 60 + g_rand_int_range (self->random, 0, 18) * 30 };
  AjWallTime end = aj_wall_time_add_minutes (&start, 120);
  g_autofree char *place = g_strdup_printf ("Stadhuis %s", PICK (self, places));

  aj_values_set_text (meeting, "group", pick_id (self, self->groups));
  set_sentence (self, meeting, "theme", 4);
  aj_values_set_text (meeting, "place", place);
  aj_values_set_wall_time (meeting, "starts-at", &start);
  aj_values_set_wall_time (meeting, "ends-at", &end);
}

static void
fill_contact (LargeNetwork *self, AjValues *contact)
{
  aj_values_set_date (contact, "date",
                      aj_date_new (2020, 1, 1) + g_rand_int_range (self->random, 0, 2200));
  aj_values_set_text (contact, "organisation", pick_id (self, self->organisations));
  set_sentence (self, contact, "summary", 10);
}

/* Kinds in turn, so that each part of the file holds all. */
static void
add_record (LargeNetwork *self, AjEdit *edit)
{
  const guint place = self->n_done * 37 % 100;

  if (place < ORGANISATIONS || self->organisations->len == 0)
    fill_organisation (self, aj_edit_add (edit, &aj_organisation_record_type));
  else if (place < ORGANISATIONS + PEOPLE)
    fill_person (self, aj_edit_add (edit, &aj_person_record_type));
  else if (place < ORGANISATIONS + PEOPLE + MEETINGS)
    fill_meeting (self, aj_edit_add (edit, &aj_meeting_record_type));
  else
    fill_contact (self, aj_edit_add (edit, &aj_contact_record_type));
  self->n_done++;
}

static gboolean
add_groups (LargeNetwork *self, GError **error)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add groups");

  for (guint i = 0; i < N_GROUPS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Expertteam %s", places[i]);
      AjValues *group = aj_edit_add (edit, &aj_group_record_type);

      aj_values_set_text (group, "name", name);
      g_ptr_array_add (self->groups, g_strdup (aj_values_get_id (group)));
    }
  self->n_done = N_GROUPS;
  return aj_edit_commit (edit, error);
}

static gboolean
add_records (LargeNetwork *self, guint n_records, GError **error)
{
  while (self->n_done < n_records)
    {
      g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add records");
      const guint end = MIN (self->n_done + PER_EDIT, n_records);

      while (self->n_done < end)
        add_record (self, edit);
      if (!aj_edit_commit (edit, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
large_network_fill (AjStore *store, guint n_records, GError **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) organisations = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  LargeNetwork self = {
    .store = store, .random = random, .groups = groups, .organisations = organisations
  };

  return add_groups (&self, error) && add_records (&self, n_records, error);
}
