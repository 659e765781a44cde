/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-holidays.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-error.h"
#include "aj-text.h"

#define MAX_BYTES (1024 * 1024)
/* The longest, summer, takes six weeks. */
#define MAX_DAYS        70
#define HOLIDAYS_A_YEAR 5
/* No summer holiday runs beyond this day of September. */
#define LATEST_SUMMER_DAY 10

enum
{
  COLUMN_SCHOOL_YEAR,
  COLUMN_REGION,
  COLUMN_HOLIDAY,
  COLUMN_FIRST_DAY,
  COLUMN_LAST_DAY,
  COLUMN_BINDING,
  N_COLUMNS,
};

static const char *const column_names[N_COLUMNS + 1] = {
  "school_year", "region", "holiday", "first_day", "last_day", "binding", NULL,
};

struct _AjHolidays
{
  GObject parent_instance;

  GPtrArray *school; /* of AjSchoolHoliday, by first day */
};

G_DEFINE_FINAL_TYPE (AjHolidays, aj_holidays, G_TYPE_OBJECT)

static void
school_holiday_free (AjSchoolHoliday *holiday)
{
  g_free (holiday->name);
  g_free (holiday);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjSchoolHoliday, school_holiday_free)

static void
aj_holidays_finalize (GObject *object)
{
  AjHolidays *self = AJ_HOLIDAYS (object);

  g_clear_pointer (&self->school, g_ptr_array_unref);

  G_OBJECT_CLASS (aj_holidays_parent_class)->finalize (object);
}

static void
aj_holidays_class_init (AjHolidaysClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aj_holidays_finalize;
}

static void
aj_holidays_init (AjHolidays *self)
{
  self->school = g_ptr_array_new_with_free_func ((GDestroyNotify) school_holiday_free);
}

AjHolidays *
aj_holidays_new (void)
{
  return g_object_new (AJ_TYPE_HOLIDAYS, NULL);
}

/* One line cut at its separators; a field in quotes may hold separators and doubled quotes. NULL when a quote stays
 * open or text follows a closing one. */
static char **
split_line (const char *line, char separator)
{
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();
  g_autoptr (GString) field = g_string_new (NULL);
  gboolean quoted = FALSE, closed = FALSE;

  for (const char *p = line;; p++)
    {
      if (quoted && *p == '\0')
        return NULL;
      if (quoted && *p == '"' && p[1] == '"')
        g_string_append_c (field, *p++);
      else if (quoted && *p == '"')
        {
          quoted = FALSE;
          closed = TRUE;
        }
      else if (quoted)
        g_string_append_c (field, *p);
      else if (*p == separator || *p == '\0')
        {
          g_autofree char *clean = aj_text_clean_line (field->str);
          g_strv_builder_add (fields, clean);
          g_string_truncate (field, 0);
          closed = FALSE;
          if (*p == '\0')
            return g_strv_builder_end (fields);
        }
      else if (closed)
        return NULL;
      else if (*p == '"' && field->len == 0)
        quoted = TRUE;
      else
        g_string_append_c (field, *p);
    }
}

/* "2025-2026": gives 2025, or 0 when it is no school year. */
static int
parse_school_year (const char *text)
{
  gint64 first, second;

  if (strlen (text) != strlen ("2025-2026") || text[4] != '-' || strspn (text, "0123456789") != 4 ||
      strspn (text + 5, "0123456789") != 4)
    return 0;
  first = g_ascii_strtoll (text, NULL, 10);
  second = g_ascii_strtoll (text + 5, NULL, 10);
  return second == first + 1 ? (int) first : 0;
}

static gboolean
parse_days (char **fields, guint line, AjSchoolHoliday *holiday, GError **error)
{
  AjDateRange days;
  AjDate year_start = aj_date_new (holiday->school_year, 8, 1);
  AjDate year_end = aj_date_new (holiday->school_year + 1, 9, LATEST_SUMMER_DAY);

  for (int column = COLUMN_FIRST_DAY; column <= COLUMN_LAST_DAY; column++)
    if (!aj_date_parse_iso (fields[column], column == COLUMN_FIRST_DAY ? &days.first : &days.last))
      {
        g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID,
                     _ ("Line %u of the school holidays: “%s” is not a date like 2026-03-12."),
                     line, fields[column]);
        return FALSE;
      }
  if (days.last < days.first || days.last - days.first >= MAX_DAYS)
    {
      g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID,
                   _ ("Line %u of the school holidays: from %s to %s is not a holiday of 1 to %d "
                      "days."),
                   line, fields[COLUMN_FIRST_DAY], fields[COLUMN_LAST_DAY], MAX_DAYS);
      return FALSE;
    }
  if (days.first < year_start || days.last > year_end)
    {
      g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID,
                   _ ("Line %u of the school holidays: from %s to %s does not lie in the school "
                      "year %s."),
                   line, fields[COLUMN_FIRST_DAY], fields[COLUMN_LAST_DAY],
                   fields[COLUMN_SCHOOL_YEAR]);
      return FALSE;
    }
  holiday->days = days;
  return TRUE;
}

static gboolean
parse_words (char **fields, guint line, AjSchoolHoliday *holiday, GError **error)
{
  holiday->school_year = parse_school_year (fields[COLUMN_SCHOOL_YEAR]);
  if (holiday->school_year < AJ_DATE_MIN_YEAR || holiday->school_year >= AJ_DATE_MAX_YEAR)
    {
      g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID,
                   _ ("Line %u of the school holidays: “%s” is not a school year like 2025-2026."),
                   line, fields[COLUMN_SCHOOL_YEAR]);
      return FALSE;
    }
  if (!aj_school_region_parse (fields[COLUMN_REGION], &holiday->region))
    {
      g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID,
                   _ ("Line %u of the school holidays: “%s” is not a region. Write Noord, Midden "
                      "or Zuid."),
                   line, fields[COLUMN_REGION]);
      return FALSE;
    }
  if (fields[COLUMN_HOLIDAY][0] == '\0')
    {
      g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID,
                   _ ("Line %u of the school holidays: the holiday has no name."), line);
      return FALSE;
    }
  holiday->name = g_strdup (fields[COLUMN_HOLIDAY]);
  holiday->advice = g_str_equal (fields[COLUMN_BINDING], "advice");
  if (!holiday->advice && !g_str_equal (fields[COLUMN_BINDING], "fixed"))
    {
      g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID,
                   _ ("Line %u of the school holidays: “%s” is neither “fixed” nor “advice”."),
                   line, fields[COLUMN_BINDING]);
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_listed (AjHolidays *self, const AjSchoolHoliday *holiday)
{
  for (guint i = 0; i < self->school->len; i++)
    {
      const AjSchoolHoliday *other = g_ptr_array_index (self->school, i);
      if (other->school_year == holiday->school_year && other->region == holiday->region &&
          g_str_equal (other->name, holiday->name))
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_line (AjHolidays *self, const char *text, guint line, char separator, GError **error)
{
  g_autoptr (AjSchoolHoliday) holiday = g_new0 (AjSchoolHoliday, 1);
  g_auto (GStrv) fields = split_line (text, separator);

  if (fields == NULL || g_strv_length (fields) != N_COLUMNS)
    {
      g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID,
                   _ ("Line %u of the school holidays does not have %d fields."), line, N_COLUMNS);
      return FALSE;
    }
  if (!parse_words (fields, line, holiday, error) || !parse_days (fields, line, holiday, error))
    return FALSE;
  if (is_listed (self, holiday))
    {
      g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID,
                   _ ("Line %u of the school holidays: %s %s of region %s is there twice."), line,
                   holiday->name, fields[COLUMN_SCHOOL_YEAR], fields[COLUMN_REGION]);
      return FALSE;
    }
  g_ptr_array_add (self->school, g_steal_pointer (&holiday));
  return TRUE;
}

/* The separator of a heading that is as it should be, or NUL. */
static char
read_heading (const char *text)
{
  char separator = strchr (text, ';') != NULL ? ';' : ',';
  g_auto (GStrv) fields = split_line (text, separator);

  if (fields == NULL || !g_strv_equal ((const char *const *) fields, column_names))
    return '\0';
  return separator;
}

static gint
compare_school (gconstpointer a, gconstpointer b)
{
  const AjSchoolHoliday *first = *(const AjSchoolHoliday *const *) a;
  const AjSchoolHoliday *second = *(const AjSchoolHoliday *const *) b;

  if (first->days.first != second->days.first)
    return first->days.first < second->days.first ? -1 : 1;
  return (gint) first->region - (gint) second->region;
}

static gboolean
read_lines (AjHolidays *self, char **lines, GError **error)
{
  char separator = '\0';

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (aj_text_or_null (lines[i]) == NULL)
        continue;
      if (separator == '\0')
        {
          separator = read_heading (lines[i]);
          if (separator == '\0')
            {
              g_set_error_literal (error, AJ_ERROR, AJ_ERROR_INVALID,
                                   _ ("This is not a list of school holidays: it must begin with "
                                      "the line “school_year,region,holiday,first_day,last_day,"
                                      "binding”."));
              return FALSE;
            }
        }
      else if (!read_line (self, lines[i], i + 1, separator, error))
        return FALSE;
    }
  return TRUE;
}

AjHolidays *
aj_holidays_new_from_csv (const char *text, gssize length, GError **error)
{
  g_autoptr (AjHolidays) self = NULL;
  g_autoptr (GString) whole = NULL;
  g_auto (GStrv) lines = NULL;
  gsize bytes;

  g_return_val_if_fail (text != NULL, NULL);

  bytes = length < 0 ? strlen (text) : (gsize) length;
  if (bytes > MAX_BYTES)
    {
      g_set_error_literal (error, AJ_ERROR, AJ_ERROR_LIMIT,
                           _ ("The list of school holidays is larger than a megabyte."));
      return NULL;
    }
  if (!g_utf8_validate (text, (gssize) bytes, NULL))
    {
      g_set_error_literal (error, AJ_ERROR, AJ_ERROR_INVALID,
                           _ ("The list of school holidays is not text in UTF-8. Save it again as "
                              "“CSV UTF-8”."));
      return NULL;
    }

  whole = g_string_new_len (text, (gssize) bytes);
  if (g_str_has_prefix (whole->str, "\xEF\xBB\xBF"))
    g_string_erase (whole, 0, 3);
  g_string_replace (whole, "\r\n", "\n", 0);
  g_string_replace (whole, "\r", "\n", 0);
  lines = g_strsplit (whole->str, "\n", -1);

  self = aj_holidays_new ();
  if (!read_lines (self, lines, error))
    return NULL;
  if (self->school->len == 0)
    {
      g_set_error_literal (error, AJ_ERROR, AJ_ERROR_INVALID,
                           _ ("The list of school holidays is empty."));
      return NULL;
    }
  g_ptr_array_sort (self->school, compare_school);
  return g_steal_pointer (&self);
}

/* The last day that a school year covers in one region; AJ_DATE_NONE when it is not there whole. */
static AjDate
last_covered_day (AjHolidays *self, int school_year, AjSchoolRegion region)
{
  AjDate last;
  guint count = 0;

  if (school_year < AJ_DATE_MIN_YEAR || school_year >= AJ_DATE_MAX_YEAR)
    return AJ_DATE_NONE;

  last = aj_date_new (school_year + 1, 8, 31);
  for (guint i = 0; i < self->school->len; i++)
    {
      const AjSchoolHoliday *holiday = g_ptr_array_index (self->school, i);
      if (holiday->school_year != school_year || holiday->region != region)
        continue;
      last = MAX (last, holiday->days.last);
      count++;
    }
  return count >= HOLIDAYS_A_YEAR ? last : AJ_DATE_NONE;
}

static gboolean
covers_region (AjHolidays *self, AjDate date, AjSchoolRegion region)
{
  int year = aj_date_get_year (date);
  int school_year = aj_date_get_month (date) >= 9 ? year : year - 1;
  AjDate previous_end = last_covered_day (self, school_year - 1, region);

  /* The tail of the summer before. */
  if (previous_end != AJ_DATE_NONE && date <= previous_end)
    return TRUE;
  if (last_covered_day (self, school_year, region) == AJ_DATE_NONE)
    return FALSE;
  return previous_end != AJ_DATE_NONE || date > aj_date_new (school_year, 9, LATEST_SUMMER_DAY);
}

gboolean
aj_holidays_covers (AjHolidays *self, AjDate date, AjSchoolRegion regions)
{
  g_return_val_if_fail (AJ_IS_HOLIDAYS (self), FALSE);

  if (aj_date_get_year (date) == 0)
    return FALSE;

  for (guint region = 1; region < AJ_SCHOOL_REGION_ALL; region <<= 1)
    if (((guint) regions & region) != 0 && !covers_region (self, date, (AjSchoolRegion) region))
      return FALSE;
  return TRUE;
}

GPtrArray *
aj_holidays_list_school (AjHolidays *self, const AjDateRange *range, AjSchoolRegion regions)
{
  GPtrArray *found;

  g_return_val_if_fail (AJ_IS_HOLIDAYS (self) && range != NULL, NULL);

  found = g_ptr_array_new ();
  for (guint i = 0; i < self->school->len; i++)
    {
      AjSchoolHoliday *holiday = g_ptr_array_index (self->school, i);
      if (((guint) holiday->region & (guint) regions) != 0 &&
          aj_date_range_overlaps (&holiday->days, range))
        g_ptr_array_add (found, holiday);
    }
  return found;
}

/* "herfstvakantie Zuid"; the regions of all holidays on that day that share the name. */
static char *
describe_name (GPtrArray *on_day, const char *name)
{
  g_autofree char *names = NULL;
  guint regions = 0;

  for (guint i = 0; i < on_day->len; i++)
    {
      const AjSchoolHoliday *holiday = g_ptr_array_index (on_day, i);
      if (g_str_equal (holiday->name, name))
        regions |= (guint) holiday->region;
    }
  if (regions == AJ_SCHOOL_REGION_ALL)
    return g_strdup (name);
  names = aj_school_region_get_names ((AjSchoolRegion) regions);
  return g_strdup_printf ("%s %s", name, names);
}

char *
aj_holidays_describe_school (AjHolidays *self,
                             AjDate date,
                             AjSchoolRegion regions,
                             gboolean *advice)
{
  const AjDateRange day = { date, date };
  g_autoptr (GPtrArray) on_day = NULL;
  g_autoptr (GPtrArray) words = NULL;
  gboolean bound = FALSE;

  g_return_val_if_fail (AJ_IS_HOLIDAYS (self), NULL);

  /* An open range would be every holiday there is. */
  if (date == AJ_DATE_NONE)
    return NULL;

  on_day = aj_holidays_list_school (self, &day, regions);
  if (on_day->len == 0)
    return NULL;

  words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < on_day->len; i++)
    {
      const AjSchoolHoliday *holiday = g_ptr_array_index (on_day, i);
      g_autofree char *word = describe_name (on_day, holiday->name);

      bound = bound || !holiday->advice;
      if (!g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
        g_ptr_array_add (words, g_steal_pointer (&word));
    }
  if (advice != NULL)
    *advice = !bound;
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **) words->pdata);
}
