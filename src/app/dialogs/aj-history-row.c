/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-history-row.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-naming.h"
#include "aj-record-summary.h"

/* An import touches thousands; whoever wants those has the command line. */
#define MAX_SHOWN 40

struct _AjHistoryRow
{
  AdwExpanderRow parent_instance;

  AjStore *store; /* (owned) */
  gint64 revision;
  GCancellable *cancellable; /* (owned) */
  gboolean is_filled;
};

G_DEFINE_FINAL_TYPE (AjHistoryRow, aj_history_row, ADW_TYPE_EXPANDER_ROW)

/* A record that a line names. */
typedef struct
{
  AjRecord *record;         /* (owned) */
  AjRecordSummary *summary; /* (owned): what it is called, also without a title of its own */
} Named;

/* What was done to one record. Names of what it refers to come when they are loaded. */
typedef struct
{
  AjStore *store;          /* (owned) */
  AjHistoryChange *change; /* (owned) */
  GPtrArray *all;          /* (owned) (element-type Named) */
  AdwActionRow *row;       /* (borrowed): it owns this */
} Detail;

static void
named_free (gpointer data)
{
  Named *self = data;

  g_object_unref (self->summary);
  g_object_unref (self->record);
  g_free (self);
}

static void
detail_free (Detail *self)
{
  for (guint i = 0; i < self->all->len; i++)
    g_signal_handlers_disconnect_by_data (((Named *) self->all->pdata[i])->summary, self);
  g_ptr_array_unref (self->all);
  aj_history_change_free (self->change);
  g_object_unref (self->store);
  g_free (self);
}

/* (nullable) */
static Named *
find_named (Detail *self, const char *id)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      Named *named = self->all->pdata[i];

      if (g_strcmp0 (aj_record_get_id (named->record), id) == 0)
        return named;
    }
  return NULL;
}

static const char *
find_title (Detail *self, const char *id)
{
  Named *named = find_named (self, id);

  return named != NULL && aj_record_get_values (named->record) != NULL
             ? aj_record_summary_get_title (named->summary)
             : "";
}

static AjValues *
find_values_cb (const AjRecordType *type, const char *id, gpointer user_data)
{
  Named *named = find_named (user_data, id);
  const AjValues *values = named != NULL ? aj_record_get_values (named->record) : NULL;

  return values != NULL ? aj_values_ref (values) : NULL;
}

/* (transfer full): what the record is called that was changed; when it is gone, what it was called when it went. */
static char *
dup_own_title (Detail *self)
{
  const AjHistoryChange *change = self->change;
  const AjValues *state = change->before != NULL ? change->before : change->after;
  const char *title = find_title (self, change->id);
  char *name = *title != '\0' ? g_strdup (title) : NULL;

  if (name == NULL)
    name = aj_naming_describe (state, find_values_cb, self);
  return name != NULL ? name : g_strdup (aj_record_type_get_label (change->type));
}

static char *
display (Detail *self, const AjField *field, const AjValues *state, guint index)
{
  const AjValue *value = state != NULL ? aj_values_peek (state, index) : NULL;

  if (value == NULL || value->kind == AJ_VALUE_NONE)
    /* Translators: a field without a value. */
    return g_strdup (_ ("nothing"));
  if (field->kind == AJ_FIELD_REFERENCE)
    return g_strdup (find_title (self, value->as.text));
  return aj_field_display (field, value);
}

static char *
make_line (Detail *self, guint index)
{
  const AjField *field = &self->change->type->fields[index];
  g_autofree char *before = display (self, field, self->change->before, index);
  g_autofree char *after = display (self, field, self->change->after, index);

  if (self->change->before == NULL ||
      aj_values_peek (self->change->before, index)->kind == AJ_VALUE_NONE)
    /* Translators: the label of a field, and what stands in it. */
    return g_strdup_printf (_ ("%s: %s"), aj_field_get_label (field), after);
  if (self->change->after == NULL)
    return g_strdup_printf (_ ("%s: %s"), aj_field_get_label (field), before);
  /* Translators: the label of a field, what stood in it, what stands in it now. */
  return g_strdup_printf (_ ("%s: from %s to %s"), aj_field_get_label (field), before, after);
}

/* "Person added: Halt Twente". */
static char *
make_heading (Detail *self)
{
  const char *label = aj_record_type_get_label (self->change->type);
  g_autofree char *title = dup_own_title (self);

  if (self->change->before == NULL)
    /* Translators: a kind of record, and its name: "Person added: Halt Twente". */
    return g_strdup_printf (_ ("%s added: %s"), label, title);
  if (self->change->after == NULL)
    /* Translators: a kind of record, and its name: "Person removed: Halt Twente". */
    return g_strdup_printf (_ ("%s removed: %s"), label, title);
  /* Translators: a kind of record, and its name: "Person changed: Halt Twente". */
  return g_strdup_printf (_ ("%s changed: %s"), label, title);
}

static void
show_detail (Detail *self)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *heading = make_heading (self);

  for (guint i = 0; i < self->change->type->n_fields; i++)
    if (!self->change->type->fields[i].internal && aj_history_change_is_touched (self->change, i))
      {
        g_autofree char *line = make_line (self, i);

        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
      }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), heading);
  adw_action_row_set_subtitle (self->row, lines->str);
  aj_accessible_set_name (GTK_WIDGET (self->row), heading);
}

static void
watch (Detail *self, const AjRecordType *type, const char *id)
{
  Named *named = g_new0 (Named, 1);

  named->record = aj_store_ref_record (self->store, type, id);
  named->summary = aj_record_summary_new (self->store, named->record);
  g_ptr_array_add (self->all, named);
  g_signal_connect_swapped (named->summary, "notify::title", G_CALLBACK (show_detail), self);
}

static void
watch_names (Detail *self)
{
  const AjHistoryChange *change = self->change;

  watch (self, change->type, change->id);
  for (guint i = 0; i < change->type->n_fields; i++)
    {
      const AjField *field = &change->type->fields[i];
      const AjValues *states[] = { change->before, change->after };

      for (guint j = 0; field->kind == AJ_FIELD_REFERENCE && j < G_N_ELEMENTS (states); j++)
        {
          const AjValue *value = states[j] != NULL ? aj_values_peek (states[j], i) : NULL;

          if (value != NULL && value->kind == AJ_VALUE_TEXT)
            watch (self, aj_record_type_lookup (field->target), value->as.text);
        }
    }
}

static AdwActionRow *
add_plain_row (AjHistoryRow *self)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  /* Names hold what people typed, which is no markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (row, 0);
  adw_action_row_set_subtitle_lines (row, 0);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (row));
  return row;
}

/* @change is taken. */
static void
add_detail (AjHistoryRow *self, AjHistoryChange *change)
{
  Detail *detail = g_new0 (Detail, 1);

  detail->change = change;
  detail->store = g_object_ref (self->store);
  detail->all = g_ptr_array_new_with_free_func (named_free);
  detail->row = add_plain_row (self);
  g_object_set_data_full (G_OBJECT (detail->row), "detail", detail, (GDestroyNotify) detail_free);
  watch_names (detail);
  show_detail (detail);
}

static void
add_rest (AjHistoryRow *self, guint n_more)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u more change", "%u more changes", n_more),
                                           n_more);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (add_plain_row (self)), text);
}

static void
changes_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjHistoryRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = aj_store_list_history_finish (AJ_STORE (source), result, &error);
  GPtrArray *changes;
  guint n_all;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (entries == NULL || entries->len == 0)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (add_plain_row (self)),
                                     error != NULL ? error->message : _ ("Nothing was changed."));
      return;
    }
  changes = ((AjHistoryEntry *) entries->pdata[0])->changes;
  n_all = changes->len;
  for (guint i = 0; i < MIN (n_all, MAX_SHOWN); i++)
    add_detail (self, g_ptr_array_steal_index (changes, 0));
  if (n_all > MAX_SHOWN)
    add_rest (self, n_all - MAX_SHOWN);
}

static void
expanded_cb (AjHistoryRow *self)
{
  const AjHistoryFilter filter = { .revision = self->revision, .limit = 1, .with_changes = TRUE };

  if (self->is_filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  self->is_filled = TRUE;
  aj_store_list_history_async (self->store, &filter, self->cancellable, changes_read_cb,
                               g_object_ref (self));
}

static void
aj_history_row_dispose (GObject *object)
{
  AjHistoryRow *self = AJ_HISTORY_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (aj_history_row_parent_class)->dispose (object);
}

static void
aj_history_row_class_init (AjHistoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_history_row_dispose;
}

static void
aj_history_row_init (AjHistoryRow *self)
{
  self->cancellable = g_cancellable_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

static char *
make_title (const AjHistoryEntry *entry)
{
  switch (entry->kind)
    {
    case AJ_HISTORY_UNDO:
      return g_strdup_printf (_ ("Undone: %s"), entry->label);
    case AJ_HISTORY_REDO:
      return g_strdup_printf (_ ("Made again: %s"), entry->label);
    case AJ_HISTORY_EDIT:
    case AJ_HISTORY_NOTE:
    default:
      /* Translators: what was done, and since taken back. */
      return entry->undone ? g_strdup_printf (_ ("%s (undone)"), entry->label)
                           : g_strdup (entry->label);
    }
}

GtkWidget *
aj_history_row_new (AjStore *store, const AjHistoryEntry *entry)
{
  AjHistoryRow *self = g_object_new (AJ_TYPE_HISTORY_ROW, NULL);
  g_autofree char *title = make_title (entry);
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (entry->at);
  g_autofree char *time = at != NULL ? g_date_time_format (at, "%H:%M") : g_strdup ("");
  /* Translators: who changed something, and at what time: "Anna Jansen · 14:03". */
  g_autofree char *subtitle = g_strdup_printf (_ ("%s · %s"), entry->author, time);

  self->store = g_object_ref (store);
  self->revision = entry->revision;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  aj_accessible_set_name (GTK_WIDGET (self), title);
  aj_accessible_name_lists (GTK_WIDGET (self), title);
  return GTK_WIDGET (self);
}
