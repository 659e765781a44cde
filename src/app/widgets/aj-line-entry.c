/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-line-entry.h"

#include "aj-accessible.h"
#include "aj-feedback.h"
#include "aj-undo-keys.h"

/* Pixels: what stays in view beneath the line that tells how it is read. */
#define BELOW 12

struct _AjLineEntry
{
  GtkBox parent_instance;

  guint reveal_id; /* 0: not about to come into view */

  GtkListBox *list_box; /* (unowned): a child */
  GtkEditable *row;     /* (unowned): in the list */
  GtkLabel *hint;       /* (unowned): a child */
};

G_DEFINE_FINAL_TYPE (AjLineEntry, aj_line_entry, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ACCEPTED,
  SIGNAL_ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* GTK brings what has the cursor into view, and leaves out how it is read. */
static gboolean
reveal_cb (gpointer user_data)
{
  AjLineEntry *self = user_data;
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  self->reveal_id = 0;
  if (viewport != NULL && gtk_widget_compute_bounds (GTK_WIDGET (self), viewport, &bounds))
    {
      GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
      double bottom = gtk_adjustment_get_value (adjustment) + (double) bounds.origin.y +
                      (double) bounds.size.height + BELOW;
      graphene_rect_t row;

      if (!gtk_widget_compute_bounds (GTK_WIDGET (self->row), viewport, &row))
        return G_SOURCE_REMOVE;
      gtk_adjustment_clamp_page (adjustment,
                                 gtk_adjustment_get_value (adjustment) + (double) row.origin.y,
                                 bottom);
    }
  return G_SOURCE_REMOVE;
}

/* The frame that is about to be made lays it out, and GTK scrolls as it likes: then it can be seen what is missing. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AjLineEntry *self = AJ_LINE_ENTRY (widget);

  if (self->reveal_id == 0)
    self->reveal_id = g_idle_add (reveal_cb, self);
  return G_SOURCE_REMOVE;
}

static void
reveal_soon (AjLineEntry *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
row_changed_cb (AjLineEntry *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  /* How it is read may take another line. */
  if ((gtk_widget_get_state_flags (GTK_WIDGET (self->row)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    reveal_soon (self);
}

static void
row_activated_cb (AjLineEntry *self)
{
  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0);
}

static gboolean
accept_pressed_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  row_activated_cb (user_data);
  return TRUE;
}

static void
focus_entered_cb (AjLineEntry *self)
{
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0);
  reveal_soon (self);
}

static void
aj_line_entry_dispose (GObject *object)
{
  AjLineEntry *self = AJ_LINE_ENTRY (object);

  g_clear_handle_id (&self->reveal_id, g_source_remove);
  G_OBJECT_CLASS (aj_line_entry_parent_class)->dispose (object);
}

static gboolean
aj_line_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (AJ_LINE_ENTRY (widget)->row));
}

static void
aj_line_entry_class_init (AjLineEntryClass *klass)
{
  static const char *const names[N_SIGNALS] = { "changed", "accepted", "entered" };

  G_OBJECT_CLASS (klass)->dispose = aj_line_entry_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = aj_line_entry_grab_focus;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], AJ_TYPE_LINE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

/* As with a text of several lines, so that who goes from one to the other need not think of it. */
static void
add_shortcut (AjLineEntry *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut =
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                        gtk_callback_action_new (accept_pressed_cb, self, NULL));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (GTK_WIDGET (self->row), controller);
}

static void
add_row (AjLineEntry *self)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->row = GTK_EDITABLE (row);
  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_entered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  aj_undo_keys_let_through_entry (self->row);
  add_shortcut (self);
  gtk_list_box_append (self->list_box, row);
}

static void
aj_line_entry_init (AjLineEntry *self)
{
  GtkWidget *list_box = gtk_list_box_new ();
  GtkWidget *hint = gtk_label_new (NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->list_box = GTK_LIST_BOX (list_box);
  gtk_list_box_set_selection_mode (self->list_box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list_box, "boxed-list");
  add_row (self);
  gtk_box_append (GTK_BOX (self), list_box);
  self->hint = GTK_LABEL (hint);
  gtk_label_set_xalign (self->hint, 0);
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_label_set_max_width_chars (self->hint, 40);
  gtk_label_set_wrap_mode (self->hint, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "line-hint");
  gtk_box_append (GTK_BOX (self), hint);
}

AjLineEntry *
aj_line_entry_new (const char *title)
{
  AjLineEntry *self = g_object_new (AJ_TYPE_LINE_ENTRY, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  aj_accessible_set_name (GTK_WIDGET (self->row), title);
  aj_accessible_set_name (GTK_WIDGET (self->list_box), title);
  return self;
}

const char *
aj_line_entry_get_text (AjLineEntry *self)
{
  g_return_val_if_fail (AJ_IS_LINE_ENTRY (self), NULL);

  return gtk_editable_get_text (self->row);
}

void
aj_line_entry_set_text (AjLineEntry *self, const char *text)
{
  g_return_if_fail (AJ_IS_LINE_ENTRY (self));

  gtk_editable_set_text (self->row, text);
  gtk_editable_set_position (self->row, -1);
}

/* A line on its way. */
typedef struct
{
  AjLineEntry *entry; /* (owned) */
  char *text;         /* (owned) */
} Sending;

static void
committed_cb (AjEdit *edit, const GError *error, gpointer user_data)
{
  Sending *sending = user_data;
  AjLineEntry *self = sending->entry;

  if (error != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL &&
      *gtk_editable_get_text (self->row) == '\0')
    aj_line_entry_set_text (self, sending->text);
  g_object_unref (self);
  g_free (sending->text);
  g_free (sending);
}

void
aj_line_entry_commit (AjLineEntry *self, GtkWidget *from, AjEdit *edit)
{
  Sending *sending;

  g_return_if_fail (AJ_IS_LINE_ENTRY (self));

  sending = g_new0 (Sending, 1);
  sending->entry = g_object_ref (self);
  sending->text = g_strdup (gtk_editable_get_text (self->row));
  aj_line_entry_set_text (self, "");
  aj_feedback_commit (from, edit, AJ_COMMIT_QUIET, committed_cb, sending);
}

void
aj_line_entry_show_hint (AjLineEntry *self, const char *text, gboolean is_wrong)
{
  g_return_if_fail (AJ_IS_LINE_ENTRY (self));

  gtk_label_set_text (self->hint, text);
  gtk_widget_set_visible (GTK_WIDGET (self->hint),
                          *text != '\0' && gtk_widget_get_visible (GTK_WIDGET (self->row)));
  aj_accessible_describe (GTK_WIDGET (self->row), text);
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->hint), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "error");
}

void
aj_line_entry_set_open (AjLineEntry *self, gboolean open)
{
  g_return_if_fail (AJ_IS_LINE_ENTRY (self));

  gtk_widget_set_visible (GTK_WIDGET (self->row), open);
  gtk_widget_set_visible (GTK_WIDGET (self->hint),
                          open && *gtk_label_get_text (self->hint) != '\0');
}

void
aj_line_entry_add_row_before (AjLineEntry *self, GtkWidget *row)
{
  g_return_if_fail (AJ_IS_LINE_ENTRY (self));

  gtk_list_box_insert (self->list_box, row,
                       gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->row)));
}
