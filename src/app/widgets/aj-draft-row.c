/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-draft-row.h"

#include "aj-error.h"
#include "aj-field-editor.h"
#include "aj-undo-keys.h"

struct _AjDraftRow
{
  AdwPreferencesRow parent_instance;

  /* Template */
  GtkLabel *title_label;
  GtkLabel *placeholder_label;
  GtkLabel *fault_label;
  AdwBin *editor_bin;
  AdwBin *suffix_bin;

  guint index;           /* of the field in its table */
  AjFieldEditor *editor; /* (unowned): in one of the bins */
  GtkListBox *list_box;  /* (unowned) (nullable): the parent */
  AjValues *draft;       /* (unowned) (nullable) */
  char *fault;           /* (owned) (nullable) */
  gboolean focused;
};

G_DEFINE_FINAL_TYPE (AjDraftRow, aj_draft_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
toggle_class (AjDraftRow *self, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/* As in AdwEntryRow, the title of an empty row stands where the text would, until the cursor comes. */
static void
update_placeholder (AjDraftRow *self)
{
  gboolean blank = !self->focused && !gtk_widget_get_visible (GTK_WIDGET (self->fault_label)) &&
                   aj_field_editor_is_blank (self->editor);

  gtk_widget_set_visible (GTK_WIDGET (self->placeholder_label), blank);
  gtk_widget_set_opacity (GTK_WIDGET (self->title_label), blank ? 0 : 1);
}

/* Half a date is a fault only once the person thinks it is a whole one. */
static void
show_fault (AjDraftRow *self, gboolean show)
{
  const char *sentence = show ? self->fault : NULL;

  gtk_label_set_text (self->fault_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), sentence != NULL);
  toggle_class (self, "error", sentence != NULL);
  aj_field_editor_set_fault (self->editor, sentence);
  update_placeholder (self);
}

static void
take (AjDraftRow *self)
{
  g_auto (AjValue) value = AJ_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  const AjField *field = aj_field_editor_get_field (self->editor);
  gboolean is_value = aj_field_editor_read (self->editor, &value, &error) &&
                      (value.kind == AJ_VALUE_NONE || aj_field_check (field, &value, &error));

  if (!is_value)
    aj_value_clear (&value);
  aj_set_string (&self->fault, error != NULL ? error->message : NULL);
  aj_values_set (self->draft, self->index, &value);
}

static void
editor_changed_cb (AjDraftRow *self)
{
  update_placeholder (self);
  if (self->draft == NULL || !aj_field_editor_is_touched (self->editor))
    return;
  take (self);
  if (self->fault == NULL)
    show_fault (self, FALSE);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
finished_cb (AjDraftRow *self)
{
  show_fault (self, TRUE);
}

static void
focus_entered_cb (AjDraftRow *self)
{
  self->focused = TRUE;
  toggle_class (self, "focused", TRUE);
  update_placeholder (self);
}

static void
focus_left_cb (AjDraftRow *self)
{
  self->focused = FALSE;
  toggle_class (self, "focused", FALSE);
  show_fault (self, TRUE);
}

static gboolean
has_typing (GtkWidget *widget)
{
  return aj_field_editor_is_touched (AJ_DRAFT_ROW (widget)->editor);
}

static void
row_activated_cb (AjDraftRow *self, GtkListBoxRow *row)
{
  if ((gpointer) row == (gpointer) self)
    aj_field_editor_activate (self->editor);
}

/* A row is told of a click by its list. */
static void
parent_changed_cb (AjDraftRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (self->list_box != NULL)
    g_signal_handlers_disconnect_by_func (self->list_box, row_activated_cb, self);
  self->list_box = NULL;
  if (!GTK_IS_LIST_BOX (parent))
    return;
  self->list_box = GTK_LIST_BOX (parent);
  g_signal_connect_swapped (parent, "row-activated", G_CALLBACK (row_activated_cb), self);
}

static void
title_changed_cb (AjDraftRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->placeholder_label, title);
  if (self->editor != NULL)
    aj_field_editor_set_title (self->editor, title);
}

static void
place_editor (AjDraftRow *self)
{
  if (AJ_FIELD_EDITOR_GET_CLASS (self->editor)->beside)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->title_label), "subtitle");
      gtk_label_set_wrap (self->title_label, TRUE);
      gtk_label_set_ellipsize (self->title_label, PANGO_ELLIPSIZE_NONE);
      gtk_widget_set_visible (GTK_WIDGET (self->editor_bin), FALSE);
      adw_bin_set_child (self->suffix_bin, GTK_WIDGET (self->editor));
      return;
    }
  adw_bin_set_child (self->editor_bin, GTK_WIDGET (self->editor));
  adw_bin_set_child (self->suffix_bin, aj_field_editor_get_suffix (self->editor));
}

static gboolean
aj_draft_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (AJ_DRAFT_ROW (widget)->editor));
}

static void
aj_draft_row_dispose (GObject *object)
{
  AjDraftRow *self = AJ_DRAFT_ROW (object);

  if (self->list_box != NULL)
    g_signal_handlers_disconnect_by_func (self->list_box, row_activated_cb, self);
  self->list_box = NULL;
  self->draft = NULL;
  G_OBJECT_CLASS (aj_draft_row_parent_class)->dispose (object);
}

static void
aj_draft_row_finalize (GObject *object)
{
  g_free (AJ_DRAFT_ROW (object)->fault);
  G_OBJECT_CLASS (aj_draft_row_parent_class)->finalize (object);
}

static void
aj_draft_row_class_init (AjDraftRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aj_draft_row_dispose;
  object_class->finalize = aj_draft_row_finalize;
  widget_class->grab_focus = aj_draft_row_grab_focus;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/widgets/aj-draft-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AjDraftRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, AjDraftRow, placeholder_label);
  gtk_widget_class_bind_template_child (widget_class, AjDraftRow, fault_label);
  gtk_widget_class_bind_template_child (widget_class, AjDraftRow, editor_bin);
  gtk_widget_class_bind_template_child (widget_class, AjDraftRow, suffix_bin);
}

static void
aj_draft_row_init (AjDraftRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::parent", G_CALLBACK (parent_changed_cb), NULL);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_changed_cb), NULL);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  aj_undo_keys_let_through (GTK_WIDGET (self), has_typing);
}

GtkWidget *
aj_draft_row_new (const AjRecordType *type, const char *field)
{
  AjDraftRow *self = g_object_new (AJ_TYPE_DRAFT_ROW, NULL);

  self->index = (guint) aj_record_type_find (type, field);
  self->editor = aj_field_editor_new (&type->fields[self->index]);
  place_editor (self);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (editor_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "finished", G_CALLBACK (finished_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 aj_field_get_label (&type->fields[self->index]));
  aj_draft_row_set_draft (self, NULL);
  return GTK_WIDGET (self);
}

void
aj_draft_row_set_services (AjDraftRow *self, AjServices *services)
{
  aj_field_editor_set_services (self->editor, services);
}

void
aj_draft_row_set_draft (AjDraftRow *self, AjValues *draft)
{
  static const AjValue none = AJ_VALUE_INIT;

  self->draft = draft;
  aj_set_string (&self->fault, NULL);
  show_fault (self, FALSE);
  aj_field_editor_show (self->editor, draft != NULL ? aj_values_peek (draft, self->index) : &none);
  gtk_widget_set_sensitive (GTK_WIDGET (self), draft != NULL);
}

const char *
aj_draft_row_get_fault (AjDraftRow *self)
{
  return self->fault;
}
