/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a data file in which every kind of record is, every field filled, with a history of every kind: what
 * tests/data/db keeps of each released schema. Usage: freeze-db FILE. */

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "aj-edit.h"
#include "aj-store.h"

#define ZONE "Europe/Amsterdam"

static void
stop (const GError *error)
{
  fprintf (stderr, "freeze-db: %s\n", error->message);
  exit (EXIT_FAILURE);
}

static void
commit (AjEdit *edit)
{
  g_autoptr (GError) error = NULL;

  if (!aj_edit_commit (edit, &error))
    stop (error);
}

/* The same ids every time, so that two frozen files can be laid side by side. */
static char *
make_id (const char *type, guint number)
{
  guint hash = g_str_hash (type);

  return g_strdup_printf ("%08x-0000-4000-8000-%012u", hash, number);
}

/* A value that the field takes, in its machine form. Later times and dates come with later fields, so that an end lies
 * behind its start. */
static char *
make_value (const AjRecordType *type, const AjField *field, guint index, guint number)
{
  gint64 least = field->min == field->max ? 1 : field->min;

  switch (field->kind)
    {
    case AJ_FIELD_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, MAX (least, 1));
    case AJ_FIELD_REAL:
      return g_strdup ("52.25");
    case AJ_FIELD_BOOLEAN:
      return g_strdup ("true");
    case AJ_FIELD_DATE:
      /* A thing is there when it is lent. */
      if (g_str_equal (type->name, "material") && g_str_equal (field->name, "from"))
        return g_strdup ("2026-01-12");
      return g_strdup_printf ("2026-%02u-12", 1 + index % 12);
    case AJ_FIELD_TIME:
      return g_strdup_printf ("%02u:30", 8 + index % 12);
    case AJ_FIELD_WALL_TIME:
      return g_strdup_printf ("2026-03-%02uT%02u:00", 10 + number, 8 + index % 15);
    case AJ_FIELD_CHOICE:
      return g_strdup (field->choices[field->unique ? number - 1 : 0].code);
    case AJ_FIELD_REFERENCE:
      /* Nothing follows from itself. */
      return make_id (field->target,
                      g_str_equal (field->target, type->name) ? number % 3 + 1 : number);
    case AJ_FIELD_TEXT:
    default:
      if (g_str_equal (field->name, "zone"))
        return g_strdup (ZONE);
      if (field->form == AJ_FORM_WEEK)
        return g_strdup ("2026-W07");
      if (field->form == AJ_FORM_MAIL)
        return g_strdup_printf ("zoe.%u@gemeente.example", number);
      if (field->multiline)
        return g_strdup_printf ("Eerste regel %u\nTweede “regel”, met café en 👩‍💻",
                                number);
      return g_strdup_printf ("%s Zoë %u", field->name, number);
    }
}

static void
fill (AjValues *values, guint number)
{
  const AjRecordType *type = aj_values_get_record_type (values);

  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autofree char *text = make_value (type, &type->fields[i], i, number);
      g_auto (AjValue) value = AJ_VALUE_INIT;
      g_autoptr (GError) error = NULL;

      if (!aj_field_parse (&type->fields[i], text, &value, &error))
        stop (error);
      aj_values_set (values, i, &value);
    }
}

/* The only one that there is: it is in the file already. */
static void
fill_single (AjEdit *edit, const AjRecordType *type)
{
  g_autoptr (AjValues) initial = aj_values_new (type, NULL);

  fill (aj_edit_change_values (edit, initial), 1);
}

/* What somebody's calendar holds cannot be removed, nor a meeting that decided something, and the last meeting is to be, with its
 * agenda and whom it invited. */
static void
free_for_removal (AjValues *values)
{
  const AjRecordType *type = aj_values_get_record_type (values);

  if (type == aj_record_type_lookup ("meeting"))
    aj_values_clear (values, "handed-out-sequence");
  if (type == aj_record_type_lookup ("agenda-item") || type == aj_record_type_lookup ("attendance"))
    aj_values_clear (values, "sent-method");
  if (type == aj_record_type_lookup ("decision"))
    aj_values_clear (values, "meeting");
}

static void
add_records (AjStore *store)
{
  g_autoptr (AjEdit) edit = aj_edit_new (store, "Add everything");

  for (guint i = 0; aj_record_types_all ()[i] != NULL; i++)
    for (guint number = 1; number <= 3; number++)
      {
        g_autofree char *id = NULL;
        AjValues *values;

        if (aj_record_types_all ()[i]->single_id != NULL)
          {
            fill_single (edit, aj_record_types_all ()[i]);
            break;
          }
        id = make_id (aj_record_types_all ()[i]->name, number);
        values = aj_edit_add_with_id (edit, aj_record_types_all ()[i], id);

        fill (values, number);
        if (number == 3)
          free_for_removal (values);
      }
  commit (edit);
}

/* An edit that changes, one that removes, one that was undone, and one that was made again. */
static void
make_history (AjStore *store)
{
  const AjRecordType *type = aj_record_type_lookup ("meeting");
  g_autofree char *first = make_id ("meeting", 1);
  g_autofree char *third = make_id ("meeting", 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (AjRecord) meeting = aj_store_load_record (store, type, first, &error);
  g_autoptr (AjEdit) move = aj_edit_new (store, "Move meeting to 19 March");
  g_autoptr (AjEdit) remove = aj_edit_new (store, "Remove meeting");
  AjWallTime start, end;

  if (meeting == NULL)
    stop (error);
  aj_wall_time_parse ("2026-03-19T10:00", &start);
  aj_wall_time_parse ("2026-03-19T12:00", &end);
  aj_values_set_wall_time (aj_edit_change (move, meeting), "starts-at", &start);
  aj_values_set_wall_time (aj_edit_change (move, meeting), "ends-at", &end);
  commit (move);
  aj_edit_remove (remove, type, third);
  commit (remove);
  if (!aj_store_undo (store, NULL, &error) || !aj_store_redo (store, NULL, &error) ||
      !aj_store_undo (store, NULL, &error))
    stop (error);
}

int
main (int argc, char **argv)
{
  g_autoptr (AjClock) clock = aj_clock_new_from_string ("2026-02-02T09:00", ZONE);
  g_autoptr (GError) error = NULL;
  g_autoptr (AjStore) store = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  if (argc != 2)
    {
      fprintf (stderr, "usage: freeze-db FILE\n");
      return EXIT_FAILURE;
    }
  store = aj_store_open (argv[1], AJ_STORE_OPEN_CREATE, "Anna Jansen", clock, &error);
  if (store == NULL)
    stop (error);
  add_records (store);
  make_history (store);
  aj_store_close (store);
  return EXIT_SUCCESS;
}
