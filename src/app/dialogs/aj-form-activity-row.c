/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-form-activity-row.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-phrase.h"

struct _AjFormActivityRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *title_label;
  GtkLabel *when_label;
  GtkLabel *fault_label;
  GtkWidget *question_box;
  GtkToggleButton *yes_button;
  GtkToggleButton *no_button;

  AjForm *form;   /* (unowned) */
  AjFormRow *row; /* (unowned) */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (AjFormActivityRow, aj_form_activity_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_title (AjFormActivityRow *self)
{
  const char *name = self->row->texts[AJ_FORM_COLUMN_NAME];

  return name != NULL ? name : _ ("New activity");
}

/* (transfer full): "Fri 2 Apr 2027 · 13:00–17:00 · Bibliotheek Borne" */
static char *
describe (AjFormActivityRow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *day = aj_form_row_display (self->row, AJ_FORM_COLUMN_DATE);
  const char *from = self->row->texts[AJ_FORM_COLUMN_FROM];
  const char *until = self->row->texts[AJ_FORM_COLUMN_UNTIL];
  g_autofree char *times = from != NULL && until != NULL ? g_strdup_printf ("%s–%s", from, until)
                                                         : g_strdup (from);

  aj_phrase_append (text, " · ", day);
  aj_phrase_append (text, " · ", times);
  aj_phrase_append (text, " · ", self->row->texts[AJ_FORM_COLUMN_PLACE]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_asked (AjFormActivityRow *self)
{
  return self->row->activity != NULL || self->row->previous != NULL;
}

static void
show_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* What is still to be answered is no fault. */
static void
show_fault (AjFormActivityRow *self)
{
  g_autoptr (GError) error = NULL;

  if (!aj_form_row_is_open (self->row) && self->row->texts[AJ_FORM_COLUMN_NAME] != NULL)
    aj_form_check_row (self->form, self->row, NULL, &error);
  show_label (self->fault_label, error != NULL ? error->message : NULL);
}

static void
show_question (AjFormActivityRow *self)
{
  const char *answer = self->row->texts[AJ_FORM_COLUMN_TAKES_PLACE];

  self->filling = TRUE;
  gtk_widget_set_visible (self->question_box, is_asked (self));
  gtk_toggle_button_set_active (self->yes_button, g_strcmp0 (answer, "true") == 0);
  gtk_toggle_button_set_active (self->no_button, g_strcmp0 (answer, "false") == 0);
  self->filling = FALSE;
}

void
aj_form_activity_row_update (AjFormActivityRow *self)
{
  g_autofree char *when = describe (self);
  const char *title = get_title (self);
  gboolean is_off = !aj_form_row_is_open (self->row) && !aj_form_row_is_blank (self->row) &&
                    !aj_form_row_takes_place (self->row);

  show_label (self->title_label, title);
  show_label (self->when_label, when);
  show_fault (self);
  show_question (self);
  if (is_off)
    gtk_widget_add_css_class (GTK_WIDGET (self->title_label), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title_label), "dim-label");
  aj_accessible_set_name (GTK_WIDGET (self), title);
}

static void
answer (AjFormActivityRow *self, GtkToggleButton *button, const char *text)
{
  if (self->filling)
    return;
  aj_form_set_text (self->form, self->row, AJ_FORM_COLUMN_TAKES_PLACE,
                    gtk_toggle_button_get_active (button) ? text : NULL);
  aj_form_activity_row_update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
yes_toggled_cb (AjFormActivityRow *self)
{
  answer (self, self->yes_button, "true");
}

static void
no_toggled_cb (AjFormActivityRow *self)
{
  answer (self, self->no_button, "false");
}

static GtkLabel *
add_label (GtkWidget *box, const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkToggleButton *
add_toggle (AjFormActivityRow *self, GtkWidget *box, GCallback toggled)
{
  GtkWidget *button = gtk_toggle_button_new ();

  g_signal_connect_swapped (button, "toggled", toggled, self);
  gtk_box_append (GTK_BOX (box), button);
  return GTK_TOGGLE_BUTTON (button);
}

static void
make_question (AjFormActivityRow *self, GtkWidget *box)
{
  self->question_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->question_box, "linked");
  gtk_widget_set_margin_top (self->question_box, 6);
  self->yes_button = add_toggle (self, self->question_box, G_CALLBACK (yes_toggled_cb));
  self->no_button = add_toggle (self, self->question_box, G_CALLBACK (no_toggled_cb));
  gtk_box_append (GTK_BOX (box), self->question_box);
}

static void
aj_form_activity_row_class_init (AjFormActivityRowClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aj_form_activity_row_init (AjFormActivityRow *self)
{
  GtkWidget *across = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_margin_top (across, 12);
  gtk_widget_set_margin_bottom (across, 12);
  gtk_widget_set_margin_start (across, 12);
  gtk_widget_set_margin_end (across, 12);
  self->title_label = add_label (box, NULL);
  self->when_label = add_label (box, "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->when_label), "caption");
  self->fault_label = add_label (box, "error");
  make_question (self, box);
  gtk_box_append (GTK_BOX (across), box);
  gtk_box_append (GTK_BOX (across), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), across);
}

/* What is asked depends on what the activity is. */
static void
name_answers (AjFormActivityRow *self)
{
  const char *yes = _ ("Takes Place");
  const char *no = _ ("Is Off");
  g_autofree char *yes_name = NULL;
  g_autofree char *no_name = NULL;

  if (self->form->purpose == AJ_FORM_LOOK_BACK)
    {
      yes = _ ("Took Place");
      no = _ ("Did Not");
    }
  else if (self->row->activity == NULL)
    {
      yes = _ ("Again");
      no = _ ("Not Again");
    }
  gtk_button_set_label (GTK_BUTTON (self->yes_button), yes);
  gtk_button_set_label (GTK_BUTTON (self->no_button), no);
  /* Translators: a button, and the activity it is about, as a screen reader says them. */
  yes_name = g_strdup_printf (_ ("%1$s: %2$s"), yes, get_title (self));
  no_name = g_strdup_printf (_ ("%1$s: %2$s"), no, get_title (self));
  aj_accessible_set_name (GTK_WIDGET (self->yes_button), yes_name);
  aj_accessible_set_name (GTK_WIDGET (self->no_button), no_name);
}

GtkWidget *
aj_form_activity_row_new (AjForm *form, AjFormRow *row)
{
  AjFormActivityRow *self = g_object_new (AJ_TYPE_FORM_ACTIVITY_ROW, NULL);

  self->form = form;
  self->row = row;
  name_answers (self);
  aj_form_activity_row_update (self);
  return GTK_WIDGET (self);
}

AjFormRow *
aj_form_activity_row_get_row (AjFormActivityRow *self)
{
  return self->row;
}

void
aj_form_activity_row_focus_question (AjFormActivityRow *self)
{
  gtk_widget_grab_focus (is_asked (self) ? GTK_WIDGET (self->yes_button) : GTK_WIDGET (self));
}
