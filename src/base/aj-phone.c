/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-phone.h"

#include <string.h>

/* With fewer digits it is an extension or a year. */
#define MIN_DIGITS 6
/* Among other words it must be as long as a whole number, or a date would be one. */
#define MIN_DIGITS_AMONG_WORDS 9

typedef struct
{
  GString *digits; /* (owned) */
  GArray *origins; /* (owned) (element-type guint): where each stands in the text */
  guint start;     /* where the number begins in the text: its first digit, or the plus before it */
  gsize country;   /* where the country's prefix begins in the digits */
  gsize national;  /* where it ends; the same when there is none */
  gsize rest;      /* behind the 0 that stands there at home */
} Number;

static void
number_clear (Number *self)
{
  if (self->digits != NULL)
    g_string_free (self->digits, TRUE);
  g_clear_pointer (&self->origins, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Number, number_clear)

static gboolean
is_in_number (gunichar c)
{
  return c > 127 ? g_unichar_isspace (c)
                 : g_ascii_isdigit ((char) c) || strchr (" +()./-", (int) c) != NULL;
}

static gboolean
has_only_number (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_in_number (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* How many of the digits of a number from abroad are its country: one or two for those that came first, else three. */
static gsize
get_country_length (const char *digits)
{
  static const char *const two[] = { "20", "27", "30", "31", "32", "33", "34", "36", "39",
                                     "40", "41", "43", "44", "45", "46", "47", "48", "49",
                                     "51", "52", "53", "54", "55", "56", "57", "58", "60",
                                     "61", "62", "63", "64", "65", "66", "81", "82", "84",
                                     "86", "90", "91", "92", "93", "94", "95", "98" };

  if (*digits == '1' || *digits == '7')
    return MIN (strlen (digits), 1);
  for (guint i = 0; i < G_N_ELEMENTS (two); i++)
    if (g_str_has_prefix (digits, two[i]))
      return 2;
  return MIN (strlen (digits), 3);
}

/* Whether a plus stands before the first digit. */
static gboolean
collect_digits (Number *self, const char *text)
{
  gboolean has_plus = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const guint origin = (guint) (p - text);

      /* "(0)" is written beside the prefix of a country, and not dialled with it. */
      if (strncmp (p, "(0)", 3) == 0 && self->digits->len > 0)
        {
          p += 2;
          continue;
        }
      if (self->digits->len == 0 && !has_plus)
        self->start = origin;
      has_plus |= *p == '+' && self->digits->len == 0;
      if (!g_ascii_isdigit (*p))
        continue;
      g_string_append_c (self->digits, *p);
      g_array_append_val (self->origins, origin);
    }
  return has_plus;
}

static void
number_init (Number *self, const char *text)
{
  const char *digits;
  gboolean abroad;

  self->digits = g_string_new (NULL);
  self->origins = g_array_new (FALSE, FALSE, sizeof (guint));
  abroad = collect_digits (self, text);
  digits = self->digits->str;
  if (!abroad && g_str_has_prefix (digits, "00"))
    {
      abroad = TRUE;
      self->country = 2;
    }
  abroad |= g_str_has_prefix (digits + self->country, "31") &&
            strlen (digits + self->country) == strlen ("31612345678");
  self->national = self->country + (abroad ? get_country_length (digits + self->country) : 0);
  self->rest = self->national + (digits[self->national] == '0');
}

/* Where the number that begins at @text ends; behind a whole number a slash or plus begins the next. */
static const char *
find_number_end (const char *text, guint *n_digits)
{
  const char *p;

  *n_digits = 0;
  for (p = text; *p != '\0' && is_in_number (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    {
      if ((*p == '/' || *p == '+') && *n_digits >= MIN_DIGITS_AMONG_WORDS)
        break;
      *n_digits += g_ascii_isdigit (*p);
    }
  return p;
}

static gboolean
is_number (const char *text, guint n_digits, gboolean alone)
{
  const char *first = strpbrk (text, "+0123456789");
  g_autofree char *read = NULL;

  if (n_digits < MIN_DIGITS ||
      (!alone && (n_digits < MIN_DIGITS_AMONG_WORDS || strchr ("+0", *first) == NULL)))
    return FALSE;
  read = aj_phone_identify (text);
  return read != NULL;
}

GArray *
aj_phone_find (const char *text)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (AjPhonePlace));
  const gboolean alone = has_only_number (text);
  const char *end;

  for (const char *p = text; *p != '\0'; p = end)
    {
      AjPhonePlace place;
      g_autofree char *number = NULL;
      guint n_digits;

      end = find_number_end (p, &n_digits);
      if (end == p)
        {
          end = g_utf8_next_char (p);
          continue;
        }
      place = (AjPhonePlace){ (gsize) (p - text), (gsize) (end - text) };
      number = g_strndup (p, (gsize) (end - p));
      if (is_number (number, n_digits, alone))
        g_array_append_val (places, place);
    }
  return places;
}

GStrv
aj_phone_split (const char *text)
{
  g_autoptr (GArray) places = aj_phone_find (text);
  GStrv numbers = g_new0 (char *, places->len + 1);

  for (guint i = 0; i < places->len; i++)
    {
      const AjPhonePlace *place = &g_array_index (places, AjPhonePlace, i);

      numbers[i] = g_strndup (text + place->start, place->end - place->start);
    }
  return numbers;
}

char *
aj_phone_read (const char *text, char **country)
{
  g_auto (Number) number = { 0 };

  number_init (&number, text);
  *country = number.national > number.country
                 ? g_strndup (number.digits->str + number.country, number.national - number.country)
                 : NULL;
  return g_strdup (number.digits->str + number.rest);
}

char *
aj_phone_identify (const char *text)
{
  g_autofree char *country = NULL;
  g_autofree char *digits = aj_phone_read (text, &country);

  return strlen (digits) >= MIN_DIGITS ? g_steal_pointer (&digits) : NULL;
}

char *
aj_phone_normalise (const char *text, GArray *origins)
{
  g_auto (Number) number = { 0 };
  GString *normal;

  if (!has_only_number (text))
    return NULL;
  number_init (&number, text);
  normal = g_string_new (number.rest > 0 ? "0" : NULL);
  g_string_append (normal, number.digits->str + number.rest);
  if (origins == NULL)
    return g_string_free (normal, FALSE);
  if (number.rest > 0)
    g_array_append_val (origins, number.start);
  for (guint i = (guint) number.rest; i < number.origins->len; i++)
    g_array_append_val (origins, g_array_index (number.origins, guint, i));
  return g_string_free (normal, FALSE);
}
