/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-text.h"

/* Columns of a table in plain text are at most this wide, in characters. */
#define MAX_COLUMN 48

struct _AjDocument
{
  grefcount references;
  char *title;       /* (owned) */
  char *language;    /* (owned) */
  GPtrArray *blocks; /* (owned) (element-type AjBlock) */
};

static void
block_free (gpointer data)
{
  AjBlock *block = data;

  g_free (block->text);
  g_free (block->uri);
  g_strfreev (block->headings);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_clear_pointer (&block->map, aj_map_state_unref);
  g_free (block);
}

/* "nl_NL.UTF-8" is "nl-NL"; nothing is known of "C". */
char *
aj_document_guess_language (void)
{
  const char *const *names = g_get_language_names_with_category ("LC_MESSAGES");
  char *language;

  if (names[0] == NULL || g_str_equal (names[0], "C") || g_str_has_prefix (names[0], "C."))
    return g_strdup ("en");
  language = g_strdup (names[0]);
  language[strcspn (language, ".@")] = '\0';
  return g_strdelimit (language, "_", '-');
}

AjDocument *
aj_document_new (const char *title, const char *language)
{
  AjDocument *self = g_new0 (AjDocument, 1);

  g_ref_count_init (&self->references);
  self->title = g_strdup (title);
  self->language = language != NULL ? g_strdup (language) : aj_document_guess_language ();
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  return self;
}

AjDocument *
aj_document_ref (AjDocument *self)
{
  g_ref_count_inc (&self->references);
  return self;
}

void
aj_document_unref (AjDocument *self)
{
  if (!g_ref_count_dec (&self->references))
    return;
  g_free (self->title);
  g_free (self->language);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

const char *
aj_document_get_title (AjDocument *self)
{
  return self->title;
}

const char *
aj_document_get_language (AjDocument *self)
{
  return self->language;
}

GPtrArray *
aj_document_get_blocks (AjDocument *self)
{
  return self->blocks;
}

static AjBlock *
add_block (AjDocument *self, AjBlockKind kind, const char *text)
{
  AjBlock *block = g_new0 (AjBlock, 1);

  block->kind = kind;
  block->text = g_strdup (text);
  g_ptr_array_add (self->blocks, block);
  return block;
}

/* NULL when the last block is of another kind. */
static AjBlock *
get_last (AjDocument *self, AjBlockKind kind)
{
  AjBlock *last = self->blocks->len > 0 ? self->blocks->pdata[self->blocks->len - 1] : NULL;

  return last != NULL && last->kind == kind ? last : NULL;
}

void
aj_document_add_heading (AjDocument *self, int level, const char *text)
{
  g_return_if_fail (level >= 1 && level <= AJ_DOCUMENT_MAX_LEVEL);

  if (aj_text_or_null (text) != NULL)
    add_block (self, AJ_BLOCK_HEADING, text)->level = level;
}

void
aj_document_add_page (AjDocument *self, const char *text)
{
  AjBlock *heading;

  aj_document_add_heading (self, 1, text);
  heading = get_last (self, AJ_BLOCK_HEADING);
  if (heading != NULL)
    heading->on_new_page = TRUE;
}

void
aj_document_add_paragraph (AjDocument *self, const char *text)
{
  if (aj_text_or_null (text) != NULL)
    add_block (self, AJ_BLOCK_PARAGRAPH, text);
}

/* Who opens a document trusts what it leads to, so it is what it looks like. */
static gboolean
is_safe (const char *uri)
{
  g_autofree char *scheme = uri != NULL && g_uri_is_valid (uri, G_URI_FLAGS_NONE, NULL)
                                ? g_uri_parse_scheme (uri)
                                : NULL;

  return scheme != NULL &&
         (g_ascii_strcasecmp (scheme, "https") == 0 || g_ascii_strcasecmp (scheme, "http") == 0 ||
          g_ascii_strcasecmp (scheme, "mailto") == 0);
}

void
aj_document_add_link (AjDocument *self, const char *text, const char *uri)
{
  if (aj_text_or_null (text) != NULL)
    add_block (self, AJ_BLOCK_PARAGRAPH, text)->uri = is_safe (uri) ? g_strdup (uri) : NULL;
}

void
aj_document_add_item (AjDocument *self, const char *text)
{
  AjBlock *list = get_last (self, AJ_BLOCK_LIST);
  const char *const cells[] = { text, NULL };

  if (aj_text_or_null (text) == NULL)
    return;
  if (list == NULL)
    {
      list = add_block (self, AJ_BLOCK_LIST, NULL);
      list->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
    }
  g_ptr_array_add (list->rows, g_strdupv ((GStrv) cells));
}

void
aj_document_begin_table (AjDocument *self, const char *name, const char *const *headings)
{
  AjBlock *table;

  g_return_if_fail (headings != NULL && headings[0] != NULL);

  table = add_block (self, AJ_BLOCK_TABLE, name);
  table->headings = g_strdupv ((GStrv) headings);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

void
aj_document_begin_form (AjDocument *self, const char *name, const char *const *headings)
{
  aj_document_begin_table (self, name, headings);
  get_last (self, AJ_BLOCK_TABLE)->by_hand = TRUE;
}

void
aj_document_add_row (AjDocument *self, const char *const *cells)
{
  AjBlock *table = get_last (self, AJ_BLOCK_TABLE);
  guint n;
  GStrv row;

  g_return_if_fail (table != NULL);

  n = g_strv_length (table->headings);
  row = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    row[i] = g_strdup (cells[i] != NULL ? cells[i] : "");
  g_ptr_array_add (table->rows, row);
}

void
aj_document_add_map (AjDocument *self, AjMapState *map, const char *text)
{
  add_block (self, AJ_BLOCK_MAP, text)->map = aj_map_state_ref (map);
}

static void
append_underlined (GString *text, const char *heading, char line)
{
  g_string_append_printf (text, "%s\n", heading);
  for (glong i = g_utf8_strlen (heading, -1); i > 0; i--)
    g_string_append_c (text, line);
  g_string_append_c (text, '\n');
}

/* Each further line stands under the first. */
static void
append_indented (GString *text, const char *first, const char *further, const char *content)
{
  g_auto (GStrv) lines = g_strsplit (content, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (text, "%s%s\n", i == 0 ? first : further, lines[i]);
}

/* Where the line that begins at @text ends, at most @width characters on, and where the next begins. */
static const char *
find_line_end (const char *text, glong width, const char **next)
{
  const char *space = NULL;
  const char *end = text;

  for (glong n = 0; n < width && *end != '\0' && *end != '\n'; n++)
    {
      if (*end == ' ')
        space = end;
      end = g_utf8_next_char (end);
    }
  if (*end != '\0' && *end != '\n' && *end != ' ' && space != NULL)
    end = space;
  *next = *end == '\n' || *end == ' ' ? end + 1 : end;
  return end;
}

/* (transfer full): the lines of a cell, none wider than @width. */
static GStrv
break_cell (const char *text, glong width)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  do
    {
      const char *next;
      const char *end = find_line_end (text, width, &next);
      g_autofree char *line = g_strndup (text, (gsize) (end - text));

      g_strv_builder_add (lines, line);
      text = next;
    }
  while (*text != '\0');
  return g_strv_builder_end (lines);
}

static void
measure_row (GStrv row, glong *widths)
{
  for (guint i = 0; row[i] != NULL; i++)
    {
      g_auto (GStrv) lines = break_cell (row[i], MAX_COLUMN);

      for (guint j = 0; lines[j] != NULL; j++)
        widths[i] = MAX (widths[i], g_utf8_strlen (lines[j], -1));
    }
}

static void
append_padding (GString *text, const char *written, glong width)
{
  for (glong n = g_utf8_strlen (written, -1); n < width; n++)
    g_string_append_c (text, ' ');
}

/* One line of each cell, below each other; FALSE when there is none left. */
static gboolean
append_row_line (GString *text, GPtrArray *cells, guint line, const glong *widths)
{
  gboolean any = FALSE;

  for (guint i = 0; i < cells->len; i++)
    any |= line < g_strv_length (cells->pdata[i]);
  for (guint i = 0; any && i < cells->len; i++)
    {
      GStrv lines = cells->pdata[i];
      const char *part = line < g_strv_length (lines) ? lines[line] : "";

      g_string_append (text, part);
      append_padding (text, part, i + 1 < cells->len ? widths[i] + 2 : 0);
    }
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  if (any)
    g_string_append_c (text, '\n');
  return any;
}

/* The last column needs no width, and may be of any. */
static void
append_row (GString *text, GStrv row, const glong *widths)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; row[i] != NULL; i++)
    g_ptr_array_add (cells, break_cell (row[i], row[i + 1] != NULL ? MAX_COLUMN : G_MAXLONG));
  for (guint line = 0; append_row_line (text, cells, line, widths); line++)
    ;
}

static void
append_table (GString *text, const AjBlock *table)
{
  g_autofree glong *widths = g_new0 (glong, g_strv_length (table->headings));

  measure_row (table->headings, widths);
  for (guint i = 0; i < table->rows->len; i++)
    measure_row (table->rows->pdata[i], widths);
  append_row (text, table->headings, widths);
  for (guint i = 0; i < table->rows->len; i++)
    append_row (text, table->rows->pdata[i], widths);
}

static void
append_legend (GString *text, AjMapState *map)
{
  for (guint i = 0; i < aj_map_state_get_n_classes (map); i++)
    g_string_append_printf (text, "- %s: %u\n", aj_map_state_get_class (map, i)->label,
                            aj_map_state_count_class (map, i));
}

static void
append_block (GString *text, const AjBlock *block)
{
  switch (block->kind)
    {
    case AJ_BLOCK_HEADING:
      if (block->level < AJ_DOCUMENT_MAX_LEVEL)
        append_underlined (text, block->text, block->level == 1 ? '-' : '.');
      else
        g_string_append_printf (text, "%s\n", block->text);
      break;
    case AJ_BLOCK_MAP:
      append_legend (text, block->map);
      break;
    case AJ_BLOCK_PARAGRAPH:
      g_string_append (text, block->text);
      if (block->uri != NULL && strcmp (block->uri, block->text) != 0)
        g_string_append_printf (text, " <%s>", block->uri);
      g_string_append_c (text, '\n');
      break;
    case AJ_BLOCK_LIST:
      for (guint i = 0; i < block->rows->len; i++)
        append_indented (text, "- ", "  ", ((GStrv) block->rows->pdata[i])[0]);
      break;
    case AJ_BLOCK_TABLE:
    default:
      append_table (text, block);
      break;
    }
}

char *
aj_document_to_text (AjDocument *self)
{
  GString *text = g_string_new (NULL);

  append_underlined (text, self->title, '=');
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const AjBlock *previous = i > 0 ? self->blocks->pdata[i - 1] : NULL;

      if (previous == NULL || previous->kind != AJ_BLOCK_HEADING)
        g_string_append_c (text, '\n');
      append_block (text, self->blocks->pdata[i]);
    }
  return g_string_free (text, FALSE);
}

char *
aj_document_describe_printed (AjDate day)
{
  g_autofree char *date = aj_date_format_long (day);

  /* Translators: stands at the foot of what is printed; a day: "Printed on Thursday 12 March 2026". */
  return g_strdup_printf (_ ("Printed on %s"), date);
}
