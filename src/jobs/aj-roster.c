/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-roster.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-text.h"

struct _AjRoster
{
  gatomicrefcount references;
  AjGroupBook *book; /* (owned) */
  AjDate date;
  AjDate today;
  GPtrArray *groups; /* (owned) (element-type AjRosterGroup) */
};

G_DEFINE_BOXED_TYPE (AjRoster, aj_roster, aj_roster_ref, aj_roster_unref)

static void
roster_group_free (gpointer data)
{
  AjRosterGroup *self = data;

  aj_composition_free (self->composition);
  g_free (self->text);
  g_strfreev (self->sitters);
  g_strfreev (self->seats);
  g_free (self);
}

static char *
fold_group (const AjValues *group)
{
  const char *name = aj_values_get_text (group, "name");
  const char *purpose = aj_values_get_text (group, "purpose");
  g_autofree char *text = g_strconcat (name, "\n", purpose != NULL ? purpose : "", NULL);

  return aj_text_fold (text);
}

static AjRosterGroup *
roster_group_new (AjGroupBook *book, const AjValues *group, AjDate date)
{
  AjRosterGroup *self = g_new0 (AjRosterGroup, 1);
  GArray *sitters, *seats;

  self->group = group;
  self->is_ended = aj_group_is_ended (group, date);
  self->composition = aj_composition_new (book, aj_values_get_id (group), date);
  self->text = fold_group (group);
  sitters = self->composition->sitters;
  self->sitters = g_new0 (char *, sitters->len + 1);
  for (guint i = 0; i < sitters->len; i++)
    self->sitters[i] = aj_sitter_fold (&g_array_index (sitters, AjSitter, i), book);
  seats = self->composition->seats;
  self->seats = g_new0 (char *, seats->len + 1);
  for (guint i = 0; i < seats->len; i++)
    self->seats[i] = aj_group_seat_fold (&g_array_index (seats, AjGroupSeat, i), book);
  return self;
}

static gboolean
is_unknown_yet (AjRoster *self, const AjValues *group)
{
  AjDate first = aj_values_get_date (group, "active-from");

  return self->date < self->today && first != AJ_DATE_NONE && first > self->date;
}

static void
add_groups (AjRoster *self, gboolean is_ended)
{
  GPtrArray *groups = aj_group_book_get_groups (self->book);

  for (guint i = 0; i < groups->len; i++)
    if (aj_group_is_ended (groups->pdata[i], self->date) == is_ended &&
        !is_unknown_yet (self, groups->pdata[i]))
      g_ptr_array_add (self->groups, roster_group_new (self->book, groups->pdata[i], self->date));
}

AjRoster *
aj_roster_new (AjGroupBook *book, AjDate date, AjDate today)
{
  AjRoster *self;

  g_return_val_if_fail (book != NULL, NULL);

  self = g_new0 (AjRoster, 1);
  g_atomic_ref_count_init (&self->references);
  self->book = aj_group_book_ref (book);
  self->date = date;
  self->today = today;
  self->groups = g_ptr_array_new_with_free_func (roster_group_free);
  add_groups (self, FALSE);
  add_groups (self, TRUE);
  return self;
}

AjRoster *
aj_roster_ref (AjRoster *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
aj_roster_unref (AjRoster *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->groups);
  aj_group_book_unref (self->book);
  g_free (self);
}

AjGroupBook *
aj_roster_get_book (AjRoster *self)
{
  return self->book;
}

AjDate
aj_roster_get_date (AjRoster *self)
{
  return self->date;
}

const AjValues *
aj_roster_get_lead (AjRoster *self, const AjValues *district)
{
  return aj_group_book_get_lead (self->book, district, self->date, self->today);
}

GPtrArray *
aj_roster_get_groups (AjRoster *self)
{
  return self->groups;
}

const AjRosterGroup *
aj_roster_find (AjRoster *self, const char *group_id)
{
  for (guint i = 0; group_id != NULL && i < self->groups->len; i++)
    {
      const AjRosterGroup *group = self->groups->pdata[i];

      if (g_str_equal (aj_values_get_id (group->group), group_id))
        return group;
    }
  return NULL;
}

GStrv
aj_roster_split_words (const char *text)
{
  g_autofree char *folded = aj_text_fold (text);
  g_autofree char *line = aj_text_clean_line (folded);

  return *line != '\0' ? g_strsplit (line, " ", -1) : g_new0 (char *, 1);
}

static gboolean
fits (const char *const *words, const char *folded)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
any_fits (const char *const *words, char *const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    if (fits (words, texts[i]))
      return TRUE;
  return FALSE;
}

gboolean
aj_roster_group_is_named (const AjRosterGroup *group, const char *const *words)
{
  return fits (words, group->text);
}

gboolean
aj_roster_group_fits (const AjRosterGroup *group, const char *const *words)
{
  return fits (words, group->text) || any_fits (words, group->sitters) ||
         any_fits (words, group->seats);
}

/* The folded words of the seat that a sitter takes; NULL for who takes none. */
static const char *
find_seat_text (const AjRosterGroup *group, const AjSitter *sitter)
{
  GArray *seats = group->composition->seats;

  for (guint i = 0; sitter->seat != NULL && i < seats->len; i++)
    if (g_array_index (seats, AjGroupSeat, i).seat == sitter->seat)
      return group->seats[i];
  return NULL;
}

static void
add_sitters (GArray *found, const AjRosterGroup *group, const char *const *words, gboolean by_seat)
{
  GArray *sitters = group->composition->sitters;

  for (guint i = 0; i < sitters->len; i++)
    {
      const AjSitter *sitter = &g_array_index (sitters, AjSitter, i);
      const char *seat = find_seat_text (group, sitter);

      if (fits (words, group->sitters[i]) && (seat != NULL && fits (words, seat)) == by_seat)
        g_array_append_val (found, *sitter);
    }
}

GArray *
aj_roster_list_sitters (AjRoster *self, const char *const *words, guint *n_by_seat)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (AjSitter));

  for (guint i = 0; i < self->groups->len; i++)
    add_sitters (found, self->groups->pdata[i], words, TRUE);
  if (n_by_seat != NULL)
    *n_by_seat = found->len;
  for (guint i = 0; i < self->groups->len; i++)
    add_sitters (found, self->groups->pdata[i], words, FALSE);
  return found;
}

GArray *
aj_roster_list_empty (AjRoster *self, const char *const *words)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (AjGroupSeat));

  for (guint i = 0; i < self->groups->len; i++)
    {
      const AjRosterGroup *group = self->groups->pdata[i];
      GArray *seats = group->composition->seats;

      for (guint j = 0; j < seats->len; j++)
        {
          const AjGroupSeat *seat = &g_array_index (seats, AjGroupSeat, j);

          if (seat->n_empty > 0 && fits (words, group->seats[j]))
            g_array_append_val (found, *seat);
        }
    }
  return found;
}

static void
add_districts (AjRoster *self, GPtrArray *found, const char *const *words, gboolean with_lead)
{
  GPtrArray *districts = aj_group_book_get_districts (self->book);

  for (guint i = 0; i < districts->len; i++)
    {
      const AjValues *district = districts->pdata[i];
      const AjValues *lead = aj_roster_get_lead (self, district);
      g_autofree char *text = g_strconcat (aj_values_get_text (district, "name"), "\n",
                                           lead != NULL ? aj_values_get_text (lead, "name") : NULL,
                                           NULL);
      g_autofree char *folded = aj_text_fold (text);

      if ((lead != NULL) == with_lead && fits (words, folded))
        g_ptr_array_add (found, (gpointer) district);
    }
}

GPtrArray *
aj_roster_list_districts (AjRoster *self, const char *const *words)
{
  GPtrArray *found = g_ptr_array_new ();

  add_districts (self, found, words, FALSE);
  add_districts (self, found, words, TRUE);
  return found;
}

/* Whole sentences: a kind of organisation is another word in the middle of a sentence, and in some languages another form. */
static const struct
{
  const char *kind, *anywhere, *in_district;
} kind_sentences[] = {
  { "municipality", N_ ("No municipal member"), N_ ("No municipal member in %s") },
  { "police", N_ ("No police member"), N_ ("No police member in %s") },
  { "prosecution", N_ ("No prosecution member"), N_ ("No prosecution member in %s") },
  { "business-platform", N_ ("No business platform member"),
    N_ ("No business platform member in %s") },
  { "business", N_ ("No business member"), N_ ("No business member in %s") },
  { "education", N_ ("No education member"), N_ ("No education member in %s") },
  { "knowledge", N_ ("No knowledge centre member"), N_ ("No knowledge centre member in %s") },
  { "library", N_ ("No library member"), N_ ("No library member in %s") },
  { "government", N_ ("No government member"), N_ ("No government member in %s") },
  { "network", N_ ("No network member"), N_ ("No network member in %s") },
  { "support", N_ ("No support member"), N_ ("No support member in %s") },
};

static const struct
{
  const char *role, *sentence;
} role_sentences[] = {
  { "chair", N_ ("No chair") },         { "lead", N_ ("No lead") },
  { "secretary", N_ ("No secretary") }, { "member", N_ ("No member") },
  { "guest", N_ ("No guest") },
};

static const char *
get_name (AjGroupBook *book, const AjValues *values, const char *field)
{
  const AjValues *other = aj_group_book_look_up (book, aj_values_get_text (values, field));

  return other != NULL ? aj_values_get_text (other, "name") : NULL;
}

static char *
describe_kind (const char *kind, const char *district)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_sentences); i++)
    {
      GString *text;

      if (!g_str_equal (kind_sentences[i].kind, kind))
        continue;
      if (district == NULL)
        return g_strdup (_ (kind_sentences[i].anywhere));
      text = g_string_new (_ (kind_sentences[i].in_district));
      g_string_replace (text, "%s", district, 1);
      return g_string_free (text, FALSE);
    }
  return NULL;
}

static char *
describe_role (const char *role)
{
  for (guint i = 0; role != NULL && i < G_N_ELEMENTS (role_sentences); i++)
    if (g_str_equal (role_sentences[i].role, role))
      return g_strdup (_ (role_sentences[i].sentence));
  return g_strdup (_ ("Nobody in this seat"));
}

static char *
describe_seat (AjGroupBook *book, const AjValues *seat)
{
  const char *name = aj_values_get_text (seat, "name");
  const char *organisation = get_name (book, seat, "organisation");
  const char *district = get_name (book, seat, "district");
  const char *kind = aj_values_get_text (seat, "kind");

  if (name != NULL)
    /* Translators: the name of a seat that nobody takes, such as "Chair". */
    return g_strdup_printf (_ ("Nobody in the seat “%s”"), name);
  if (organisation != NULL)
    /* Translators: an organisation that has an empty seat. */
    return g_strdup_printf (_ ("Nobody from %s"), organisation);
  if (kind != NULL)
    return describe_kind (kind, district);
  if (district != NULL)
    /* Translators: a district from which nobody takes a seat. */
    return g_strdup_printf (_ ("No member from %s"), district);
  return describe_role (aj_values_get_text (seat, "role"));
}

char *
aj_roster_describe_empty (AjRoster *self, const AjGroupSeat *seat)
{
  char *text;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (seat != NULL, NULL);

  text = describe_seat (self->book, seat->seat);
  return text != NULL ? text : g_strdup ("");
}
