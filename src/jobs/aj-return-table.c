/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form out of a spreadsheet: what is said of the whole, and a table of
 * activities, wherever they stand and whatever is around them. */
#include "aj-return-files.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-activity.h"
#include "aj-error.h"
#include "aj-form-head.h"
#include "aj-headings.h"
#include "aj-text.h"

/* Names of columns are among so many rows of a sheet, and in so many of its
 * columns. */
#define MAX_BEFORE  100
#define MAX_COLUMNS 128
/* Columns that are known make a row that of the names; one of them is the
 * title. */
#define MIN_KNOWN 2
/* With so many, no other row is looked for. */
#define CERTAIN 5
/* Longer texts are no names; in bytes. */
#define MAX_NAME 300

/* What a column of the sheet is, besides those of a form. */
enum
{
  IGNORED = -1,
  COLUMN_ID = AJ_N_FORM_COLUMNS,
  COLUMN_PREVIOUS,
  COLUMN_CODE,
  COLUMN_EDITION,
  COLUMN_MUNICIPALITY,
  COLUMN_TARGETS,
  N_COLUMNS,
};

/* What people call them of their own accord, folded. */
static const struct
{
  const char *heading;
  int column;
} others[] = {
  { "activity", COLUMN_ID },
  { "previous", COLUMN_PREVIOUS },
  { "municipality code", COLUMN_CODE },
  { "code of the municipality", COLUMN_CODE },
  { "gemeentecode", COLUMN_CODE },
  { "code van de gemeente", COLUMN_CODE },
  { "edition", COLUMN_EDITION },
  { "edition id", COLUMN_EDITION },
  { "municipality", COLUMN_MUNICIPALITY },
  { "gemeente", COLUMN_MUNICIPALITY },
  { "naam gemeente", COLUMN_MUNICIPALITY },
  { "doelgroep", COLUMN_TARGETS },
  { "doelgroepen", COLUMN_TARGETS },
  { "target group", COLUMN_TARGETS },
  { "target groups", COLUMN_TARGETS },
  { "activiteit", AJ_FORM_COLUMN_NAME },
  { "naam activiteit", AJ_FORM_COLUMN_NAME },
  { "naam van de activiteit", AJ_FORM_COLUMN_NAME },
  { "titel activiteit", AJ_FORM_COLUMN_NAME },
  { "organisator", AJ_FORM_COLUMN_ORGANISATION },
  { "dag", AJ_FORM_COLUMN_DATE },
  { "tijd", AJ_FORM_COLUMN_FROM },
  { "tijden", AJ_FORM_COLUMN_FROM },
  { "tijdstip", AJ_FORM_COLUMN_FROM },
  { "time", AJ_FORM_COLUMN_FROM },
  { "start", AJ_FORM_COLUMN_FROM },
  { "begin", AJ_FORM_COLUMN_FROM },
  { "starttijd", AJ_FORM_COLUMN_FROM },
  { "begintijd", AJ_FORM_COLUMN_FROM },
  { "aanvang", AJ_FORM_COLUMN_FROM },
  { "einde", AJ_FORM_COLUMN_UNTIL },
  { "eindtijd", AJ_FORM_COLUMN_UNTIL },
  { "end", AJ_FORM_COLUMN_UNTIL },
  { "plaats", AJ_FORM_COLUMN_PLACE },
  { "waar", AJ_FORM_COLUMN_PLACE },
  { "soort activiteit", AJ_FORM_COLUMN_KIND },
  { "bereik", AJ_FORM_COLUMN_EXPECTED_REACH },
  { "verwacht aantal deelnemers", AJ_FORM_COLUMN_EXPECTED_REACH },
  { "aantal deelnemers", AJ_FORM_COLUMN_EXPECTED_REACH },
  { "contactpersoon", AJ_FORM_COLUMN_CONTACT_NAME },
  { "contact", AJ_FORM_COLUMN_CONTACT_NAME },
  { "e mail", AJ_FORM_COLUMN_CONTACT_MAIL },
  { "email", AJ_FORM_COLUMN_CONTACT_MAIL },
  { "e mailadres", AJ_FORM_COLUMN_CONTACT_MAIL },
  { "mail", AJ_FORM_COLUMN_CONTACT_MAIL },
  { "telefoon", AJ_FORM_COLUMN_CONTACT_PHONE },
  { "telefoonnummer", AJ_FORM_COLUMN_CONTACT_PHONE },
  { "phone", AJ_FORM_COLUMN_CONTACT_PHONE },
  { "website", AJ_FORM_COLUMN_LINK },
  { "toelichting", AJ_FORM_COLUMN_REMARKS },
};

typedef struct
{
  AjSheet *sheet;
  guint header;          /* index of the row of the names */
  GArray *columns;       /* (owned): of int: what each column is */
  int places[N_COLUMNS]; /* where each of them is, or -1 */
  AjFormTyped *typed;    /* (owned) (nullable) */
  gboolean has_places;   /* some column says of which municipality a row is */
} Table;

static void
table_clear (Table *self)
{
  g_clear_pointer (&self->typed, aj_form_typed_free);
  g_clear_pointer (&self->columns, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static int
get_column (const Table *self, guint column)
{
  return g_array_index (self->columns, int, column);
}

/* Signs of all kinds stand for a space: "e-mail", "E_mail:". */
static char *
simplify (const char *heading)
{
  g_autofree char *folded = aj_text_fold (heading);
  g_autofree char *plain = g_strdelimit (g_strdup (folded), "-_:*?\n\t", ' ');

  return aj_text_clean_line (plain);
}

static int
find_column (const char *heading)
{
  g_autofree char *simple = NULL;
  int field;

  if (aj_text_or_null (heading) == NULL || strlen (heading) > MAX_NAME)
    return IGNORED;
  simple = simplify (heading);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (others[i].heading, simple))
      return others[i].column;
  field = aj_heading_find_field (aj_form_get_row_type (), heading);
  if (field >= 0)
    return field;
  if (field == AJ_HEADING_ID)
    return COLUMN_ID;
  return IGNORED;
}

static gboolean
has_column (const Table *self, int column)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (get_column (self, i) == column)
      return TRUE;
  return FALSE;
}

/* (transfer full): what the columns of a row of names would be; how many are
 * known. */
static GArray *
read_header (AjSheet *sheet, guint row, guint *n_known)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (int));

  *n_known = 0;
  for (guint i = 0; i < MIN (aj_sheet_get_n_columns (sheet), MAX_COLUMNS); i++)
    {
      int column = find_column (aj_sheet_get (sheet, row, i));

      /* The first counts. */
      for (guint j = 0; column != IGNORED && j < i; j++)
        if (g_array_index (columns, int, j) == column)
          column = IGNORED;
      g_array_append_val (columns, column);
      *n_known += column != IGNORED;
    }
  return columns;
}

/* The first row that knows many columns, else the one that knows most. FALSE
 * when the sheet has none. */
static gboolean
find_table (AjSheet *sheet, Table *table)
{
  guint best = 0;

  for (guint i = 0; i < MIN (aj_sheet_get_n_rows (sheet), MAX_BEFORE) && best < CERTAIN; i++)
    {
      guint n_known;
      g_autoptr (GArray) columns = read_header (sheet, i, &n_known);
      Table found = { .sheet = sheet, .header = i, .columns = columns };

      if (n_known < MIN_KNOWN || n_known <= best || !has_column (&found, AJ_FORM_COLUMN_NAME))
        continue;
      best = n_known;
      table_clear (table);
      *table = found;
      table->columns = g_steal_pointer (&columns);
    }
  if (best == 0)
    return FALSE;
  for (guint i = 0; i < N_COLUMNS; i++)
    table->places[i] = -1;
  for (guint i = 0; i < table->columns->len; i++)
    if (get_column (table, i) != IGNORED)
      table->places[get_column (table, i)] = (int) i;
  table->typed = aj_form_typed_new ();
  table->has_places = has_column (table, COLUMN_MUNICIPALITY) || has_column (table, COLUMN_CODE);
  return TRUE;
}

/* What is called the same in the tables of ids and of names is an id only when
 * it looks like one. */
static int
find_head (const char *name, const char *value)
{
  int head = aj_heading_find_field (aj_form_get_head_type (), name);

  if (head < 0 || g_uuid_string_is_valid (value))
    return head;
  if (head == AJ_FORM_HEAD_MUNICIPALITY)
    return AJ_FORM_HEAD_MUNICIPALITY_NAME;
  if (head == AJ_FORM_HEAD_EDITION)
    return AJ_FORM_HEAD_EDITION_NAME;
  return head == AJ_FORM_HEAD_ORGANISATION ? AJ_FORM_HEAD_ORGANISATION_NAME : head;
}

/* The value of a name stands to its right, or behind a colon in the same cell.
 */
static gboolean
read_head (AjSheet *sheet, guint row, guint column, AjForm *form, GError **error)
{
  g_autofree char *name = g_strdup (aj_sheet_get (sheet, row, column));
  const char *value = aj_text_or_null (aj_sheet_get (sheet, row, column + 1));
  char *colon = strchr (name, ':');
  g_autoptr (GError) failure = NULL;
  int head;

  if (*name == '\0' || strlen (name) > MAX_NAME)
    return TRUE;
  head = value != NULL ? find_head (name, value) : -1;
  if (head < 0 && colon != NULL && aj_text_or_null (colon + 1) != NULL)
    {
      *colon = '\0';
      value = colon + 1;
      head = find_head (name, value);
    }
  if (head < 0 || aj_form_set_head (form, (AjFormHead) head, value, &failure) ||
      (head != AJ_FORM_HEAD_FORMAT && head != AJ_FORM_HEAD_VERSION))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What stands to the right of its name. Of what is locked in, the hidden sheet
 * is read last, so that it holds. */
static gboolean
read_heads (AjSheet *sheet, guint n_rows, AjForm *form, GError **error)
{
  guint n_columns = aj_sheet_is_hidden (sheet) ? 1
                                               : MIN (aj_sheet_get_n_columns (sheet), MAX_COLUMNS);

  for (guint row = 0; row < MIN (n_rows, MAX_BEFORE); row++)
    for (guint column = 0; column < n_columns; column++)
      if (!read_head (sheet, row, column, form, error))
        return FALSE;
  return TRUE;
}

static gboolean
read_all_heads (AjWorkbook *workbook, const Table *table, AjForm *form, GError **error)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < aj_workbook_get_n_sheets (workbook); i++)
      {
        AjSheet *sheet = aj_workbook_get_sheet (workbook, i);
        guint n_rows = table->sheet == sheet ? table->header : aj_sheet_get_n_rows (sheet);

        if (aj_sheet_is_hidden (sheet) == (pass == 1) && !read_heads (sheet, n_rows, form, error))
          return FALSE;
      }
  return TRUE;
}

/* Whether anything stands in it that somebody filled in. */
static gboolean
is_filled (const Table *self, guint row)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (get_column (self, i) != IGNORED && get_column (self, i) < AJ_N_FORM_COLUMNS &&
        aj_text_or_null (aj_sheet_get (self->sheet, row, i)) != NULL)
      return TRUE;
  return FALSE;
}

static const char *
get_text (const Table *self, guint row, int column)
{
  int place = self->places[column];

  return place >= 0 ? aj_text_or_null (aj_sheet_get (self->sheet, row, (guint) place)) : NULL;
}

static char *
dup_id (const Table *self, guint row, int column)
{
  const char *text = get_text (self, row, column);
  g_autofree char *id = text != NULL ? aj_text_clean_line (text) : NULL;

  return id != NULL && g_uuid_string_is_valid (id) ? g_steal_pointer (&id) : NULL;
}

static void
fill_row (const Table *self, guint line, AjReturnForm *found, AjFormRow *row)
{
  row->activity = dup_id (self, line, COLUMN_ID);
  row->previous = dup_id (self, line, COLUMN_PREVIOUS);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *text = aj_text_or_null (aj_sheet_get (self->sheet, line, i));
      int column = get_column (self, i);

      if (text == NULL)
        continue;
      if (column >= 0 && column < AJ_N_FORM_COLUMNS)
        aj_form_typed_fill (self->typed, found->form, row, (AjFormColumn) column, text);
      else if (column == COLUMN_TARGETS)
        aj_form_typed_set_targets (found->form, row, text);
    }
}

/* The form that a row belongs to, in a table of several municipalities; @forms
 * (element-type utf8 AjReturnForm). */
static AjReturnForm *
find_form (GHashTable *forms, GPtrArray *all, AjReturnForm *first, const char *place)
{
  g_autofree char *key = aj_text_fold (place != NULL ? place : "");
  AjReturnForm *found = g_hash_table_lookup (forms, key);

  if (found != NULL)
    return found;
  if (first->table == 0)
    first->table = all->len;
  if (g_hash_table_size (forms) == 0)
    found = first;
  else
    {
      AjForm *form = aj_form_new ();

      form->purpose = first->form->purpose;
      form->starts_on = first->form->starts_on;
      form->ends_on = first->form->ends_on;
      aj_set_string (&form->edition_id, first->form->edition_id);
      aj_set_string (&form->edition_name, first->form->edition_name);
      found = aj_return_form_new (first->file, form);
      found->is_ours = FALSE;
      found->table = first->table;
      g_ptr_array_add (all, found);
    }
  aj_set_string (&found->form->municipality_name, place);
  g_hash_table_insert (forms, g_steal_pointer (&key), found);
  return found;
}

static AjReturnPlace
read_place (const Table *self, guint row)
{
  return (AjReturnPlace){ aj_sheet_get_line (self->sheet, row),
                          g_strdup (get_text (self, row, COLUMN_CODE)),
                          g_strdup (get_text (self, row, COLUMN_MUNICIPALITY)),
                          g_strdup (get_text (self, row, COLUMN_EDITION)) };
}

static void
read_rows (const Table *self, GPtrArray *all, AjReturnForm *first)
{
  g_autoptr (GHashTable) forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean is_of_one = first->form->municipality_id != NULL ||
                       first->form->municipality_code != NULL ||
                       first->form->municipality_name != NULL;

  for (guint i = self->header + 1; i < aj_sheet_get_n_rows (self->sheet); i++)
    {
      const char *place = get_text (self, i, COLUMN_MUNICIPALITY);
      AjReturnForm *found = first;

      if (!is_filled (self, i))
        continue;
      if (place == NULL)
        place = get_text (self, i, COLUMN_CODE);
      if (!is_of_one && self->has_places)
        found = find_form (forms, all, first, place);
      fill_row (self, i, found, aj_return_form_add_row (found, read_place (self, i)));
    }
}

static void
list_ignored (const Table *self, AjReturnForm *found)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *name = aj_text_clean_line (aj_sheet_get (self->sheet, self->header, i));

      if (get_column (self, i) == IGNORED && *name != '\0')
        g_ptr_array_add (found->ignored, g_steal_pointer (&name));
    }
}

static gboolean
fail_without_table (AjWorkbook *workbook, GError **error)
{
  g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID,
               /* Translators: the name of a file. */
               _ ("%s: no table of activities was found. It has a row with names "
                  "of columns, such "
                  "as “Title”, “Date” and “Place”."),
               aj_workbook_get_name (workbook));
  return FALSE;
}

gboolean
aj_return_table_read (
    AjWorkbook *workbook, AjDate starts_on, AjDate ends_on, GPtrArray *forms, GError **error)
{
  g_auto (Table) table = { NULL };
  g_autoptr (AjReturnForm) found = aj_return_form_new (aj_workbook_get_name (workbook),
                                                       aj_form_new ());
  guint n_sheets = aj_workbook_get_n_sheets (workbook);

  for (guint i = 0; i < n_sheets && table.sheet == NULL; i++)
    if (!aj_sheet_is_hidden (aj_workbook_get_sheet (workbook, i)))
      find_table (aj_workbook_get_sheet (workbook, i), &table);
  if (!read_all_heads (workbook, &table, found->form, error))
    return FALSE;
  found->is_ours = found->form->edition_id != NULL;
  if (table.sheet == NULL && !found->is_ours)
    return fail_without_table (workbook, error);
  if (found->form->starts_on == AJ_DATE_NONE)
    {
      found->form->starts_on = starts_on;
      found->form->ends_on = ends_on;
    }
  if (table.sheet != NULL)
    list_ignored (&table, found);
  g_ptr_array_add (forms, found);
  if (table.sheet != NULL)
    read_rows (&table, forms, found);
  g_steal_pointer (&found);
  return TRUE;
}
