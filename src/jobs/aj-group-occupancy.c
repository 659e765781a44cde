/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-group-occupancy.h"

#include <glib/gi18n-lib.h>

#include "aj-attendance.h"
#include "aj-composition.h"
#include "aj-meeting.h"
#include "aj-seat.h"

struct _AjGroupOccupancy
{
  gatomicrefcount references;
  AjGroupYear *year; /* (owned) */
  GPtrArray *all; /* (owned) (element-type AjValues): the meetings, those before the year first */
  GPtrArray *meetings; /* (owned) (element-type AjValues): of the year */
  GPtrArray *names;    /* (owned) (element-type utf8): made for rows that have none of their own */
  GArray *rows;        /* (owned) (element-type AjOccupancyRow) */
  GArray *districts;   /* (owned) (element-type AjOccupancyDistrict) */
  AjOccupancyCell *cells; /* (owned): row after row, of all meetings */
};

/* Being made: rows are found one after another, and told apart by what they are about. */
typedef struct
{
  AjGroupOccupancy *occupancy;
  GHashTable *indices; /* (owned) (element-type utf8 guint): the row, plus one, by id */
  GArray *notes;       /* (owned) (element-type AjOccupancyNote) */
} Making;

G_DEFINE_BOXED_TYPE (AjGroupOccupancy,
                     aj_group_occupancy,
                     aj_group_occupancy_ref,
                     aj_group_occupancy_unref)

AjGroupOccupancy *
aj_group_occupancy_ref (AjGroupOccupancy *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
aj_group_occupancy_unref (AjGroupOccupancy *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->cells);
  g_array_unref (self->districts);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->meetings);
  g_ptr_array_unref (self->all);
  aj_group_year_unref (self->year);
  g_free (self);
}

/* What was only thought of was not held. */
static void
add_meetings (AjGroupOccupancy *self, AjDate date)
{
  GPtrArray *earlier = aj_group_year_get_earlier (self->year);
  GPtrArray *meetings = aj_group_year_get_meetings (self->year);

  for (guint i = earlier->len - MIN (earlier->len, AJ_GROUP_YEAR_BEFORE); i < earlier->len; i++)
    if (aj_group_year_get_day (earlier->pdata[i]) <= date)
      g_ptr_array_add (self->all, earlier->pdata[i]);
  for (guint i = 0; i < meetings->len; i++)
    if (aj_group_year_get_day (meetings->pdata[i]) <= date &&
        g_strcmp0 (aj_values_get_text (meetings->pdata[i], "state"), AJ_MEETING_CONCEPT) != 0)
      {
        g_ptr_array_add (self->all, meetings->pdata[i]);
        g_ptr_array_add (self->meetings, meetings->pdata[i]);
      }
}

static const AjValues *
follow (AjGroupBook *book, const AjValues *values, const char *field)
{
  return values != NULL ? aj_group_book_look_up (book, aj_values_get_text (values, field)) : NULL;
}

static const char *
make_name (AjGroupOccupancy *self, const AjValues *who)
{
  const char *name = aj_values_get_text (who, "name");
  char *made;

  if (name != NULL && aj_values_get_record_type (who) != &aj_seat_record_type)
    return name;
  made = aj_group_book_describe_seat (aj_group_year_get_book (self->year), who);
  g_ptr_array_add (self->names, made);
  return made;
}

/* The index of the row about @who, a new one when there is none yet. */
static guint
find_row (Making *self, const AjValues *who, const AjValues *district)
{
  char *id = (char *) aj_values_get_id (who);
  gpointer found = g_hash_table_lookup (self->indices, id);
  AjOccupancyRow row = { .who = who, .district = district };

  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;
  row.name = make_name (self->occupancy, who);
  g_array_append_val (self->occupancy->rows, row);
  g_hash_table_insert (self->indices, id, GUINT_TO_POINTER (self->occupancy->rows->len));
  return self->occupancy->rows->len - 1;
}

static gboolean
is_of (const AjValues *values, const char *field, const AjValues *other)
{
  return g_strcmp0 (aj_values_get_text (values, field),
                    other != NULL ? aj_values_get_id (other) : NULL) == 0;
}

static AjOccupancyCell
find_presence (AjGroupOccupancy *self, const AjValues *meeting, const AjSitter *sitter)
{
  static const struct
  {
    const char *presence;
    AjOccupancyCell cell;
  } cells[] = {
    { AJ_PRESENCE_PRESENT, AJ_OCCUPANCY_PRESENT },
    { AJ_PRESENCE_EXCUSED, AJ_OCCUPANCY_EXCUSED },
    { AJ_PRESENCE_ABSENT, AJ_OCCUPANCY_ABSENT },
  };
  GPtrArray *attendance = aj_group_year_get_attendance (self->year);

  for (guint i = 0; i < attendance->len; i++)
    {
      const AjValues *one = attendance->pdata[i];

      if (!is_of (one, "meeting", meeting) || !is_of (one, "person", sitter->person) ||
          (sitter->person == NULL && !is_of (one, "organisation", sitter->organisation)))
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (cells); j++)
        if (g_strcmp0 (aj_values_get_text (one, "presence"), cells[j].presence) == 0)
          return cells[j].cell;
    }
  return AJ_OCCUPANCY_UNKNOWN;
}

static void
note (Making *self, guint row, guint meeting, AjOccupancyCell what)
{
  AjOccupancyNote one = { row, meeting, what };

  g_array_append_val (self->notes, one);
}

static const AjValues *
find_district (AjGroupBook *book, const AjValues *organisation)
{
  const AjValues *district = follow (book, organisation, "district");

  return district != NULL ? district
                          : follow (book, follow (book, organisation, "municipality"), "district");
}

static void
look_at_sitters (Making *self, guint meeting, const AjComposition *composition)
{
  for (guint i = 0; i < composition->sitters->len; i++)
    {
      const AjSitter *sitter = &g_array_index (composition->sitters, AjSitter, i);
      const AjValues *who = sitter->organisation != NULL ? sitter->organisation : sitter->person;

      if (who != NULL)
        note (self, find_row (self, who, sitter->district), meeting,
              find_presence (self->occupancy, self->occupancy->all->pdata[meeting], sitter));
    }
}

static void
look_at_seats (Making *self, guint meeting, const AjComposition *composition)
{
  AjGroupBook *book = aj_group_year_get_book (self->occupancy->year);

  for (guint i = 0; i < composition->seats->len; i++)
    {
      const AjGroupSeat *seat = &g_array_index (composition->seats, AjGroupSeat, i);
      const AjValues *organisation = follow (book, seat->seat, "organisation");
      guint row;

      if (seat->n_empty == 0)
        continue;
      row = organisation != NULL
                ? find_row (self, organisation, find_district (book, organisation))
                : find_row (self, seat->seat, follow (book, seat->seat, "district"));
      note (self, row, meeting, AJ_OCCUPANCY_VACANT);
    }
}

static void
look_at_meetings (Making *self)
{
  AjGroupYear *year = self->occupancy->year;
  const char *group = aj_values_get_id (aj_group_year_get_group (year));

  for (guint i = 0; i < self->occupancy->all->len; i++)
    {
      AjDate date = aj_group_year_get_day (self->occupancy->all->pdata[i]);
      g_autoptr (AjComposition) composition = aj_composition_new (aj_group_year_get_book (year),
                                                                  group, date);

      look_at_sitters (self, i, composition);
      look_at_seats (self, i, composition);
    }
}

/* Fills in what follows from the cells, and leaves out who had no seat at any of the meetings of the year. */
static void
count_rows (AjGroupOccupancy *self)
{
  guint n_meetings = self->all->len;
  guint first = n_meetings - self->meetings->len;

  for (guint i = 0; i < self->rows->len; i++)
    {
      AjOccupancyRow *row = &g_array_index (self->rows, AjOccupancyRow, i);
      const AjOccupancyCell *cells = self->cells + i * n_meetings;

      row->cells = cells + first;
      row->streak = aj_occupancy_get_streak (cells, n_meetings);
      aj_occupancy_count (cells, n_meetings, first, &row->counts);
    }
  for (guint i = self->rows->len; i > 0; i--)
    if (g_array_index (self->rows, AjOccupancyRow, i - 1).counts.invited == 0)
      g_array_remove_index (self->rows, i - 1);
}

static int
compare_districts (const AjValues *a, const AjValues *b)
{
  if (a == b)
    return 0;
  if (a == NULL || b == NULL)
    return a == NULL ? 1 : -1;
  return g_utf8_collate (aj_values_get_text (a, "name"), aj_values_get_text (b, "name"));
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const AjOccupancyRow *first = a;
  const AjOccupancyRow *second = b;
  int order = compare_districts (first->district, second->district);

  if (order == 0)
    order = g_utf8_collate (first->name, second->name);
  return order != 0 ? order
                    : g_strcmp0 (aj_values_get_id (first->who), aj_values_get_id (second->who));
}

static void
add_districts (AjGroupOccupancy *self)
{
  AjOccupancyDistrict *last = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const AjOccupancyRow *row = &g_array_index (self->rows, AjOccupancyRow, i);

      if (last == NULL || last->district != row->district)
        {
          AjOccupancyDistrict district = { .district = row->district };

          g_array_append_val (self->districts, district);
          last = &g_array_index (self->districts, AjOccupancyDistrict, self->districts->len - 1);
        }
      aj_occupancy_count (row->cells, self->meetings->len, 0, &last->counts);
    }
}

AjGroupOccupancy *
aj_group_occupancy_new (AjGroupYear *year, AjDate date)
{
  AjGroupOccupancy *self;
  Making making;

  g_return_val_if_fail (year != NULL, NULL);

  self = g_new0 (AjGroupOccupancy, 1);
  g_atomic_ref_count_init (&self->references);
  self->year = aj_group_year_ref (year);
  self->all = g_ptr_array_new ();
  self->meetings = g_ptr_array_new ();
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_array_new (FALSE, FALSE, sizeof (AjOccupancyRow));
  self->districts = g_array_new (FALSE, FALSE, sizeof (AjOccupancyDistrict));
  add_meetings (self, date);
  making = (Making){ self, g_hash_table_new (g_str_hash, g_str_equal),
                     g_array_new (FALSE, FALSE, sizeof (AjOccupancyNote)) };
  look_at_meetings (&making);
  self->cells = g_new0 (AjOccupancyCell, self->rows->len * self->all->len + 1);
  aj_occupancy_fill ((const AjOccupancyNote *) (gpointer) making.notes->data, making.notes->len,
                     self->rows->len, self->all->len, self->cells);
  g_hash_table_unref (making.indices);
  g_array_unref (making.notes);
  count_rows (self);
  g_array_sort (self->rows, compare_rows);
  add_districts (self);
  return self;
}

AjGroupYear *
aj_group_occupancy_get_year (AjGroupOccupancy *self)
{
  return self->year;
}

GPtrArray *
aj_group_occupancy_get_meetings (AjGroupOccupancy *self)
{
  return self->meetings;
}

GArray *
aj_group_occupancy_get_rows (AjGroupOccupancy *self)
{
  return self->rows;
}

GArray *
aj_group_occupancy_get_districts (AjGroupOccupancy *self)
{
  return self->districts;
}

static char *
describe_streak (const AjOccupancyRow *row)
{
  if (aj_values_get_record_type (row->who) == &aj_seat_record_type)
    return g_strdup_printf (
        /* Translators: a seat ("Education · Twente"), and how many times in a row. */
        ngettext ("The seat %1$s stayed empty %2$u time in a row.",
                  "The seat %1$s stayed empty %2$u times in a row.", row->streak),
        row->name, row->streak);
  return g_strdup_printf (
      /* Translators: an organisation or a person, and how many times in a row. */
      ngettext ("%1$s was not there %2$u time in a row.", "%1$s was not there %2$u times in a row.",
                row->streak),
      row->name, row->streak);
}

GStrv
aj_group_occupancy_list_warnings (AjGroupOccupancy *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      const AjOccupancyRow *row = &g_array_index (self->rows, AjOccupancyRow, i);
      g_autofree char *sentence = NULL;

      if (row->streak < AJ_OCCUPANCY_STREAK)
        continue;
      sentence = describe_streak (row);
      g_strv_builder_add (builder, sentence);
    }
  return g_strv_builder_end (builder);
}

const char *
aj_occupancy_cell_get_label (AjOccupancyCell cell)
{
  static const char *const labels[] = {
    [AJ_OCCUPANCY_NOT_INVITED] = N_ ("no seat"),
    [AJ_OCCUPANCY_NOT_KEPT] = N_ ("nothing noted"),
    [AJ_OCCUPANCY_UNKNOWN] = N_ ("not known"),
    [AJ_OCCUPANCY_PRESENT] = N_ ("present"),
    [AJ_OCCUPANCY_EXCUSED] = N_ ("excused"),
    [AJ_OCCUPANCY_ABSENT] = N_ ("absent"),
    [AJ_OCCUPANCY_VACANT] = N_ ("nobody in the seat"),
  };

  g_return_val_if_fail (cell < G_N_ELEMENTS (labels), "");

  return _ (labels[cell]);
}

static void
append_count (GString *text, guint count, AjOccupancyCell cell)
{
  if (count > 0)
    g_string_append_printf (text, " · %s %u", aj_occupancy_cell_get_label (cell), count);
}

char *
aj_occupancy_counts_describe (const AjOccupancyCounts *counts)
{
  GString *text = g_string_new (NULL);

  /* Translators: at how many of how many meetings somebody was. */
  g_string_printf (text,
                   ngettext ("present %1$u of %2$u time", "present %1$u of %2$u times",
                             counts->invited),
                   counts->present, counts->invited);
  append_count (text, counts->excused, AJ_OCCUPANCY_EXCUSED);
  append_count (text, counts->absent, AJ_OCCUPANCY_ABSENT);
  append_count (text, counts->vacant, AJ_OCCUPANCY_VACANT);
  return g_string_free (text, FALSE);
}

char *
aj_occupancy_row_describe (AjGroupOccupancy *occupancy, const AjOccupancyRow *row)
{
  g_autofree char *counts = aj_occupancy_counts_describe (&row->counts);
  GString *text = g_string_new (counts);
  const char *separator = "\n";

  for (guint i = 0; i < occupancy->meetings->len; i++)
    {
      g_autofree char *day = NULL;

      if (row->cells[i] == AJ_OCCUPANCY_NOT_INVITED)
        continue;
      day = aj_date_format_day_month (aj_group_year_get_day (occupancy->meetings->pdata[i]));
      g_string_append_printf (text, "%s%s: %s", separator, day,
                              aj_occupancy_cell_get_label (row->cells[i]));
      separator = " · ";
    }
  return g_string_free (text, FALSE);
}
