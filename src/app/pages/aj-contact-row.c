/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-contact-row.h"

#include <glib/gi18n-lib.h>

#include "aj-phrase.h"
#include "aj-text.h"

/* Whom a contact was with, widest first: as they are named beneath it. */
static const char *const parties[] = { "municipality", "organisation", "person" };
#define N_PARTIES G_N_ELEMENTS (parties)
G_STATIC_ASSERT (N_PARTIES <= AJ_RECORD_ROW_N_OTHERS);

/* Of a whole story the beginning says enough; the rest is in the row when it is opened. */
#define MAX_TITLE 160

struct _AjContactRow
{
  AjRecordRow parent_instance;

  AjRecord *seen_from; /* (owned) */
};

G_DEFINE_FINAL_TYPE (AjContactRow, aj_contact_row, AJ_TYPE_RECORD_ROW)

static void
append_party (AjRecordRow *row, GString *text, guint party)
{
  const char *title = aj_record_row_get_other_title (row, party);
  g_autofree char *with = NULL;

  if (title == NULL)
    return;
  if (!g_str_equal (parties[party], "person"))
    {
      aj_phrase_append (text, " · ", title);
      return;
    }
  with = g_strdup_printf (_ ("with %s"), title);
  aj_phrase_append (text, " · ", with);
}

static void
append_author (AjRecord *record, GString *text)
{
  const char *author = aj_record_get_text (record, "by");
  g_autofree char *by = NULL;

  if (author == NULL)
    return;
  /* Translators: who had a contact, in a line of its log. */
  by = g_strdup_printf (_ ("by %s"), author);
  aj_phrase_append (text, " · ", by);
}

static void
aj_contact_row_update (AjRecordRow *row)
{
  AjRecord *record = aj_record_row_get_record (row);
  g_autofree char *summary = aj_record_display (record, "summary");
  g_autofree char *line = aj_text_clean_line (summary);
  g_autofree char *title = aj_text_truncate_utf16 (line, MAX_TITLE);
  g_autofree char *date = aj_record_display (record, "date");
  g_autofree char *way = aj_record_display (record, "way");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = NULL;

  aj_phrase_append (text, " · ", date);
  aj_phrase_append (text, " · ", way);
  for (guint i = 0; i < N_PARTIES; i++)
    append_party (row, text, i);
  append_author (record, text);
  name = g_strdup_printf (_ ("%s, %s"), title, text->str);
  aj_record_row_show (row, title, text->str, name);
}

static void
aj_contact_row_follow (AjRecordRow *row)
{
  const char *here = aj_record_get_id (AJ_CONTACT_ROW (row)->seen_from);

  for (guint i = 0; i < N_PARTIES; i++)
    {
      const char *id = aj_record_get_text (aj_record_row_get_record (row), parties[i]);

      aj_record_row_follow_field (row, i, g_strcmp0 (id, here) != 0 ? parties[i] : NULL);
    }
}

static char *
aj_contact_row_describe_removal (AjRecordRow *row)
{
  /* Translators: what a contact was about. */
  return g_strdup_printf (_ ("Remove contact “%s”"),
                          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static void
aj_contact_row_dispose (GObject *object)
{
  g_clear_object (&AJ_CONTACT_ROW (object)->seen_from);
  G_OBJECT_CLASS (aj_contact_row_parent_class)->dispose (object);
}

static void
aj_contact_row_class_init (AjContactRowClass *klass)
{
  static const char *const fields[] = { "summary",      "date",         "way", "person",
                                        "organisation", "municipality", "by",  NULL };
  AjRecordRowClass *row_class = AJ_RECORD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_contact_row_dispose;
  row_class->fields = fields;
  row_class->follow = aj_contact_row_follow;
  row_class->update = aj_contact_row_update;
  row_class->describe_removal = aj_contact_row_describe_removal;
}

static void
aj_contact_row_init (AjContactRow *self)
{
}

GtkWidget *
aj_contact_row_new (AjServices *services, AjRecord *record, AjRecord *seen_from)
{
  AjContactRow *self = g_object_new (AJ_TYPE_CONTACT_ROW, NULL);

  self->seen_from = g_object_ref (seen_from);
  aj_record_row_set_record (AJ_RECORD_ROW (self), services, record);
  return GTK_WIDGET (self);
}
