/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-composition-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-membership.h"

#define N_COLUMNS 6

static const char *
get_name (const AjValues *values)
{
  const char *name = values != NULL ? aj_values_get_text (values, "name") : NULL;

  return name != NULL ? name : "";
}

/* The cells are taken. */
static void
add_row (GPtrArray *table, char *const *cells)
{
  char **row = g_new0 (char *, N_COLUMNS + 1);

  memcpy (row, cells, N_COLUMNS * sizeof (char *));
  g_ptr_array_add (table, row);
}

static char *
dup_date (AjDate date)
{
  char *text = aj_date_to_iso (date);

  return text != NULL ? text : g_strdup ("");
}

static char *
dup_role (const AjValues *membership)
{
  const AjField *role =
      &aj_membership_record_type.fields[aj_record_type_find (&aj_membership_record_type, "role")];
  const char *code = aj_values_get_text (membership, "role");

  return g_strdup (code != NULL ? aj_field_get_choice_label (role, code) : "");
}

static char *
dup_seat (AjGroupBook *book, const AjValues *seat)
{
  return seat != NULL ? aj_group_book_describe_seat (book, seat) : g_strdup ("");
}

static void
add_sitter (GPtrArray *table, AjGroupBook *book, const AjSitter *sitter)
{
  char *const cells[N_COLUMNS] = { dup_seat (book, sitter->seat),
                                   g_strdup (aj_sitter_get_name (sitter)),
                                   g_strdup (get_name (sitter->organisation)),
                                   dup_role (sitter->membership),
                                   dup_date (sitter->days.first),
                                   dup_date (sitter->days.last) };

  add_row (table, cells);
}

static void
add_empty (GPtrArray *table, AjGroupBook *book, const AjGroupSeat *seat)
{
  for (guint i = 0; i < seat->n_empty; i++)
    {
      char *const cells[N_COLUMNS] = {
        dup_seat (book, seat->seat),
        /* Translators: in place of a name: nobody takes this seat. */
        g_strdup (_ ("(empty)")), g_strdup (""), g_strdup (""), g_strdup (""), g_strdup ("")
      };

      add_row (table, cells);
    }
}

GPtrArray *
aj_composition_to_table (const AjComposition *composition, AjGroupBook *book)
{
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  char *const heading[N_COLUMNS] = {
    g_strdup (_ ("Seat")), g_strdup (_ ("Name")), g_strdup (_ ("Organisation")),
    g_strdup (_ ("Role")), g_strdup (_ ("From")), g_strdup (_ ("Until (last day)"))
  };

  add_row (table, heading);
  for (guint i = 0; i < composition->sitters->len; i++)
    add_sitter (table, book, &g_array_index (composition->sitters, AjSitter, i));
  for (guint i = 0; i < composition->seats->len; i++)
    add_empty (table, book, &g_array_index (composition->seats, AjGroupSeat, i));
  return table;
}
