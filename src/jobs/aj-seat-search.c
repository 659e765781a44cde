/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-seat-search.h"

#include <string.h>

#include "aj-organisation.h"

typedef struct
{
  AjRoster *roster; /* (borrowed) */
  const char *const *words;
  const AjRecordType *type; /* (nullable) */
  guint limit;
  AjSeatAnswer *answer; /* (borrowed) */
} AjSeatSearching;

static void
seat_hit_free (gpointer data)
{
  AjSeatHit *self = data;

  aj_values_unref (self->values);
  g_free (self->title);
  g_free (self->about);
  g_free (self);
}

static gboolean
is_meant (AjSeatSearching *self, const AjValues *values)
{
  const AjRosterGroup *found = aj_roster_find (self->roster, aj_values_get_text (values, "group"));

  if (self->type != NULL && self->type != aj_values_get_record_type (values))
    return FALSE;
  return found != NULL && !found->is_ended && !aj_roster_group_is_named (found, self->words);
}

/* Takes the texts. */
static void
add_hit (AjSeatSearching *self, const AjValues *values, char *title, char *about)
{
  AjSeatHit *hit = g_new0 (AjSeatHit, 1);

  hit->values = aj_values_ref (values);
  hit->title = title;
  hit->about = about;
  g_ptr_array_add (self->answer->hits, hit);
}

/* FALSE when one more would be too many. */
static gboolean
has_room (AjSeatSearching *self)
{
  self->answer->has_more = self->answer->hits->len >= self->limit;
  return !self->answer->has_more;
}

/* Takes @about. What somebody is found by and the seat does not say, so that nobody takes it for the seat: of which kind their
 * organisation is, and in which district. */
static char *
add_reasons (char *about, const AjSitter *sitter)
{
  GString *text = g_string_new (about);
  const char *kind = sitter->organisation != NULL
                         ? aj_values_get_text (sitter->organisation, "kind")
                         : NULL;
  const char *reasons[] = {
    kind != NULL ? aj_field_get_choice_label (
                       aj_record_type_get_field (&aj_organisation_record_type, "kind", NULL), kind)
                 : NULL,
    sitter->district != NULL ? aj_values_get_text (sitter->district, "name") : NULL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i] != NULL && strstr (text->str, reasons[i]) == NULL)
      g_string_append_printf (text, " · %s", reasons[i]);
  g_free (about);
  return g_string_free (text, FALSE);
}

static void
add_sitters (AjSeatSearching *self, GArray *sitters, guint from, guint to)
{
  AjGroupBook *book = aj_roster_get_book (self->roster);

  for (guint i = from; i < to; i++)
    {
      const AjSitter *sitter = &g_array_index (sitters, AjSitter, i);

      if (!is_meant (self, sitter->membership))
        continue;
      if (!has_room (self))
        return;
      add_hit (self, sitter->membership, g_strdup (aj_sitter_get_name (sitter)),
               add_reasons (aj_sitter_describe (book, sitter, TRUE), sitter));
    }
}

static void
add_empty (AjSeatSearching *self)
{
  g_autoptr (GArray) seats = aj_roster_list_empty (self->roster, self->words);

  for (guint i = 0; i < seats->len; i++)
    {
      const AjGroupSeat *seat = &g_array_index (seats, AjGroupSeat, i);

      if (!is_meant (self, seat->seat))
        continue;
      if (!has_room (self))
        return;
      add_hit (self, seat->seat, aj_roster_describe_empty (self->roster, seat),
               aj_group_seat_describe (seat));
    }
}

AjSeatAnswer *
aj_seat_search (AjRoster *roster, const char *text, const AjRecordType *type, guint limit)
{
  g_auto (GStrv) words = aj_roster_split_words (text);
  AjSeatAnswer *answer = g_new0 (AjSeatAnswer, 1);
  AjSeatSearching self = { roster, (const char *const *) words, type, limit, answer };
  g_autoptr (GArray) sitters = NULL;
  guint n_by_seat;

  answer->hits = g_ptr_array_new_with_free_func (seat_hit_free);
  if (words[0] == NULL)
    return answer;
  sitters = aj_roster_list_sitters (roster, self.words, &n_by_seat);
  add_sitters (&self, sitters, 0, n_by_seat);
  if (!answer->has_more)
    add_empty (&self);
  if (!answer->has_more)
    add_sitters (&self, sitters, n_by_seat, sitters->len);
  return answer;
}

void
aj_seat_answer_free (AjSeatAnswer *self)
{
  g_ptr_array_unref (self->hits);
  g_free (self);
}

guint
aj_seat_search_get_place (GPtrArray *groups)
{
  guint place = 0;

  while (place < groups->len &&
         ((const AjSearchGroup *) groups->pdata[place])->rank < AJ_SEARCH_RANK_ELSEWHERE)
    place++;
  return place;
}
