/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-composition.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-group-book-private.h"
#include "aj-group.h"
#include "aj-headings.h"
#include "aj-membership.h"
#include "aj-naming.h"
#include "aj-organisation.h"
#include "aj-seat.h"
#include "aj-seating.h"
#include "aj-text.h"

/* Between the parts of a line that tells one from another. */
#define DOT " · "

static const char *
get_text (const AjValues *values, const char *field)
{
  return values != NULL ? aj_values_get_text (values, field) : NULL;
}

static const AjValues *
follow (AjGroupBook *book, const AjValues *values, const char *field)
{
  return aj_group_book_look_up (book, get_text (values, field));
}

/* The first function, held on @date, that says at which organisation. */
static const AjValues *
find_organisation_of_function (AjGroupBook *book, const char *person, AjDate date)
{
  GPtrArray *positions = book->parts[BOOK_POSITIONS];

  for (guint i = 0; i < positions->len; i++)
    {
      const AjValues *position = positions->pdata[i];
      AjDateRange days = { aj_values_get_date (position, "from"),
                           aj_values_get_date (position, "until") };
      const AjValues *organisation = follow (book, position, "organisation");

      if (organisation != NULL && g_strcmp0 (get_text (position, "person"), person) == 0 &&
          aj_date_range_contains (&days, date))
        return organisation;
    }
  return NULL;
}

static AjSitter
make_sitter (AjGroupBook *book, const AjValues *membership, AjDate date)
{
  AjSitter sitter = { .membership = membership };
  AjDate left;

  sitter.group = follow (book, membership, "group");
  sitter.person = follow (book, membership, "person");
  sitter.days = (AjDateRange){ aj_values_get_date (membership, "from"),
                               aj_values_get_date (membership, "until") };
  left = sitter.person != NULL ? aj_values_get_date (sitter.person, "left-on") : AJ_DATE_NONE;
  if (left != AJ_DATE_NONE && (sitter.days.last == AJ_DATE_NONE || sitter.days.last > left))
    sitter.days.last = left;
  sitter.organisation = follow (book, membership, "organisation");
  if (sitter.organisation == NULL)
    sitter.organisation = follow (book, sitter.person, "organisation");
  if (sitter.organisation == NULL && sitter.person != NULL)
    sitter.organisation = find_organisation_of_function (book, aj_values_get_id (sitter.person),
                                                         date);
  sitter.district = follow (book, sitter.organisation, "district");
  if (sitter.district == NULL)
    sitter.district = follow (book, follow (book, sitter.organisation, "municipality"), "district");
  return sitter;
}

static const char *
get_id (const AjValues *values)
{
  return values != NULL ? aj_values_get_id (values) : NULL;
}

static AjSeatingMember
to_member (const AjSitter *sitter)
{
  return (AjSeatingMember){ .seat = get_text (sitter->membership, "seat"),
                            .organisation = get_id (sitter->organisation),
                            .kind = get_text (sitter->organisation, "kind"),
                            .district = get_id (sitter->district),
                            .role = get_text (sitter->membership, "role"),
                            .days = sitter->days };
}

static AjSeatingSeat
to_seat (const AjValues *seat)
{
  return (AjSeatingSeat){ .id = aj_values_get_id (seat),
                          .organisation = get_text (seat, "organisation"),
                          .kind = get_text (seat, "kind"),
                          .district = get_text (seat, "district"),
                          .role = get_text (seat, "role"),
                          .places = (guint) aj_values_get_integer (seat, "places"),
                          .days = { aj_values_get_date (seat, "from"),
                                    aj_values_get_date (seat, "until") } };
}

/* Who leads comes first, as among members; a seat that asks no role is for a member. */
static guint
rank_role (const AjValues *seat)
{
  const char *role = aj_values_get_text (seat, "role");
  guint rank = 0;

  while (aj_membership_roles[rank].code != NULL &&
         !g_str_equal (aj_membership_roles[rank].code, role != NULL ? role : "member"))
    rank++;
  return rank;
}

static int
compare_seats (gconstpointer a, gconstpointer b, gpointer user_data)
{
  AjGroupBook *book = user_data;
  const AjValues *seat_a = *(const AjValues *const *) a, *seat_b = *(const AjValues *const *) b;
  g_autofree char *text_a = aj_group_book_describe_seat (book, seat_a);
  g_autofree char *text_b = aj_group_book_describe_seat (book, seat_b);
  int order = (int) rank_role (seat_a) - (int) rank_role (seat_b);

  if (order == 0)
    order = (int) book_find_choice (seat_a, "kind") - (int) book_find_choice (seat_b, "kind");
  if (order == 0)
    order = g_utf8_collate (text_a, text_b);
  return order != 0 ? order : strcmp (aj_values_get_id (seat_a), aj_values_get_id (seat_b));
}

static int
compare_sitters (gconstpointer a, gconstpointer b)
{
  const AjSitter *sitter_a = a, *sitter_b = b;
  int order = (int) book_find_choice (sitter_a->membership, "role") -
              (int) book_find_choice (sitter_b->membership, "role");

  if (order == 0)
    order = g_utf8_collate (aj_sitter_get_name (sitter_a), aj_sitter_get_name (sitter_b));
  if (order == 0)
    order = strcmp (aj_values_get_id (sitter_a->membership),
                    aj_values_get_id (sitter_b->membership));
  return order;
}

/* Who left last first. */
static int
compare_earlier (gconstpointer a, gconstpointer b)
{
  const AjSitter *sitter_a = a, *sitter_b = b;

  if (sitter_a->days.last != sitter_b->days.last)
    return sitter_a->days.last > sitter_b->days.last ? -1 : 1;
  return compare_sitters (a, b);
}

static int
compare_later (gconstpointer a, gconstpointer b)
{
  const AjSitter *sitter_a = a, *sitter_b = b;

  if (sitter_a->days.first != sitter_b->days.first)
    return sitter_a->days.first < sitter_b->days.first ? -1 : 1;
  return compare_sitters (a, b);
}

GPtrArray *
aj_group_book_list_seats (AjGroupBook *self, const char *group_id)
{
  GPtrArray *known = g_hash_table_lookup (self->seats, group_id);
  GPtrArray *seats = g_ptr_array_new ();

  for (guint i = 0; known != NULL && i < known->len; i++)
    g_ptr_array_add (seats, known->pdata[i]);
  g_ptr_array_sort_with_data (seats, compare_seats, self);
  return seats;
}

static GArray *
list_sitters (AjGroupBook *book, const char *group_id, AjDate date)
{
  GPtrArray *memberships = g_hash_table_lookup (book->memberships, group_id);
  GArray *sitters = g_array_new (FALSE, FALSE, sizeof (AjSitter));

  for (guint i = 0; memberships != NULL && i < memberships->len; i++)
    {
      AjSitter sitter = make_sitter (book, memberships->pdata[i], date);

      g_array_append_val (sitters, sitter);
    }
  g_array_sort (sitters, compare_sitters);
  return sitters;
}

static void
add_seat (AjComposition *self, const AjValues *seat, const AjValues *group, guint n_empty)
{
  AjGroupSeat added = { .seat = seat, .group = group, .n_empty = n_empty };

  g_array_append_val (self->seats, added);
  self->n_empty += n_empty;
}

static void
add_takers (AjComposition *self, GArray *sitters, const int *taken, int index, const AjValues *seat)
{
  for (guint i = 0; i < sitters->len; i++)
    {
      AjSitter sitter = g_array_index (sitters, AjSitter, i);

      if (taken[i] != index)
        continue;
      sitter.seat = seat;
      g_array_append_val (self->sitters, sitter);
      if (seat != NULL)
        g_array_index (self->seats, AjGroupSeat, self->seats->len - 1).n_taken++;
    }
}

static void
add_others (AjComposition *self, GArray *sitters, const int *taken, AjDate date)
{
  for (guint i = 0; i < sitters->len; i++)
    {
      AjSitter *sitter = &g_array_index (sitters, AjSitter, i);

      if (taken[i] != AJ_SEATING_AWAY)
        continue;
      if (sitter->days.last != AJ_DATE_NONE && sitter->days.last < date)
        g_array_append_val (self->earlier, *sitter);
      else
        g_array_append_val (self->later, *sitter);
    }
  g_array_sort (self->earlier, compare_earlier);
  g_array_sort (self->later, compare_later);
}

static void
seat_all (
    AjComposition *self, GPtrArray *seats, GArray *sitters, const AjValues *group, AjDate date)
{
  g_autofree AjSeatingSeat *wanted = g_new0 (AjSeatingSeat, seats->len + 1);
  g_autofree AjSeatingMember *members = g_new0 (AjSeatingMember, sitters->len + 1);
  g_autofree int *taken = g_new0 (int, sitters->len + 1);

  for (guint i = 0; i < seats->len; i++)
    wanted[i] = to_seat (seats->pdata[i]);
  for (guint i = 0; i < sitters->len; i++)
    members[i] = to_member (&g_array_index (sitters, AjSitter, i));
  aj_seating_plan (wanted, seats->len, members, sitters->len, date, taken);
  for (guint i = 0; i < seats->len; i++)
    if (aj_date_range_contains (&wanted[i].days, date))
      {
        guint n_empty = aj_seating_count_empty (wanted, i, taken, sitters->len, date);

        add_seat (self, seats->pdata[i], group,
                  group != NULL && aj_group_is_ended (group, date) ? 0 : n_empty);
        add_takers (self, sitters, taken, (int) i, seats->pdata[i]);
      }
  add_takers (self, sitters, taken, AJ_SEATING_NO_SEAT, NULL);
  add_others (self, sitters, taken, date);
}

AjComposition *
aj_composition_new (AjGroupBook *book, const char *group_id, AjDate date)
{
  AjComposition *self;
  g_autoptr (GPtrArray) seats = NULL;
  g_autoptr (GArray) sitters = NULL;

  g_return_val_if_fail (book != NULL, NULL);
  g_return_val_if_fail (group_id != NULL, NULL);

  self = g_new0 (AjComposition, 1);
  self->seats = g_array_new (FALSE, FALSE, sizeof (AjGroupSeat));
  self->sitters = g_array_new (FALSE, FALSE, sizeof (AjSitter));
  self->earlier = g_array_new (FALSE, FALSE, sizeof (AjSitter));
  self->later = g_array_new (FALSE, FALSE, sizeof (AjSitter));
  seats = aj_group_book_list_seats (book, group_id);
  sitters = list_sitters (book, group_id, date);
  seat_all (self, seats, sitters, aj_group_book_look_up (book, group_id), date);
  return self;
}

void
aj_composition_free (AjComposition *self)
{
  g_array_unref (self->seats);
  g_array_unref (self->sitters);
  g_array_unref (self->earlier);
  g_array_unref (self->later);
  g_free (self);
}

const char *
aj_sitter_get_name (const AjSitter *self)
{
  const char *name = get_text (self->person, "name");

  if (name == NULL)
    name = get_text (self->organisation, "name");
  return name != NULL ? name : "";
}

/* Of a choice or a text; NULL when empty. */
static const char *
get_shown (const AjValues *values, const char *name)
{
  const AjRecordType *type = values != NULL ? aj_values_get_record_type (values) : NULL;
  const char *text = get_text (values, name);
  const AjField *field = text != NULL ? &type->fields[aj_record_type_find (type, name)] : NULL;

  return field != NULL && field->kind == AJ_FIELD_CHOICE ? aj_field_get_choice_label (field, text)
                                                         : text;
}

static void
append (GString *text, const char *separator, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", part);
}

static AjValues *
find_named (const AjRecordType *type, const char *id, gpointer user_data)
{
  const AjValues *found = aj_group_book_look_up (user_data, id);

  return found != NULL ? aj_values_ref (found) : NULL;
}

char *
aj_group_book_describe_seat (AjGroupBook *self, const AjValues *seat)
{
  char *name = aj_naming_describe_own (seat, find_named, self);

  return name != NULL ? name : g_strdup ("");
}

/* In both languages, whichever the program runs in: who works across a border, or in a terminal, types either. */
static void
append_kind (GString *text, const AjValues *values)
{
  const char *kind = get_text (values, "kind");

  append (text, "\n", get_shown (values, "kind"));
  append (text, "\n", kind);
  append (text, "\n", kind != NULL ? aj_heading_get_dutch_kind (kind) : NULL);
}

/* What a seat asks, also when it has a name of its own. */
static void
append_seat (GString *text, AjGroupBook *book, const AjValues *seat)
{
  append (text, "\n", get_shown (seat, "name"));
  append (text, "\n", get_text (follow (book, seat, "organisation"), "name"));
  append_kind (text, seat);
  append (text, "\n", get_text (follow (book, seat, "district"), "name"));
  append (text, "\n", get_shown (seat, "role"));
}

static void
append_group (GString *text, AjGroupBook *book, const AjValues *group)
{
  append (text, "\n", get_text (group, "name"));
  append (text, "\n", get_shown (group, "target-group"));
  append (text, "\n", get_text (follow (book, group, "district"), "name"));
}

char *
aj_sitter_fold (const AjSitter *self, AjGroupBook *book)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append (text, "\n", get_text (self->person, "name"));
  append (text, "\n", get_text (self->person, "function"));
  append (text, "\n", get_text (self->organisation, "name"));
  append_kind (text, self->organisation);
  append (text, "\n", get_text (self->district, "name"));
  append (text, "\n", get_shown (self->membership, "role"));
  append_seat (text, book, self->seat);
  append_group (text, book, self->group);
  return aj_text_fold (text->str);
}

char *
aj_group_seat_fold (const AjGroupSeat *self, AjGroupBook *book)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_seat (text, book, self->seat);
  append_group (text, book, self->group);
  return aj_text_fold (text->str);
}

static char *
describe_days (const AjDateRange *days)
{
  g_autofree char *from = aj_date_format_short (days->first);
  g_autofree char *until = aj_date_format_short (days->last);

  if (days->first != AJ_DATE_NONE && days->last != AJ_DATE_NONE)
    /* Translators: the first and the last day of a membership. */
    return g_strdup_printf (_ ("%s to %s"), from, until);
  if (days->first != AJ_DATE_NONE)
    return g_strdup_printf (_ ("since %s"), from);
  if (days->last != AJ_DATE_NONE)
    return g_strdup_printf (_ ("until %s"), until);
  return g_strdup ("");
}

static void
append_role (GString *text, const AjSitter *sitter)
{
  const char *role = aj_values_get_text (sitter->membership, "role");

  /* Nearly all are members, so that is not said; nor what a seat says already. */
  if (sitter->seat != NULL && g_strcmp0 (aj_values_get_text (sitter->seat, "role"), role) == 0)
    return;
  if (role != NULL && !g_str_equal (role, "member"))
    append (text, DOT, get_shown (sitter->membership, "role"));
}

char *
aj_sitter_describe (AjGroupBook *book, const AjSitter *sitter, gboolean with_group)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *seat = NULL;
  g_autofree char *days = describe_days (&sitter->days);

  if (with_group && sitter->group != NULL)
    append (text, DOT, aj_values_get_text (sitter->group, "name"));
  if (sitter->seat != NULL)
    seat = aj_group_book_describe_seat (book, sitter->seat);
  /* A seat for exactly this organisation says what the title says. */
  if (g_strcmp0 (seat, aj_sitter_get_name (sitter)) != 0)
    append (text, DOT, seat);
  append_role (text, sitter);
  if (sitter->person != NULL && sitter->organisation != NULL)
    append (text, DOT, aj_values_get_text (sitter->organisation, "name"));
  append (text, DOT, days);
  return g_strdup (text->str);
}

static char *
describe_places (const AjGroupSeat *seat)
{
  guint n_places = seat->n_taken + seat->n_empty;

  if (n_places == 1)
    return g_strdup ("");
  if (seat->n_taken == 0)
    return g_strdup_printf (ngettext ("%u place", "%u places", n_places), n_places);
  /* Translators: how many places of how many nobody takes. */
  return g_strdup_printf (ngettext ("%u of %u places empty", "%u of %u places empty",
                                    seat->n_empty),
                          seat->n_empty, n_places);
}

char *
aj_group_seat_describe (const AjGroupSeat *self)
{
  g_autoptr (GString) text = g_string_new (aj_values_get_text (self->group, "name"));
  g_autofree char *places = describe_places (self);

  append (text, DOT, places);
  return g_strdup (text->str);
}
