/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-import-line.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-import-cell.h"
#include "aj-text.h"

/* How much of a row is told before it is opened. */
#define MAX_TOLD   6
#define MAX_LENGTH 100

struct _AjImportLine
{
  AdwExpanderRow parent_instance;

  AjImport *import; /* (owned) */
  AjImportRow *row; /* (owned) */
  gboolean shows_verdict;
  gboolean is_filled;

  GtkCheckButton *included; /* (borrowed): children */
  GtkLabel *tag;
};

G_DEFINE_FINAL_TYPE (AjImportLine, aj_import_line, ADW_TYPE_EXPANDER_ROW)

static gboolean
can_be_taken (AjImportLine *self)
{
  AjImportVerdict verdict = aj_import_row_get_verdict (self->row);

  return verdict == AJ_IMPORT_NEW || verdict == AJ_IMPORT_CHANGED;
}

/* On one line, and not the whole of a long note. */
static char *
shorten (const char *text)
{
  g_autofree char *clean = aj_text_clean_line (text);

  return aj_text_truncate_utf16 (clean, MAX_LENGTH);
}

static void
append_change (GString *lines, const AjImportChange *change)
{
  const char *label = aj_field_get_label (change->field);
  g_autofree char *before = shorten (change->before);
  g_autofree char *after = shorten (change->after);
  g_autofree char *line = NULL;

  if (*before == '\0')
    line = g_strdup_printf (_ ("%s: %s"), label, after);
  else
    /* Translators: the label of a field, what stands in it, what will stand in it. */
    line = g_strdup_printf (_ ("%1$s: %2$s → %3$s"), label, before, after);
  g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
}

/* What changes, a line each; of something new, what it holds, in one line. */
static void
append_changes (AjImportLine *self, GString *lines)
{
  g_autoptr (GPtrArray) changes = aj_import_list_changes (self->import, self->row);
  gboolean is_new = aj_import_row_get_before (self->row) == NULL;
  const char *title = aj_import_get_record_type (self->import)->title_field;
  g_autoptr (GString) values = g_string_new (NULL);

  for (guint i = 0; i < MIN (changes->len, MAX_TOLD); i++)
    {
      const AjImportChange *change = changes->pdata[i];
      g_autofree char *after = shorten (change->after);

      if (!is_new)
        append_change (lines, change);
      else if (g_strcmp0 (change->field->name, title) != 0)
        g_string_append_printf (values, "%s%s", values->len > 0 ? " · " : "", after);
    }
  if (values->len > 0)
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", values->str);
}

static void
show_text (AjImportLine *self)
{
  const char *title = aj_import_row_get_title (self->row);
  const char *reason = aj_import_row_get_reason (self->row);
  const char *verdict = aj_import_verdict_get_label (aj_import_row_get_verdict (self->row));
  /* Translators: a row of a file in which nothing stands that it could be called by. */
  g_autofree char *nameless = g_strdup_printf (_ ("Line %u"), aj_import_row_get_line (self->row));
  const char *shown = *title != '\0' ? title : nameless;
  g_autoptr (GString) lines = g_string_new (reason);
  g_autofree char *name = NULL;
  g_autofree char *check_name = g_strdup_printf (_ ("Take %s along"), shown);

  if (aj_import_row_get_verdict (self->row) != AJ_IMPORT_REFUSED)
    append_changes (self, lines);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), shown);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), lines->str);
  name = g_strdup_printf (_ ("%s, %s"), shown, verdict);
  aj_accessible_set_name (GTK_WIDGET (self), name);
  aj_accessible_name_lists (GTK_WIDGET (self), shown);
  aj_accessible_describe (GTK_WIDGET (self), lines->str);
  aj_accessible_set_name (GTK_WIDGET (self->included), check_name);
  aj_accessible_describe (GTK_WIDGET (self->included), lines->str);
}

static void
show_tag (AjImportLine *self)
{
  static const char *const css[] = {
    [AJ_IMPORT_NEW] = "tag-success",
    [AJ_IMPORT_CHANGED] = "tag-accent",
    [AJ_IMPORT_SAME] = "tag-plain",
    [AJ_IMPORT_REFUSED] = "tag-error",
  };
  AjImportVerdict verdict = aj_import_row_get_verdict (self->row);
  const char *classes[] = { "tag", css[verdict], NULL };

  gtk_label_set_text (self->tag, aj_import_verdict_get_label (verdict));
  gtk_widget_set_css_classes (GTK_WIDGET (self->tag), classes);
  gtk_widget_set_visible (GTK_WIDGET (self->tag), self->shows_verdict);
}

static void
show (AjImportLine *self)
{
  show_text (self);
  show_tag (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->included), can_be_taken (self));
  gtk_widget_set_visible (GTK_WIDGET (self->included),
                          self->shows_verdict ||
                              aj_import_row_get_verdict (self->row) != AJ_IMPORT_SAME);
}

/* (transfer full) (nullable): what is stored now, when the row changes that. */
static char *
find_before (AjImport *import, AjImportRow *row, guint column)
{
  const AjField *field = aj_import_get_column_field (import, column);
  g_autoptr (GPtrArray) changes = aj_import_list_changes (import, row);

  if (aj_import_row_get_before (row) == NULL)
    return NULL;
  for (guint i = 0; i < changes->len; i++)
    {
      AjImportChange *change = changes->pdata[i];

      if (change->field == field)
        return g_strdup (change->before);
    }
  return NULL;
}

static char *
cell_dup_title (GListModel *rows, GObject *row, guint cell)
{
  const char *label = aj_import_get_column_label (AJ_IMPORT (rows), cell);
  g_autofree char *before = find_before (AJ_IMPORT (rows), AJ_IMPORT_ROW (row), cell);

  if (before == NULL)
    return g_strdup (label);
  if (*before == '\0')
    /* Translators: the label of a field that is filled in by an import. */
    return g_strdup_printf (_ ("%s · was empty"), label);
  /* Translators: the label of a field that an import changes, and what stands in it until then. */
  return g_strdup_printf (_ ("%1$s · was “%2$s”"), label, before);
}

static char *
cell_dup_text (GObject *row, guint cell)
{
  return g_strdup (aj_import_row_get_cell (AJ_IMPORT_ROW (row), cell));
}

static const char *
cell_get_fault (GObject *row, guint cell)
{
  return aj_import_row_get_cell_fault (AJ_IMPORT_ROW (row), cell);
}

static const char *
cell_get_suggestion (GObject *row, guint cell)
{
  return aj_import_row_get_suggestion (AJ_IMPORT_ROW (row), cell);
}

static void
cell_set_text (GListModel *rows, GObject *row, guint cell, const char *text)
{
  aj_import_set_cell (AJ_IMPORT (rows), AJ_IMPORT_ROW (row), cell, text);
}

static const AjImportCellKind cell_kind = {
  .dup_title = cell_dup_title,
  .dup_text = cell_dup_text,
  .get_fault = cell_get_fault,
  .get_suggestion = cell_get_suggestion,
  .set_text = cell_set_text,
};

/* A column of ids is nothing to type in; one in which something stands may have to be emptied. */
static gboolean
is_shown (AjImportLine *self, guint column)
{
  return aj_import_get_column_field (self->import, column) != NULL ||
         *aj_import_row_get_cell (self->row, column) != '\0';
}

static void
expanded_cb (AjImportLine *self)
{
  if (self->is_filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  self->is_filled = TRUE;
  for (guint i = 0; i < aj_import_get_n_columns (self->import); i++)
    {
      GtkWidget *cell;

      if (!is_shown (self, i))
        continue;
      cell = aj_import_cell_new (&cell_kind, G_LIST_MODEL (self->import), G_OBJECT (self->row), i);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), cell);
      /* Who opens it comes to mend it. */
      if (aj_import_row_get_fault_column (self->row) == (int) i)
        gtk_widget_child_focus (cell, GTK_DIR_TAB_FORWARD);
    }
}

static void
aj_import_line_dispose (GObject *object)
{
  AjImportLine *self = AJ_IMPORT_LINE (object);

  g_clear_object (&self->import);
  g_clear_object (&self->row);
  G_OBJECT_CLASS (aj_import_line_parent_class)->dispose (object);
}

static void
aj_import_line_class_init (AjImportLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_import_line_dispose;
}

static void
aj_import_line_init (AjImportLine *self)
{
  self->included = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->included), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->included), _ ("Take this row along"));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->included));
  self->tag = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->tag), GTK_ALIGN_CENTER);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->tag));
  /* Names hold what people typed, which is no markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

GtkWidget *
aj_import_line_new (AjImport *import, AjImportRow *row, gboolean shows_verdict)
{
  AjImportLine *self = g_object_new (AJ_TYPE_IMPORT_LINE, NULL);

  self->import = g_object_ref (import);
  self->row = g_object_ref (row);
  self->shows_verdict = shows_verdict;
  g_signal_connect_object (row, "judged", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  g_object_bind_property (row, "wanted", self->included, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  return GTK_WIDGET (self);
}
