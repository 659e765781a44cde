/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-field-editor.h"

/* Text of several lines. Enter begins a line, Ctrl+Enter is done, Tab moves on. */
struct _AjFieldEditorNote
{
  AjFieldEditor parent_instance;

  GtkTextView *view; /* (unowned): the child */
  int width;         /* that its lines were last laid out in */
  guint tick;        /* asks for other room once they are; 0 */
};

G_DEFINE_FINAL_TYPE (AjFieldEditorNote, aj_field_editor_note, AJ_TYPE_FIELD_EDITOR)

static gboolean
finish_pressed_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  aj_field_editor_finish (user_data);
  return TRUE;
}

static void
add_shortcut (AjFieldEditorNote *self, const char *trigger)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                            gtk_callback_action_new (finish_pressed_cb, self,
                                                                     NULL));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}

/* GTK asks for other room only when the text takes more lines or less, and an empty one was given none at first. */
static void
buffer_changed_cb (AjFieldEditorNote *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self->view));
  aj_field_editor_touch (AJ_FIELD_EDITOR (self));
}

static gboolean
lines_laid_out_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AjFieldEditorNote *self = AJ_FIELD_EDITOR_NOTE (widget);

  self->tick = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self->view));
  return G_SOURCE_REMOVE;
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (AJ_FIELD_EDITOR_NOTE (widget)->view), orientation, for_size,
                      minimum, natural, NULL, NULL);
}

/* A text view tells how high it is in the width it has, and not in the one it is asked about: so in a new width it is asked
 * once more, or its last lines would be out of sight. */
static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AjFieldEditorNote *self = AJ_FIELD_EDITOR_NOTE (widget);

  gtk_widget_allocate (GTK_WIDGET (self->view), width, height, baseline, NULL);
  if (width == self->width)
    return;
  self->width = width;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (widget, lines_laid_out_cb, NULL, NULL);
}

static void
build (AjFieldEditor *editor)
{
  AjFieldEditorNote *self = AJ_FIELD_EDITOR_NOTE (editor);
  GtkWidget *view = gtk_text_view_new ();

  self->view = GTK_TEXT_VIEW (view);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->view), "changed",
                            G_CALLBACK (buffer_changed_cb), self);
  add_shortcut (self, "<Control>Return|<Control>KP_Enter");
  adw_bin_set_child (ADW_BIN (self), view);
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 gtk_custom_layout_new (NULL, measure, allocate));
  aj_field_editor_add_control (editor, view, NULL);
}

static char *
get_text (AjFieldEditorNote *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (self->view), &start, &end);
  return gtk_text_iter_get_text (&start, &end);
}

static void
show (AjFieldEditor *editor, const AjValue *value)
{
  AjFieldEditorNote *self = AJ_FIELD_EDITOR_NOTE (editor);
  g_autofree char *text = aj_field_display (aj_field_editor_get_field (editor), value);
  g_autofree char *present = get_text (self);

  if (!g_str_equal (present, text))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
}

static gboolean
read_value (AjFieldEditor *editor, AjValue *value, GError **error)
{
  g_autofree char *text = get_text (AJ_FIELD_EDITOR_NOTE (editor));

  return aj_field_parse (aj_field_editor_get_field (editor), text, value, error);
}

static gboolean
is_blank (AjFieldEditor *editor)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (AJ_FIELD_EDITOR_NOTE (editor)->view);

  return gtk_text_buffer_get_char_count (buffer) == 0;
}

static void
forget_typing (AjFieldEditor *editor)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (AJ_FIELD_EDITOR_NOTE (editor)->view);

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_enable_undo (buffer, TRUE);
}

static void
aj_field_editor_note_class_init (AjFieldEditorNoteClass *klass)
{
  AjFieldEditorClass *editor_class = AJ_FIELD_EDITOR_CLASS (klass);

  editor_class->build = build;
  editor_class->show = show;
  editor_class->read = read_value;
  editor_class->is_blank = is_blank;
  editor_class->forget_typing = forget_typing;
}

static void
aj_field_editor_note_init (AjFieldEditorNote *self)
{
}
