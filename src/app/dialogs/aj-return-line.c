/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-return-line.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-import-cell.h"
#include "aj-text.h"

/* How much of a row is told before it is opened. */
#define MAX_TOLD   6
#define MAX_LENGTH 100

struct _AjReturnLine
{
  AdwExpanderRow parent_instance;

  AjReturns *returns; /* (owned) */
  AjReturnRow *row;   /* (owned) */
  gboolean shows_verdict;
  gboolean is_filled;

  GtkCheckButton *included; /* (borrowed): children */
  GtkLabel *tag;
};

G_DEFINE_FINAL_TYPE (AjReturnLine, aj_return_line, ADW_TYPE_EXPANDER_ROW)

/* On one line, and not the whole of a long note. */
static char *
shorten (const char *text)
{
  g_autofree char *clean = aj_text_clean_line (text);

  return aj_text_truncate_utf16 (clean, MAX_LENGTH);
}

static void
append_line (GString *lines, const char *line)
{
  g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
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
    line = g_strdup_printf (_ ("%1$s: %2$s → %3$s"), label, before, after);
  append_line (lines, line);
}

/* What changes, a line each; of something new, what it holds, in one line. */
static void
append_changes (AjReturnLine *self, GString *lines)
{
  g_autoptr (GPtrArray) changes = aj_returns_list_changes (self->returns, self->row);
  gboolean is_new = aj_return_row_get_before (self->row) == NULL;
  g_autoptr (GString) values = g_string_new (NULL);

  for (guint i = 0; i < MIN (changes->len, MAX_TOLD); i++)
    {
      const AjImportChange *change = changes->pdata[i];
      g_autofree char *after = shorten (change->after);

      if (!is_new)
        append_change (lines, change);
      else if (*after != '\0' && change->field->kind == AJ_FIELD_BOOLEAN)
        g_string_append_printf (values, "%s%s", values->len > 0 ? " · " : "",
                                aj_field_get_label (change->field));
      else if (*after != '\0')
        g_string_append_printf (values, "%s%s", values->len > 0 ? " · " : "", after);
    }
  if (values->len > 0)
    append_line (lines, values->str);
}

/* (transfer full): "Zwolle.xlsx, line 4" */
static char *
describe_place (AjReturnRow *row)
{
  const char *file = aj_return_row_get_file (row);
  guint line = aj_return_row_get_line (row);

  /* Translators: the name of a file, and the number of a line in it. */
  return line > 0 ? g_strdup_printf (_ ("%1$s, line %2$u"), file, line) : g_strdup (file);
}

/* (transfer full): the title of an activity with its municipality, or the municipality alone. */
static char *
make_title (AjReturnRow *row)
{
  const char *title = aj_return_row_get_title (row);
  const char *municipality = aj_return_row_get_municipality (row);

  if (*title == '\0')
    return describe_place (row);
  if (aj_return_row_get_kind (row) == AJ_RETURN_ANSWER || municipality == NULL)
    return g_strdup (title);
  return g_strdup_printf ("%s · %s", title, municipality);
}

static void
show_text (AjReturnLine *self)
{
  const char *reason = aj_return_row_get_reason (self->row);
  AjImportVerdict verdict = aj_return_row_get_verdict (self->row);
  g_autofree char *title = make_title (self->row);
  g_autofree char *place = describe_place (self->row);
  g_autofree char *check_name = g_strdup_printf (_ ("Take %s along"), title);
  g_autofree char *name = g_strdup_printf (_ ("%s, %s"), title,
                                           aj_import_verdict_get_label (verdict));
  g_autoptr (GString) lines = g_string_new (reason);

  if (verdict != AJ_IMPORT_REFUSED)
    append_changes (self, lines);
  if (aj_return_row_is_doubtful (self->row) && !g_str_equal (title, place))
    append_line (lines, place);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), lines->str);
  aj_accessible_set_name (GTK_WIDGET (self), name);
  aj_accessible_name_lists (GTK_WIDGET (self), title);
  aj_accessible_describe (GTK_WIDGET (self), lines->str);
  aj_accessible_set_name (GTK_WIDGET (self->included), check_name);
  aj_accessible_describe (GTK_WIDGET (self->included), lines->str);
}

static void
show_tag (AjReturnLine *self)
{
  static const char *const css[] = {
    [AJ_IMPORT_NEW] = "tag-success",
    [AJ_IMPORT_CHANGED] = "tag-accent",
    [AJ_IMPORT_SAME] = "tag-plain",
    [AJ_IMPORT_REFUSED] = "tag-error",
  };
  AjImportVerdict verdict = aj_return_row_get_verdict (self->row);
  const char *classes[] = { "tag", css[verdict], NULL };

  gtk_label_set_text (self->tag, aj_import_verdict_get_label (verdict));
  gtk_widget_set_css_classes (GTK_WIDGET (self->tag), classes);
  gtk_widget_set_visible (GTK_WIDGET (self->tag), self->shows_verdict);
}

static void
show (AjReturnLine *self)
{
  show_text (self);
  show_tag (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->included), aj_return_row_can_be_wanted (self->row));
  gtk_widget_set_visible (GTK_WIDGET (self->included),
                          self->shows_verdict ||
                              aj_return_row_get_verdict (self->row) != AJ_IMPORT_SAME);
}

static char *
cell_dup_title (GListModel *rows, GObject *row, guint cell)
{
  return g_strdup (aj_return_row_get_cell_label (AJ_RETURN_ROW (row), cell));
}

static char *
cell_dup_text (GObject *row, guint cell)
{
  return aj_return_row_dup_cell (AJ_RETURN_ROW (row), cell);
}

static const char *
cell_get_fault (GObject *row, guint cell)
{
  return aj_return_row_get_cell_fault (AJ_RETURN_ROW (row), cell);
}

static const char *
cell_get_suggestion (GObject *row, guint cell)
{
  return aj_return_row_get_cell_suggestion (AJ_RETURN_ROW (row), cell);
}

static void
cell_set_text (GListModel *rows, GObject *row, guint cell, const char *text)
{
  aj_returns_set_cell (AJ_RETURNS (rows), AJ_RETURN_ROW (row), cell, text);
}

static const AjImportCellKind cell_kind = {
  .dup_title = cell_dup_title,
  .dup_text = cell_dup_text,
  .get_fault = cell_get_fault,
  .get_suggestion = cell_get_suggestion,
  .set_text = cell_set_text,
};

static void
expanded_cb (AjReturnLine *self)
{
  if (self->is_filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  self->is_filled = TRUE;
  for (guint i = 0; i < aj_return_row_get_n_cells (self->row); i++)
    {
      GtkWidget *cell = aj_import_cell_new (&cell_kind, G_LIST_MODEL (self->returns),
                                            G_OBJECT (self->row), i);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), cell);
      /* Who opens it comes to mend it. */
      if (aj_return_row_get_fault_cell (self->row) == (int) i)
        gtk_widget_child_focus (cell, GTK_DIR_TAB_FORWARD);
    }
}

static void
aj_return_line_dispose (GObject *object)
{
  AjReturnLine *self = AJ_RETURN_LINE (object);

  g_clear_object (&self->returns);
  g_clear_object (&self->row);
  G_OBJECT_CLASS (aj_return_line_parent_class)->dispose (object);
}

static void
aj_return_line_class_init (AjReturnLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_return_line_dispose;
}

static void
aj_return_line_init (AjReturnLine *self)
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
aj_return_line_new (AjReturns *returns, AjReturnRow *row, gboolean shows_verdict)
{
  AjReturnLine *self = g_object_new (AJ_TYPE_RETURN_LINE, NULL);

  self->returns = g_object_ref (returns);
  self->row = g_object_ref (row);
  self->shows_verdict = shows_verdict;
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self),
                                         aj_return_row_get_n_cells (row) > 0);
  g_signal_connect_object (row, "judged", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  g_object_bind_property (row, "wanted", self->included, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  return GTK_WIDGET (self);
}
