/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-form-typed.h"

#include <string.h>

#include "aj-date.h"
#include "aj-headings.h"
#include "aj-text.h"

#define DIGITS "0123456789"
/* A time that is longer than this is a sentence. */
#define MAX_TIME 40
/* Fewer letters say too little of a choice. */
#define MIN_CHOICE 4

/* "2026-10-08 09:30", as a cell with a moment is read. */
static gboolean
is_moment (const char *text)
{
  AjWallTime time;
  g_autofree char *iso = g_strdup (text);

  if (strlen (text) != strlen ("2026-10-08 09:30") || text[10] != ' ')
    return FALSE;
  iso[10] = 'T';
  return aj_wall_time_parse (iso, &time);
}

static void
set_date (const AjForm *form, AjFormRow *row, AjFormColumn column, const char *text)
{
  g_autofree char *day = NULL;
  gsize length = strlen (text);

  if (is_moment (text))
    day = g_strndup (text, 10);
  else
    day = g_strdup (text);
  /* "8 okt." and "8 okt. 2026": an abbreviation says so. */
  for (gsize i = 1; i + 1 <= length && day[i] != '\0'; i++)
    if (day[i] == '.' && g_ascii_isalpha (day[i - 1]))
      day[i] = ' ';
  aj_form_set_text (form, row, column, day);
}

/* One clock time at the start of @text: hours, then minutes behind a sign or
 * the word for hours. The rest, or NULL. */
static const char *
read_clock (const char *text, int *minute)
{
  gsize n = strspn (text, DIGITS);
  int hours, minutes = 0;
  const char *p = text + n;

  if (n == 0 || n > 4)
    return NULL;
  hours = atoi (text);
  if (n > 2)
    {
      minutes = hours % 100;
      hours /= 100;
    }
  else
    {
      const char *q = p + strspn (p, " ");
      gboolean is_marked = *q != '\0' && strchr (".:,uh", *q) != NULL;

      if (is_marked && strspn (q + 1, DIGITS) >= 2)
        {
          minutes = (q[1] - '0') * 10 + q[2] - '0';
          p = q + 3;
        }
    }
  /* Seconds are those of a spreadsheet. */
  if (*p == ':' && strspn (p + 1, DIGITS) == 2)
    p += 3;
  p += strspn (p, " ");
  if (g_str_has_prefix (p, "uur"))
    p += 3;
  else if (*p == 'u' || *p == 'h')
    p++;
  if (hours > 24 || minutes > 59 || (hours == 24 && minutes > 0))
    return NULL;
  *minute = hours % 24 * 60 + minutes;
  return p + strspn (p, " ");
}

static const char *
skip_until (const char *p)
{
  static const char *const words[] = { "t/m", "tot en met", "tot", "until", "to", "-", "–", "—" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (p, words[i]))
      {
        p += strlen (words[i]);
        return p + strspn (p, " ");
      }
  return NULL;
}

static void
set_clock (const AjForm *form, AjFormRow *row, AjFormColumn column, int minute)
{
  g_autofree char *text = aj_time_of_day_to_string (minute);

  aj_form_set_text (form, row, column, text);
}

/* A time, or both times in the column of the first. FALSE when it is neither.
 */
static gboolean
read_times (const AjForm *form, AjFormRow *row, AjFormColumn column, const char *text)
{
  static const char *const openings[] = { "van ", "vanaf ", "om ", "from ", "at " };
  const char *p = text;
  int from, until;

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if (g_str_has_prefix (p, openings[i]))
      {
        p += strlen (openings[i]);
        break;
      }
  p = read_clock (p, &from);
  if (p == NULL)
    return FALSE;
  if (*p != '\0')
    {
      p = column == AJ_FORM_COLUMN_FROM ? skip_until (p) : NULL;
      p = p != NULL ? read_clock (p, &until) : NULL;
      if (p == NULL || *p != '\0')
        return FALSE;
      if (row->texts[AJ_FORM_COLUMN_UNTIL] == NULL)
        set_clock (form, row, AJ_FORM_COLUMN_UNTIL, until);
    }
  set_clock (form, row, column, from);
  return TRUE;
}

static void
set_time (const AjForm *form, AjFormRow *row, AjFormColumn column, const char *text)
{
  g_autofree char *folded = aj_text_fold (is_moment (text) ? text + 11 : text);

  g_strstrip (folded);
  if (g_str_equal (folded, "hele dag") || g_str_equal (folded, "de hele dag") ||
      g_str_equal (folded, "all day"))
    aj_form_set_text (form, row, column, NULL);
  else if (strlen (folded) > MAX_TIME || !read_times (form, row, column, folded))
    aj_form_set_text (form, row, column, text);
}

static void
set_boolean (const AjForm *form, AjFormRow *row, AjFormColumn column, const char *text)
{
  static const char *const yes[] = { "j", "y", "v", "✓", "✔", "☑", "√", "ok", NULL };
  static const char *const no[] = { "n", "-", "☐", "✗", "geen", NULL };
  g_autofree char *folded = aj_text_fold (text);
  gsize length;

  g_strstrip (folded);
  /* "Ja, graag", "nee!" */
  length = strcspn (folded, ",.;!( ");
  folded[length] = '\0';
  if (g_strv_contains (yes, folded))
    aj_form_set_text (form, row, column, "true");
  else if (g_strv_contains (no, folded))
    aj_form_set_text (form, row, column, "false");
  else
    aj_form_set_text (form, row, column, length > 0 ? folded : text);
  /* What it was is kept when it is neither. */
  if (row->texts[column] != NULL && !g_str_equal (row->texts[column], "true") &&
      !g_str_equal (row->texts[column], "false"))
    aj_form_set_text (form, row, column, text);
}

/* The one number in a text, with the dots of thousands; a span of two is none.
 */
static char *
find_number (const char *text)
{
  const char *first = strpbrk (text, DIGITS);
  gsize length;

  if (first == NULL || (first > text && first[-1] == '-'))
    return NULL;
  length = strspn (first, DIGITS ".");
  while (length > 0 && first[length - 1] == '.')
    length--;
  if (strpbrk (first + length, DIGITS) != NULL || first[length] == '%')
    return NULL;
  return g_strndup (first, length);
}

static void
set_number (const AjForm *form, AjFormRow *row, AjFormColumn column, const char *text)
{
  g_autofree char *number = find_number (text);
  g_auto (AjValue) value = AJ_VALUE_INIT;

  aj_form_set_text (form, row, column, text);
  if (number != NULL && row->texts[column] != NULL &&
      !aj_field_parse (aj_form_column_get_field (column), row->texts[column], &value, NULL))
    aj_form_set_text (form, row, column, number);
  /* A number that is none is told of as it was typed. */
  if (row->texts[column] != NULL && strspn (row->texts[column], DIGITS) == 0)
    aj_form_set_text (form, row, column, text);
}

/* The only choice of which the label begins so. */
static const char *
find_by_beginning (const AjField *field, const char *text)
{
  g_autofree char *wanted = aj_text_fold (text);
  const char *found = NULL;

  if (g_utf8_strlen (wanted, -1) < MIN_CHOICE)
    return NULL;
  for (const AjChoice *choice = field->choices; choice->code != NULL; choice++)
    {
      g_autofree char *shown = aj_text_fold (aj_field_get_choice_label (field, choice->code));
      g_autofree char *source = aj_text_fold (choice->label);

      if (!g_str_has_prefix (shown, wanted) && !g_str_has_prefix (source, wanted) &&
          !g_str_has_prefix (wanted, shown) && !g_str_has_prefix (wanted, source))
        continue;
      if (found != NULL)
        return NULL;
      found = choice->code;
    }
  return found;
}

static void
set_choice (const AjForm *form, AjFormRow *row, AjFormColumn column, const char *text)
{
  const AjField *field = aj_form_column_get_field (column);
  const char *code = aj_heading_find_choice (field, text);

  if (code == NULL)
    code = find_by_beginning (field, text);
  aj_form_set_text (form, row, column, code != NULL ? code : text);
}

void
aj_form_typed_set (const AjForm *form, AjFormRow *row, AjFormColumn column, const char *text)
{
  const char *present = aj_text_or_null (text);

  if (present == NULL)
    {
      aj_form_set_text (form, row, column, NULL);
      return;
    }
  switch (aj_form_column_get_field (column)->kind)
    {
    case AJ_FIELD_DATE:
      set_date (form, row, column, present);
      return;
    case AJ_FIELD_TIME:
      set_time (form, row, column, present);
      return;
    case AJ_FIELD_BOOLEAN:
      set_boolean (form, row, column, present);
      return;
    case AJ_FIELD_INTEGER:
      set_number (form, row, column, present);
      return;
    case AJ_FIELD_CHOICE:
      set_choice (form, row, column, present);
      return;
    case AJ_FIELD_TEXT:
    case AJ_FIELD_REAL:
    case AJ_FIELD_WALL_TIME:
    case AJ_FIELD_REFERENCE:
    default:
      aj_form_set_text (form, row, column, present);
      return;
    }
}

struct _AjFormTyped
{
  GHashTable *known[AJ_N_FORM_COLUMNS]; /* (owned) (nullable) (element-type utf8
                                           utf8) */
};

AjFormTyped *
aj_form_typed_new (void)
{
  return g_new0 (AjFormTyped, 1);
}

void
aj_form_typed_free (AjFormTyped *self)
{
  for (guint i = 0; i < AJ_N_FORM_COLUMNS; i++)
    g_clear_pointer (&self->known[i], g_hash_table_unref);
  g_free (self);
}

/* (transfer full): who stands on a line of their own in a cell is another one, and a field has one line. */
static char *
join_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? "; " : "", lines[i]);
  return g_string_free (joined, FALSE);
}

/* A text is what it is, but for how clean it is. */
static void
fill_text (AjFormRow *row, AjFormColumn column, const AjField *field, const char *text)
{
  g_autofree char *joined = column == AJ_FORM_COLUMN_PARTNERS ? join_lines (text) : NULL;
  char *clean = field->multiline ? aj_text_clean_block (text)
                                 : aj_text_clean_line (joined != NULL ? joined : text);

  g_free (row->texts[column]);
  row->texts[column] = clean;
  if (aj_text_or_null (clean) == NULL)
    g_clear_pointer (&row->texts[column], g_free);
}

void
aj_form_typed_fill (
    AjFormTyped *self, const AjForm *form, AjFormRow *row, AjFormColumn column, const char *text)
{
  const AjField *field = aj_form_column_get_field (column);
  gboolean had_until = row->texts[AJ_FORM_COLUMN_UNTIL] != NULL;
  gpointer known;

  if (field->kind == AJ_FIELD_TEXT)
    {
      fill_text (row, column, field, text);
      return;
    }
  if (self->known[column] == NULL)
    self->known[column] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (g_hash_table_lookup_extended (self->known[column], text, NULL, &known))
    {
      g_free (row->texts[column]);
      row->texts[column] = g_strdup (known);
      return;
    }
  aj_form_typed_set (form, row, column, text);
  /* What fills in another column as well is worked out each time. */
  if (column != AJ_FORM_COLUMN_FROM || (!had_until && row->texts[AJ_FORM_COLUMN_UNTIL] == NULL))
    g_hash_table_insert (self->known[column], g_strdup (text), g_strdup (row->texts[column]));
}

void
aj_form_typed_set_targets (const AjForm *form, AjFormRow *row, const char *text)
{
  static const struct
  {
    const char *word;
    AjFormColumn column;
  } words[] = {
    { "mkb", AJ_FORM_COLUMN_FOR_BUSINESS },       { "ondernem", AJ_FORM_COLUMN_FOR_BUSINESS },
    { "bedrij", AJ_FORM_COLUMN_FOR_BUSINESS },    { "business", AJ_FORM_COLUMN_FOR_BUSINESS },
    { "jeugd", AJ_FORM_COLUMN_FOR_YOUTH },        { "jonger", AJ_FORM_COLUMN_FOR_YOUTH },
    { "leerling", AJ_FORM_COLUMN_FOR_YOUTH },     { "student", AJ_FORM_COLUMN_FOR_YOUTH },
    { "youth", AJ_FORM_COLUMN_FOR_YOUTH },        { "kinder", AJ_FORM_COLUMN_FOR_YOUTH },
    { "ouder", AJ_FORM_COLUMN_FOR_ELDERLY },      { "senior", AJ_FORM_COLUMN_FOR_ELDERLY },
    { "elder", AJ_FORM_COLUMN_FOR_ELDERLY },      { "minder digi", AJ_FORM_COLUMN_FOR_ELDERLY },
    { "inwoner", AJ_FORM_COLUMN_FOR_RESIDENTS },  { "resident", AJ_FORM_COLUMN_FOR_RESIDENTS },
    { "iedereen", AJ_FORM_COLUMN_FOR_RESIDENTS }, { "burger", AJ_FORM_COLUMN_FOR_RESIDENTS },
  };
  g_autofree char *folded = aj_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i].word) != NULL && row->texts[words[i].column] == NULL)
      aj_form_set_text (form, row, words[i].column, "true");
}

gboolean
aj_form_typed_is_same (const AjFormRow *self, const AjFormRow *other)
{
  for (guint i = 0; i < AJ_N_FORM_COLUMNS; i++)
    if (g_strcmp0 (self->texts[i], other->texts[i]) != 0)
      return FALSE;
  return TRUE;
}
