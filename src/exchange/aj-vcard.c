/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-vcard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-decode.h"
#include "aj-error.h"
#include "aj-text.h"

/* What one property may hold. Photos are longer, and are not looked at. */
#define MAX_PROPERTY 131072
#define MAX_TYPES    16

/* One property, its value still as it was written. */
typedef struct
{
  char *name;         /* (owned): in capitals, without its group */
  GPtrArray *types;   /* (owned) (element-type utf8): in capitals */
  char *charset;      /* (owned) (nullable) */
  gboolean is_quoted; /* quoted-printable */
  const char *value;  /* (borrowed): from the line */
} Property;

/* The text while it is taken apart. */
typedef struct
{
  const char *name; /* (borrowed): of the file */
  const char *at;   /* (borrowed): the next line */
  const char *end;
  guint line;       /* the number of the next line */
  GString *logical; /* (owned): the present line, unfolded */
  gboolean is_over; /* it was longer than what is read */

  GPtrArray *cards; /* (owned) (element-type AjCard) */
  AjCard *card;     /* (nullable): the open one, which is the last of those */
  guint depth;      /* 1: in a card; more: in a card in a card, which is nobody of ours */
  gboolean is_old;  /* vCard 2.1 */
  gboolean was_agent;
  int ranks[AJ_CARD_N_FIELDS]; /* how good what the open card has is */
  GString *more; /* (owned): of the open card, line by line: what its fields have no place for */
} Reader;

static void
property_clear (Property *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->types, g_ptr_array_unref);
  g_clear_pointer (&self->charset, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Property, property_clear)

static gsize
get_line_length (Reader *self)
{
  gsize left = (gsize) (self->end - self->at);
  gsize length = 0;

  while (length < left && self->at[length] != '\n' && self->at[length] != '\r')
    length++;
  return length;
}

static void
append_part (Reader *self, const char *part, gsize length)
{
  if (self->logical->len + length > MAX_PROPERTY)
    {
      length = MAX_PROPERTY - self->logical->len;
      self->is_over = TRUE;
    }
  g_string_append_len (self->logical, part, (gssize) length);
}

static void
take_line (Reader *self, gsize skipped)
{
  gsize length = get_line_length (self);

  append_part (self, self->at + MIN (skipped, length), length - MIN (skipped, length));
  self->at += length;
  if (self->at < self->end && *self->at == '\r')
    self->at++;
  if (self->at < self->end && *self->at == '\n')
    self->at++;
  self->line++;
}

static gboolean
is_quoted_printable (const char *line)
{
  gsize head = strcspn (line, ":");
  g_autofree char *parameters = g_ascii_strup (line, (gssize) head);

  return strstr (parameters, "QUOTED-PRINTABLE") != NULL;
}

static gboolean
is_frame (Reader *self)
{
  gsize left = (gsize) (self->end - self->at);

  return (left >= 6 && g_ascii_strncasecmp (self->at, "BEGIN:", 6) == 0) ||
         (left >= 4 && g_ascii_strncasecmp (self->at, "END:", 4) == 0);
}

/* The next line with all that belongs to it: folded lines begin with white space, and quoted-printable goes on behind a
 * "=" at the end. A frame of the card is never a part of that, whatever stood before it. */
static gboolean
read_logical (Reader *self)
{
  if (self->at >= self->end)
    return FALSE;
  g_string_truncate (self->logical, 0);
  self->is_over = FALSE;
  take_line (self, 0);
  while (self->at < self->end && (*self->at == ' ' || *self->at == '\t'))
    take_line (self, 1);
  if (!is_quoted_printable (self->logical->str))
    return TRUE;
  while (self->at < self->end && g_str_has_suffix (self->logical->str, "=") && !is_frame (self))
    {
      g_string_truncate (self->logical, self->logical->len - 1);
      take_line (self, 0);
    }
  return TRUE;
}

/* "TYPE=work,voice", and of 2.1 also "WORK". */
static void
add_parameter (Property *self, const char *parameter)
{
  g_autofree char *big = g_ascii_strup (parameter, -1);
  char *sign = strchr (big, '=');
  g_auto (GStrv) values = NULL;

  g_strdelimit (big, "\"", ' ');
  if (sign != NULL && g_str_has_prefix (big, "CHARSET="))
    {
      g_free (self->charset);
      self->charset = g_strdup (g_strstrip (sign + 1));
      return;
    }
  if (strstr (big, "QUOTED-PRINTABLE") != NULL)
    {
      self->is_quoted = TRUE;
      return;
    }
  if (g_str_has_prefix (big, "PREF="))
    {
      g_ptr_array_add (self->types, g_strdup ("PREF"));
      return;
    }
  if (sign != NULL && !g_str_has_prefix (big, "TYPE="))
    return;
  values = g_strsplit (sign != NULL ? sign + 1 : big, ",", MAX_TYPES);
  for (guint i = 0; values[i] != NULL && self->types->len < MAX_TYPES; i++)
    g_ptr_array_add (self->types, g_strdup (g_strstrip (values[i])));
}

/* FALSE when the line is no property. */
static gboolean
parse_property (const char *line, Property *self)
{
  const char *from = line;
  gboolean quoted = FALSE;
  char *dot;

  self->types = g_ptr_array_new_with_free_func (g_free);
  for (const char *p = line; *p != '\0'; p++)
    {
      if (*p == '"' && self->name != NULL)
        quoted = !quoted;
      if (quoted || (*p != ';' && *p != ':'))
        continue;
      if (self->name == NULL)
        self->name = g_ascii_strup (from, (gssize) (p - from));
      else
        {
          g_autofree char *parameter = g_strndup (from, (gsize) (p - from));

          add_parameter (self, parameter);
        }
      from = p + 1;
      if (*p != ':')
        continue;
      self->value = from;
      /* "item1.EMAIL": what a group is for, is not asked here. */
      dot = strrchr (self->name, '.');
      if (dot != NULL)
        memmove (self->name, dot + 1, strlen (dot));
      return TRUE;
    }
  return FALSE;
}

static gboolean
has_type (const Property *self, const char *type)
{
  for (guint i = 0; i < self->types->len; i++)
    if (g_str_equal (self->types->pdata[i], type))
      return TRUE;
  return FALSE;
}

/* What is not quoted as it should be stays as it stands. */
static char *
decode_quoted (const Property *self)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  char *text = NULL;

  for (const char *p = self->value; *p != '\0'; p++)
    if (*p == '=' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]))
      {
        g_string_append_c (bytes,
                           (char) (g_ascii_xdigit_value (p[1]) * 16 + g_ascii_xdigit_value (p[2])));
        p += 2;
      }
    else
      g_string_append_c (bytes, *p);
  if (self->charset != NULL && g_ascii_strcasecmp (self->charset, "UTF-8") != 0)
    text = g_convert (bytes->str, (gssize) bytes->len, "UTF-8", self->charset, NULL, NULL, NULL);
  /* A zero byte is no part of any text. */
  if (text == NULL)
    text = g_strdup (bytes->str);
  return text;
}

/* One component, up to the ";" that ends it. @rest receives what follows, or NULL. */
static char *
unescape (const char *value, gboolean is_old, gboolean in_parts, const char **rest)
{
  GString *text = g_string_new (NULL);
  const char *p;

  for (p = value; *p != '\0' && !(in_parts && *p == ';'); p++)
    {
      if (*p != '\\' || p[1] == '\0' || (is_old && p[1] != ';'))
        g_string_append_c (text, *p);
      else
        {
          p++;
          g_string_append_c (text, *p == 'n' || *p == 'N' ? '\n' : *p);
        }
    }
  if (rest != NULL)
    *rest = *p == ';' ? p + 1 : NULL;
  return g_string_free (text, FALSE);
}

/* Of what somebody has more than one. */
static void
keep_more (Reader *self, const char *label, const char *text)
{
  g_autofree char *clean = aj_text_clean_line (text);

  if (*clean != '\0')
    g_string_append_printf (self->more, "%s%s: %s", self->more->len > 0 ? "\n" : "", label, clean);
}

static void
offer_one_of (Reader *self, AjCardField field, int rank, const char *label, const char *text)
{
  const char *present = self->card->fields[field];

  if (aj_text_or_null (text) == NULL || g_strcmp0 (present, text) == 0)
    return;
  if (rank <= self->ranks[field])
    {
      keep_more (self, label, text);
      return;
    }
  if (present != NULL)
    keep_more (self, label, present);
  self->ranks[field] = rank;
  aj_card_set (self->card, field, text);
}

/* What is better than what was there before. */
static void
offer (Reader *self, AjCardField field, int rank, const char *text)
{
  if (rank <= self->ranks[field] || aj_text_or_null (text) == NULL)
    return;
  self->ranks[field] = rank;
  aj_card_set (self->card, field, text);
}

/* "family;given;additional;prefix;suffix" as people say it. */
static void
take_name_parts (Reader *self, const char *value)
{
  char *parts[3] = { NULL, NULL, NULL };
  g_autofree char *name = NULL;
  const char *rest = value;

  for (guint i = 0; i < G_N_ELEMENTS (parts) && rest != NULL; i++)
    parts[i] = unescape (rest, self->is_old, TRUE, &rest);
  name = g_strdup_printf ("%s %s %s", parts[1] != NULL ? parts[1] : "",
                          parts[2] != NULL ? parts[2] : "", parts[0] != NULL ? parts[0] : "");
  offer (self, AJ_CARD_NAME, 1, name);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_clear_pointer (&parts[i], g_free);
}

static void
take_phone (Reader *self, const Property *property, const char *text)
{
  int preferred = has_type (property, "PREF") ? 1 : 0;
  const char *number = g_ascii_strncasecmp (text, "tel:", 4) == 0 ? text + 4 : text;

  if (has_type (property, "FAX") || has_type (property, "PAGER"))
    return;
  if (has_type (property, "CELL"))
    offer_one_of (self, AJ_CARD_MOBILE, 2 + preferred, _ ("Mobile"), number);
  else if (has_type (property, "HOME"))
    offer_one_of (self, AJ_CARD_PHONE, 1, _ ("Phone"), number);
  else
    offer_one_of (self, AJ_CARD_PHONE, (has_type (property, "WORK") ? 4 : 2) + preferred,
                  _ ("Phone"), number);
}

static void
take_id (Reader *self, const char *text)
{
  const char *id = g_ascii_strncasecmp (text, "urn:uuid:", 9) == 0 ? text + 9 : text;
  g_autofree char *small = g_ascii_strdown (id, -1);

  if (g_uuid_string_is_valid (small))
    offer (self, AJ_CARD_ID, 1, small);
}

static void
set_fault (AjCard *card, const char *fault)
{
  if (card->fault == NULL)
    card->fault = g_strdup (fault);
}

static void
take_property (Reader *self, const Property *property, const char *value)
{
  gboolean parts = g_str_equal (property->name, "ORG");
  g_autofree char *text = unescape (value, self->is_old, parts, NULL);
  const char *name = property->name;

  if (g_str_equal (name, "FN"))
    offer (self, AJ_CARD_NAME, 2, text);
  else if (g_str_equal (name, "N"))
    take_name_parts (self, value);
  else if (g_str_equal (name, "ORG"))
    offer (self, AJ_CARD_ORGANISATION, 1, text);
  else if (g_str_equal (name, "TITLE"))
    offer (self, AJ_CARD_FUNCTION, 2, text);
  else if (g_str_equal (name, "ROLE"))
    offer (self, AJ_CARD_FUNCTION, 1, text);
  else if (g_str_equal (name, "EMAIL"))
    offer_one_of (self, AJ_CARD_MAIL,
                  has_type (property, "PREF")   ? 4
                  : has_type (property, "WORK") ? 3
                  : has_type (property, "HOME") ? 1
                                                : 2,
                  _ ("Mail"), g_ascii_strncasecmp (text, "mailto:", 7) == 0 ? text + 7 : text);
  else if (g_str_equal (name, "TEL"))
    take_phone (self, property, text);
  else if (g_str_equal (name, "NOTE"))
    aj_card_add_note (self->card, text);
  else if (g_str_equal (name, "UID"))
    take_id (self, text);
  else if (g_str_equal (name, "KIND") && g_ascii_strcasecmp (text, "group") == 0)
    set_fault (self->card, _ ("This is a list of addresses, not a person. Make a group of it."));
  else if ((g_str_equal (name, "KIND") && g_ascii_strcasecmp (text, "individual") != 0) ||
           (g_str_equal (name, "X-ABSHOWAS") && g_ascii_strcasecmp (text, "COMPANY") == 0))
    offer (self, AJ_CARD_ROLE_MAILBOX, 1, "true");
}

static void
end_card (Reader *self)
{
  aj_card_add_note (self->card, self->more->str);
  g_string_truncate (self->more, 0);
  self->card = NULL;
}

static gboolean
begin_card (Reader *self, guint line, GError **error)
{
  if (self->card != NULL && self->was_agent)
    {
      self->depth++;
      return TRUE;
    }
  if (self->card != NULL)
    {
      set_fault (self->card, _ ("This card does not end."));
      end_card (self);
    }
  if (self->cards->len == AJ_VCARD_MAX_CARDS)
    {
      g_set_error (error, AJ_ERROR, AJ_ERROR_LIMIT,
                   _ ("%s: more than %d cards are not read. Divide the file into parts."),
                   self->name, AJ_VCARD_MAX_CARDS);
      return FALSE;
    }
  self->card = aj_card_new (line);
  g_ptr_array_add (self->cards, self->card);
  self->depth = 1;
  self->is_old = FALSE;
  memset (self->ranks, 0, sizeof self->ranks);
  return TRUE;
}

static gboolean
is_wanted (const char *name)
{
  static const char *const wanted[] = { "FN",  "N",    "ORG", "TITLE", "ROLE",       "EMAIL",
                                        "TEL", "NOTE", "UID", "KIND",  "X-ABSHOWAS", NULL };

  return g_strv_contains (wanted, name);
}

static void
take_wanted (Reader *self, const Property *property)
{
  g_autofree char *decoded = NULL;

  if (!is_wanted (property->name))
    return;
  if (self->is_over)
    {
      set_fault (self->card, _ ("A line of this card is too long to be read."));
      return;
    }
  decoded = property->is_quoted ? decode_quoted (property) : g_strdup (property->value);
  if (!g_utf8_validate (decoded, -1, NULL))
    {
      char *clean = aj_text_clean_block (decoded);

      g_free (decoded);
      decoded = clean;
    }
  if (strstr (decoded, "\xef\xbf\xbd") != NULL)
    set_fault (self->card, _ ("There are characters here that cannot be read."));
  take_property (self, property, decoded);
}

static gboolean
read_property (Reader *self, guint line, GError **error)
{
  g_auto (Property) property = { 0 };

  if (!parse_property (self->logical->str, &property))
    return TRUE;
  if (g_str_equal (property.name, "BEGIN") && g_ascii_strncasecmp (property.value, "VCARD", 5) == 0)
    {
      if (!begin_card (self, line, error))
        return FALSE;
    }
  else if (g_str_equal (property.name, "END") && self->card != NULL)
    {
      self->depth--;
      if (self->depth == 0)
        end_card (self);
    }
  else if (g_str_equal (property.name, "VERSION") && self->depth == 1)
    self->is_old = g_str_has_prefix (property.value, "2.1");
  else if (self->depth == 1 && self->card != NULL)
    take_wanted (self, &property);
  self->was_agent = g_str_equal (property.name, "AGENT");
  return TRUE;
}

static gboolean
read_cards (Reader *self, GError **error)
{
  for (;;)
    {
      guint line = self->line;

      if (!read_logical (self))
        break;
      if (!read_property (self, line, error))
        return FALSE;
    }
  if (self->card != NULL)
    set_fault (self->card, _ ("This card does not end."));
  if (self->cards->len > 0)
    return TRUE;
  g_set_error (error, AJ_ERROR, AJ_ERROR_INVALID,
               _ ("%s: there is no address card (vCard) in this file."), self->name);
  return FALSE;
}

GPtrArray *
aj_vcard_read (const char *name, const char *bytes, gsize length, GError **error)
{
  gsize decoded;
  g_autofree char *text = aj_decode_text (name, bytes, length, &decoded, error);
  g_autoptr (GPtrArray) cards = NULL;
  Reader reader = { .name = name, .at = text, .line = 1 };
  gboolean done;

  if (text == NULL)
    return NULL;
  cards = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_card_free);
  reader.end = text + decoded;
  reader.cards = cards;
  reader.logical = g_string_new (NULL);
  reader.more = g_string_new (NULL);
  done = read_cards (&reader, error);
  g_string_free (reader.logical, TRUE);
  g_string_free (reader.more, TRUE);
  return done ? g_steal_pointer (&cards) : NULL;
}
