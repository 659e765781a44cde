/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-form-file.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "aj-decode.h"
#include "aj-error.h"
#include "aj-text.h"

#define FORMAT  "aanjager-form"
#define VERSION 1

/* Of what the reader of JSON builds, before it builds it: it goes as deep as the text does. */
#define MAX_DEPTH  16
#define MAX_VALUES (AJ_FORM_MAX_ROWS * (AJ_N_FORM_COLUMNS + 3))

/* The members of a form that are texts, and in which object of the file they stand; NULL: in the first. */
static const struct
{
  const char *object;
  const char *member;
  gsize offset;
  gboolean required;
} texts[] = {
  { NULL, "id", G_STRUCT_OFFSET (AjForm, id) },
  { "edition", "id", G_STRUCT_OFFSET (AjForm, edition_id), TRUE },
  { "edition", "name", G_STRUCT_OFFSET (AjForm, edition_name), TRUE },
  { "municipality", "id", G_STRUCT_OFFSET (AjForm, municipality_id), TRUE },
  { "municipality", "code", G_STRUCT_OFFSET (AjForm, municipality_code), TRUE },
  { "municipality", "name", G_STRUCT_OFFSET (AjForm, municipality_name), TRUE },
  { "organisation", "id", G_STRUCT_OFFSET (AjForm, organisation_id) },
  { "organisation", "name", G_STRUCT_OFFSET (AjForm, organisation_name) },
  { "reply-to", "name", G_STRUCT_OFFSET (AjForm, reply_name) },
  { "reply-to", "mail", G_STRUCT_OFFSET (AjForm, reply_mail) },
  { "answer", "reason", G_STRUCT_OFFSET (AjForm, reason) },
  { "contact", "name", G_STRUCT_OFFSET (AjForm, contact_name) },
  { "contact", "mail", G_STRUCT_OFFSET (AjForm, contact_mail) },
  { "contact", "phone", G_STRUCT_OFFSET (AjForm, contact_phone) },
};

static const struct
{
  const char *object;
  const char *member;
  gsize offset;
  gboolean required;
} dates[] = {
  { NULL, "written-on", G_STRUCT_OFFSET (AjForm, written_on) },
  { "edition", "starts-on", G_STRUCT_OFFSET (AjForm, starts_on), TRUE },
  { "edition", "ends-on", G_STRUCT_OFFSET (AjForm, ends_on), TRUE },
  { "edition", "deadline", G_STRUCT_OFFSET (AjForm, deadline) },
};

/* The codes in the file; they never change. */
static const char *const purposes[] = {
  [AJ_FORM_REGISTER] = "register", [AJ_FORM_LOOK_BACK] = "look-back"
};

static gboolean
fail (GError **error, AjErrorCode code, const char *name, const char *sentence)
{
  /* Translators: the name of a file, and what is wrong with it. */
  g_set_error (error, AJ_ERROR, code, _ ("%1$s: %2$s"), name, sentence);
  return FALSE;
}

static gboolean
fail_broken (GError **error, const char *name)
{
  return fail (error, AJ_ERROR_INVALID, name,
               _ ("this is no registration form, or it is damaged. Ask for the form once more."));
}

/* The object of that name in the first one, made when it is not there; the first itself for NULL. */
static JsonObject *
need_object (JsonObject *root, const char *name)
{
  if (name == NULL)
    return root;
  if (!json_object_has_member (root, name))
    json_object_set_object_member (root, name, json_object_new ());
  return json_object_get_object_member (root, name);
}

static void
write_column (JsonObject *object, AjFormColumn column, const char *text)
{
  const AjField *field = aj_form_column_get_field (column);
  g_auto (AjValue) value = AJ_VALUE_INIT;

  if (text == NULL)
    return;
  if (!aj_field_parse (field, text, &value, NULL) || value.kind != AJ_VALUE_INTEGER)
    json_object_set_string_member (object, field->name, text);
  else if (field->kind == AJ_FIELD_BOOLEAN)
    json_object_set_boolean_member (object, field->name, value.as.integer != 0);
  else
    json_object_set_int_member (object, field->name, value.as.integer);
}

static void
write_row (JsonArray *array, const AjFormRow *row)
{
  JsonObject *object = json_object_new ();

  if (row->activity != NULL)
    json_object_set_string_member (object, "id", row->activity);
  if (row->previous != NULL)
    json_object_set_string_member (object, "previous", row->previous);
  for (guint i = 0; i < AJ_N_FORM_COLUMNS; i++)
    write_column (object, i, row->texts[i]);
  json_array_add_object_element (array, object);
}

static void
write_head (JsonObject *root, const AjForm *form)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = G_STRUCT_MEMBER (char *, form, texts[i].offset);

      if (text != NULL)
        json_object_set_string_member (need_object (root, texts[i].object), texts[i].member, text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      AjDate date = G_STRUCT_MEMBER (AjDate, form, dates[i].offset);
      g_autofree char *iso = date != AJ_DATE_NONE ? aj_date_to_iso (date) : NULL;

      if (iso != NULL)
        json_object_set_string_member (need_object (root, dates[i].object), dates[i].member, iso);
    }
  if (form->answer != AJ_FORM_ANSWER_NONE)
    json_object_set_boolean_member (need_object (root, "answer"), "takes-part",
                                    form->answer == AJ_FORM_ANSWER_TAKES_PART);
}

GBytes *
aj_form_file_write (const AjForm *form)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *root = json_object_new ();
  JsonArray *rows = json_array_new ();
  gsize length;
  char *text;

  json_node_take_object (node, root);
  json_object_set_string_member (root, "format", FORMAT);
  json_object_set_int_member (root, "version", VERSION);
  json_object_set_string_member (root, "purpose", purposes[form->purpose]);
  write_head (root, form);
  for (guint i = 0; i < form->rows->len; i++)
    if (!aj_form_row_is_blank (form->rows->pdata[i]))
      write_row (rows, form->rows->pdata[i]);
  json_object_set_array_member (root, "activities", rows);
  json_generator_set_root (generator, node);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, &length);
  return g_bytes_new_take (text, length);
}

typedef enum
{
  LOOK_FINE,
  LOOK_LARGE,
  LOOK_BROKEN,
} Look;

/* What may stand outside of strings. The reader also takes comments and other quotes, in which a bracket could hide. */
static gboolean
is_plain (char sign)
{
  return g_ascii_isalnum (sign) || g_ascii_isspace (sign) || strchr ("[]{}:,+-.", sign) != NULL;
}

/* How deep it goes, and how many values there can be. */
static Look
look_over (const char *bytes, gsize length)
{
  guint depth = 0, values = 0;
  gboolean in_text = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (in_text)
        {
          if (bytes[i] == '\\')
            i++;
          else if (bytes[i] == '"')
            in_text = FALSE;
          continue;
        }
      in_text = bytes[i] == '"';
      if (!in_text && !is_plain (bytes[i]))
        return LOOK_BROKEN;
      if (bytes[i] == '[' || bytes[i] == '{')
        depth++;
      else if ((bytes[i] == ']' || bytes[i] == '}') && depth > 0)
        depth--;
      values += bytes[i] == ',';
      if (depth > MAX_DEPTH || values > MAX_VALUES)
        return LOOK_LARGE;
    }
  return LOOK_FINE;
}

/* (transfer full) (nullable): a value as text, whatever it was in the file. */
static char *
dup_text (JsonObject *object, const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return json_node_dup_string (node);
    case G_TYPE_BOOLEAN:
      return g_strdup (json_node_get_boolean (node) ? "true" : "false");
    case G_TYPE_INT64:
      return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
    case G_TYPE_DOUBLE:
      return g_strdup (g_ascii_dtostr (number, sizeof number, json_node_get_double (node)));
    default:
      return NULL;
    }
}

/* (transfer full) (nullable): the same, as one clean line. */
static char *
dup_line (JsonObject *object, const char *member)
{
  g_autofree char *text = dup_text (object, member);
  g_autofree char *line = text != NULL ? aj_text_clean_line (text) : NULL;

  return aj_text_or_null (line) != NULL ? g_steal_pointer (&line) : NULL;
}

/* (nullable): the object of that name in the first one; the first itself for NULL. */
static JsonObject *
get_object (JsonObject *root, const char *name)
{
  JsonNode *node = name != NULL ? json_object_get_member (root, name) : NULL;

  if (name == NULL)
    return root;
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gboolean
is_too_long (const char *text)
{
  return text != NULL && g_utf8_strlen (text, -1) > AJ_FORM_MAX_TEXT;
}

static gboolean
fail_large (GError **error, const char *name)
{
  return fail (error, AJ_ERROR_LIMIT, name,
               _ ("this form is larger than any form is. Ask for the form once more."));
}

static gboolean
read_head (AjForm *form, const char *name, JsonObject *root, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char *text = dup_line (get_object (root, texts[i].object), texts[i].member);

      G_STRUCT_MEMBER (char *, form, texts[i].offset) = text;
      if (is_too_long (text))
        return fail_large (error, name);
      if (text == NULL && texts[i].required)
        return fail_broken (error, name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *text = dup_line (get_object (root, dates[i].object), dates[i].member);
      AjDate *date = &G_STRUCT_MEMBER (AjDate, form, dates[i].offset);

      if (text == NULL ? dates[i].required : !aj_date_parse_iso (text, date))
        return fail_broken (error, name);
    }
  return form->ends_on >= form->starts_on || fail_broken (error, name);
}

static gboolean
read_purpose (AjForm *form, const char *name, JsonObject *root, GError **error)
{
  g_autofree char *purpose = dup_line (root, "purpose");

  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    if (g_strcmp0 (purposes[i], purpose) == 0)
      {
        form->purpose = (AjFormPurpose) i;
        return TRUE;
      }
  return fail_broken (error, name);
}

static void
read_answer (AjForm *form, JsonObject *root)
{
  g_autofree char *answer = dup_line (get_object (root, "answer"), "takes-part");

  if (g_strcmp0 (answer, "true") == 0)
    form->answer = AJ_FORM_ANSWER_TAKES_PART;
  else if (g_strcmp0 (answer, "false") == 0)
    form->answer = AJ_FORM_ANSWER_DECLINES;
}

static gboolean
read_row (AjForm *form, const char *name, JsonObject *object, GError **error)
{
  AjFormRow *row = aj_form_add_row (form);

  row->activity = dup_line (object, "id");
  row->previous = dup_line (object, "previous");
  if (is_too_long (row->activity) || is_too_long (row->previous))
    return fail_large (error, name);
  for (guint i = 0; i < AJ_N_FORM_COLUMNS; i++)
    {
      g_autofree char *text = dup_text (object, aj_form_column_get_field (i)->name);

      if (is_too_long (text))
        return fail_large (error, name);
      aj_form_set_text (form, row, i, text);
    }
  if (aj_form_row_is_blank (row))
    aj_form_remove_row (form, row);
  return TRUE;
}

static gboolean
read_rows (AjForm *form, const char *name, JsonObject *root, GError **error)
{
  JsonNode *node = json_object_get_member (root, "activities");
  JsonArray *rows = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node)
                                                                 : NULL;

  if (rows == NULL)
    return fail_broken (error, name);
  if (json_array_get_length (rows) > AJ_FORM_MAX_ROWS)
    return fail_large (error, name);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonNode *element = json_array_get_element (rows, i);

      if (!JSON_NODE_HOLDS_OBJECT (element))
        return fail_broken (error, name);
      if (!read_row (form, name, json_node_get_object (element), error))
        return FALSE;
    }
  return TRUE;
}

/* Whether the file says that it is a form, and one that this program knows. */
static gboolean
check_version (const char *name, JsonObject *root, GError **error)
{
  g_autofree char *format = dup_line (root, "format");
  g_autofree char *text = dup_line (root, "version");
  guint64 version;

  if (g_strcmp0 (format, FORMAT) != 0 || text == NULL ||
      !g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT, &version, NULL))
    return fail_broken (error, name);
  if (version <= VERSION)
    return TRUE;
  return fail (error, AJ_ERROR_INVALID, name,
               _ ("this form was made by a newer version of this program. Install that, or ask for "
                  "the form as a spreadsheet."));
}

/* (transfer full) (nullable): all of it, within limits. */
static JsonParser *
parse (const char *name, const char *bytes, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  Look look = LOOK_BROKEN;
  JsonNode *node;

  if (length > AJ_FORM_FILE_MAX_BYTES)
    look = LOOK_LARGE;
  else if (g_utf8_validate_len (bytes, length, NULL))
    look = look_over (bytes, length);
  if (look == LOOK_LARGE)
    {
      fail_large (error, name);
      return NULL;
    }
  if (look == LOOK_FINE && json_parser_load_from_data (parser, bytes, (gssize) length, NULL))
    {
      node = json_parser_get_root (parser);
      if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
        return g_steal_pointer (&parser);
    }
  fail_broken (error, name);
  return NULL;
}

AjForm *
aj_form_file_read (const char *name, const char *bytes, gsize length, GError **error)
{
  gboolean has_mark = length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0;
  g_autoptr (JsonParser) parser = parse (name, bytes + (has_mark ? 3 : 0),
                                         length - (has_mark ? 3 : 0), error);
  g_autoptr (AjForm) form = aj_form_new ();
  JsonObject *root;

  if (parser == NULL)
    return NULL;
  root = json_node_get_object (json_parser_get_root (parser));
  if (!check_version (name, root, error) || !read_purpose (form, name, root, error) ||
      !read_head (form, name, root, error) || !read_rows (form, name, root, error))
    return NULL;
  read_answer (form, root);
  return g_steal_pointer (&form);
}

AjForm *
aj_form_file_load (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GBytes) bytes = aj_decode_read_file (path, error);

  return bytes != NULL ? aj_form_file_read (name, g_bytes_get_data (bytes, NULL),
                                            g_bytes_get_size (bytes), error)
                       : NULL;
}

gboolean
aj_form_file_is_likely (const char *path)
{
  gsize length = path != NULL ? strlen (path) : 0;
  gsize suffix = strlen (AJ_FORM_FILE_SUFFIX);

  return length > suffix && g_ascii_strcasecmp (path + length - suffix, AJ_FORM_FILE_SUFFIX) == 0;
}
