/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-many-forms.h"

#include "aj-form-file.h"
#include "aj-form-sheet.h"

char *
many_forms_dup_municipality (guint index)
{
  return g_strdup_printf ("Gemeentenaam %c%c", 'A' + index / 26, 'a' + index % 26);
}

char *
many_forms_dup_code (guint index)
{
  return g_strdup_printf ("GM%04u", 9000 + index);
}

static void
set (AjForm *form, AjFormRow *row, AjFormColumn column, const char *text)
{
  aj_form_set_text (form, row, column, text);
}

/* (transfer full): what a form of another data file has for @id. */
static char *
make_id (const char *id)
{
  return id != NULL ? g_strdup (id) : g_uuid_string_random ();
}

AjForm *
many_forms_make (const ManyForms *self, guint index)
{
  AjForm *form = aj_form_new ();
  g_autofree char *day = aj_date_to_iso (self->day);

  form->id = g_uuid_string_random ();
  form->edition_id = make_id (self->edition_id);
  form->edition_name = g_strdup (self->edition_name);
  form->starts_on = self->day;
  form->ends_on = self->day;
  form->deadline = AJ_DATE_NONE;
  form->written_on = self->written_on;
  form->municipality_id = make_id (self->municipality_ids != NULL ? self->municipality_ids[index]
                                                                  : NULL);
  form->municipality_code = many_forms_dup_code (index);
  form->municipality_name = many_forms_dup_municipality (index);
  form->contact_mail = g_strdup_printf ("contact%u@gemeente.example", index);
  for (guint i = 0; i < MANY_FORMS_ACTIVITIES; i++)
    {
      AjFormRow *row = aj_form_add_row (form);
      g_autofree char *title = g_strdup_printf ("Activiteit %u van %u", i + 1, index);

      set (form, row, AJ_FORM_COLUMN_NAME, title);
      set (form, row, AJ_FORM_COLUMN_DATE, day);
      set (form, row, AJ_FORM_COLUMN_FROM, i == 0 ? "09:30" : "13:00");
      set (form, row, AJ_FORM_COLUMN_UNTIL, "15:00");
      set (form, row, AJ_FORM_COLUMN_PLACE, "Zoë's \"plein\"; =1+1");
      set (form, row, AJ_FORM_COLUMN_FOR_YOUTH, "true");
      set (form, row, AJ_FORM_COLUMN_EXPECTED_REACH, "120");
    }
  return form;
}

static AjFormRow *
get_typed (AjForm *form, guint index)
{
  return form->rows->pdata[index];
}

/* As Excel writes a table in the Netherlands: a semicolon, and Windows-1252. */
static GBytes *
make_table (const ManyForms *self, const AjForm *form)
{
  g_autofree char *day = aj_date_to_iso (self->day);
  g_autofree char *dutch = g_strdup_printf ("%d-%d-%d", aj_date_get_day (self->day),
                                            aj_date_get_month (self->day),
                                            aj_date_get_year (self->day));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_string_append_printf (text,
                          "Gemeente;%s\r\n;\r\nTitel;Datum;Begintijd;Eindtijd;Locatie;Voor "
                          "jongeren;Verwacht bereik\r\n",
                          form->municipality_name);
  for (guint i = 0; i < form->rows->len; i++)
    {
      const AjFormRow *row = form->rows->pdata[i];

      g_string_append_printf (text, "%s;%s;%s;%s;\"Zoë's \"\"plein\"\"; =1+1\";ja;%s\r\n",
                              row->texts[AJ_FORM_COLUMN_NAME],
                              g_strcmp0 (row->texts[AJ_FORM_COLUMN_DATE], day) == 0
                                  ? dutch
                                  : row->texts[AJ_FORM_COLUMN_DATE],
                              row->texts[AJ_FORM_COLUMN_FROM], row->texts[AJ_FORM_COLUMN_UNTIL],
                              row->texts[AJ_FORM_COLUMN_EXPECTED_REACH]);
    }
  bytes = g_convert (text->str, (gssize) text->len, "WINDOWS-1252", "UTF-8", NULL, &length, NULL);
  g_assert_nonnull (bytes);
  return g_bytes_new_take (g_steal_pointer (&bytes), length);
}

char *
many_forms_put (const ManyForms *self, AjForm *form, guint index)
{
  static const char *const endings[] = { "xlsx", "aanjager-form", "csv" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_strdup_printf ("formulier-%02u.%s", index, endings[index % 3]);
  char *path = g_build_filename (self->folder, name, NULL);

  switch (index % 3)
    {
    case 0:
      bytes = aj_form_sheet_write (form, &error);
      break;
    case 1:
      bytes = aj_form_file_write (form);
      break;
    default:
      bytes = make_table (self, form);
      break;
    }
  g_assert_no_error (error);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  return path;
}

/* The planted mistakes, each in a form of another shape. */
static void
plant (AjForm *form, guint index)
{
  switch (index)
    {
    case 5: /* a table: no day */
      set (form, get_typed (form, 0), AJ_FORM_COLUMN_DATE, "in het najaar");
      break;
    case 9: /* a spreadsheet: nearly a name that is known */
      set (form, get_typed (form, 1), AJ_FORM_COLUMN_ORGANISATION, "Bibliotheek Saland");
      break;
    case 13: /* a form file: it ends before it starts */
      set (form, get_typed (form, 2), AJ_FORM_COLUMN_UNTIL, "11:00");
      break;
    case 17: /* a table: whose is it? */
      g_free (form->municipality_name);
      form->municipality_name = g_strdup ("Gemeentenaam Xx");
      break;
    case 21: /* a spreadsheet: twice, with something different */
      set (form, get_typed (form, 2), AJ_FORM_COLUMN_NAME, "Activiteit 2 van 21");
      set (form, get_typed (form, 2), AJ_FORM_COLUMN_PLACE, "Elders");
      break;
    case 25: /* a form file: they do not take part */
      g_ptr_array_set_size (form->rows, 0);
      form->answer = AJ_FORM_ANSWER_DECLINES;
      break;
    case 33: /* a spreadsheet of another year */
      g_free (form->edition_id);
      form->edition_id = g_uuid_string_random ();
      g_free (form->edition_name);
      form->edition_name = g_strdup ("Echt Niet Vandaag 2024");
      break;
    default:
      break;
    }
}

GPtrArray *
many_forms_put_all (const ManyForms *self)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < MANY_FORMS; i++)
    {
      g_autoptr (AjForm) form = many_forms_make (self, i);

      plant (form, i);
      g_ptr_array_add (paths, many_forms_put (self, form, i));
    }
  g_ptr_array_add (paths, NULL);
  return paths;
}
