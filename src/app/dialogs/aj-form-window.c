/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-form-window.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-feedback.h"
#include "aj-file-chooser.h"
#include "aj-form-activity-page.h"
#include "aj-form-activity-row.h"
#include "aj-form-file.h"
#include "aj-form-keeper.h"
#include "aj-form-leaving.h"
#include "aj-form-sender.h"
#include "aj-row-fault.h"
#include "aj-waiting.h"

struct _AjFormWindow
{
  AdwApplicationWindow parent_instance;

  /* Template */
  AdwToastOverlay *toast_overlay;
  AdwWindowTitle *title;
  GtkWidget *back_button;
  GtkWidget *send_button;
  GtkStack *stack;
  AdwStatusPage *failure_page;
  AdwPreferencesGroup *about_group;
  AdwPreferencesGroup *answer_group;
  GtkCheckButton *yes_check;
  GtkCheckButton *no_check;
  GtkEditable *reason_row;
  AdwPreferencesGroup *activities_group;
  GtkListBox *list_box;
  AdwPreferencesGroup *contact_group;
  GtkEditable *name_row;
  GtkEditable *mail_row;
  GtkLabel *mail_fault;
  GtkEditable *phone_row;
  AjFormActivityPage *activity_page;
  GtkWidget *unsaved_bar;

  char *path;           /* (owned): what was opened */
  AjFormKeeper *keeper; /* (owned) (nullable): until it is read */
  AjFormRow *row;       /* (unowned) (nullable): the activity that is opened */
  gboolean filling;
  gboolean is_leaving; /* as soon as all is on the disk */
};

G_DEFINE_FINAL_TYPE (AjFormWindow, aj_form_window, ADW_TYPE_APPLICATION_WINDOW)

AjForm *
aj_form_window_get_form (AjFormWindow *self)
{
  return self->keeper != NULL ? aj_form_keeper_get_form (self->keeper) : NULL;
}

static void
touch (AjFormWindow *self)
{
  aj_form_keeper_touch (self->keeper);
}

static void
row_changed_cb (AjFormWindow *self)
{
  AjForm *form = aj_form_window_get_form (self);

  /* Whoever has an activity takes part. */
  if (form->answer == AJ_FORM_ANSWER_DECLINES && aj_form_count (form) > 0)
    gtk_check_button_set_active (self->yes_check, TRUE);
  touch (self);
}

static void
add_to_list (AjFormWindow *self, AjFormRow *row)
{
  GtkWidget *widget = aj_form_activity_row_new (aj_form_window_get_form (self), row);

  g_signal_connect_object (widget, "changed", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list_box, widget);
}

static void
fill_list (AjFormWindow *self)
{
  GPtrArray *rows = aj_form_window_get_form (self)->rows;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list_box))) != NULL)
    gtk_list_box_remove (self->list_box, child);
  for (guint i = 0; i < rows->len; i++)
    add_to_list (self, rows->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->list_box), rows->len > 0);
}

/* (nullable) */
static AjFormActivityRow *
find_in_list (AjFormWindow *self, AjFormRow *row)
{
  guint index;

  if (!g_ptr_array_find (aj_form_window_get_form (self)->rows, row, &index))
    return NULL;
  return AJ_FORM_ACTIVITY_ROW (gtk_list_box_get_row_at_index (self->list_box, (int) index));
}

static void
show_page (AjFormWindow *self, const char *name)
{
  gboolean is_activity = g_str_equal (name, "activity");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->back_button, is_activity);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.back", is_activity);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.copy", is_activity);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.remove", is_activity);
  gtk_widget_set_visible (self->send_button, self->keeper != NULL);
}

static void
open_activity (AjFormWindow *self, AjFormRow *row, AjFormColumn column)
{
  self->row = row;
  aj_form_activity_page_set_row (self->activity_page, aj_form_window_get_form (self), row);
  show_page (self, "activity");
  aj_form_activity_page_focus (self->activity_page, column);
}

/* A new activity in which nothing was filled in but what it began with is none. */
static void
drop_if_untouched (AjFormWindow *self, AjFormRow *row)
{
  if (row->texts[AJ_FORM_COLUMN_NAME] == NULL && row->texts[AJ_FORM_COLUMN_PLACE] == NULL &&
      row->texts[AJ_FORM_COLUMN_FROM] == NULL && row->texts[AJ_FORM_COLUMN_REMARKS] == NULL &&
      row->activity == NULL && row->previous == NULL)
    {
      aj_form_remove_row (aj_form_window_get_form (self), row);
      touch (self);
    }
}

static void
close_activity (AjFormWindow *self)
{
  AjFormRow *row = self->row;
  AjFormActivityRow *widget;

  if (row == NULL)
    return;
  self->row = NULL;
  aj_form_activity_page_set_row (self->activity_page, NULL, NULL);
  drop_if_untouched (self, row);
  fill_list (self);
  show_page (self, "form");
  widget = find_in_list (self, row);
  if (widget != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (widget));
}

static void
back_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  close_activity (AJ_FORM_WINDOW (widget));
}

static void
row_activated_cb (AjFormWindow *self, GtkListBoxRow *row)
{
  open_activity (self, aj_form_activity_row_get_row (AJ_FORM_ACTIVITY_ROW (row)),
                 aj_form_window_get_form (self)->purpose == AJ_FORM_LOOK_BACK
                     ? AJ_FORM_COLUMN_ACTUAL_REACH
                     : AJ_FORM_COLUMN_NAME);
}

/* Whether one more activity can be read back from the file; says so when not. */
static gboolean
has_room (AjFormWindow *self)
{
  if (aj_form_window_get_form (self)->rows->len < AJ_FORM_MAX_ROWS)
    return TRUE;
  aj_feedback_say (GTK_WIDGET (self->toast_overlay), _ ("No more activities fit in this form."));
  return FALSE;
}

/* Most are on the day itself, and the first choices are the usual ones. */
static void
add_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjFormWindow *self = AJ_FORM_WINDOW (widget);
  AjForm *form = aj_form_window_get_form (self);
  g_autofree char *day = aj_date_to_iso (form->starts_on);
  AjFormRow *row;

  if (!has_room (self))
    return;
  row = aj_form_add_row (form);
  aj_form_set_text (form, row, AJ_FORM_COLUMN_DATE, day);
  for (guint i = 0; i < AJ_N_FORM_COLUMNS; i++)
    if (aj_form_column_get_field (i)->kind == AJ_FIELD_CHOICE)
      aj_form_set_text (form, row, i, aj_form_column_get_field (i)->initial);
  open_activity (self, row, AJ_FORM_COLUMN_NAME);
}

static void
copy_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjFormWindow *self = AJ_FORM_WINDOW (widget);

  if (self->row == NULL || !has_room (self))
    return;
  open_activity (self, aj_form_copy_row (aj_form_window_get_form (self), self->row),
                 AJ_FORM_COLUMN_NAME);
  touch (self);
  aj_feedback_say (GTK_WIDGET (self->toast_overlay),
                   _ ("This is a copy. Change what is different."));
}

static void
remove_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjFormWindow *self = AJ_FORM_WINDOW (widget);
  AjForm *form = aj_form_window_get_form (self);
  AjFormRow *row = self->row;
  g_autofree char *title = NULL;
  g_autofree char *sentence = NULL;

  if (row == NULL || row->activity != NULL || row->previous != NULL)
    return;
  title = g_strdup (row->texts[AJ_FORM_COLUMN_NAME]);
  /* Translators: %s is the title of an activity. */
  sentence = g_strdup_printf (_ ("“%s” is removed"), title != NULL ? title : _ ("New activity"));
  self->row = NULL;
  aj_form_activity_page_set_row (self->activity_page, NULL, NULL);
  aj_form_remove_row (form, row);
  fill_list (self);
  show_page (self, "form");
  touch (self);
  aj_feedback_say (GTK_WIDGET (self->toast_overlay), sentence);
}

/* What is no address is kept, so that whoever typed it can mend it. */
static void
show_mail_fault (AjFormWindow *self)
{
  AjForm *form = aj_form_window_get_form (self);
  g_autoptr (GError) error = NULL;

  if (form != NULL)
    aj_form_check_mail (form, &error);
  aj_row_fault_show (ADW_ENTRY_ROW (self->mail_row), self->mail_fault,
                     error != NULL ? error->message : NULL);
}

/* Shows where something has to be mended, and says what. */
static void
show_trouble (AjFormWindow *self, guint index, AjFormColumn column, const GError *error)
{
  AjForm *form = aj_form_window_get_form (self);
  AjFormRow *row = index < form->rows->len ? form->rows->pdata[index] : NULL;

  if (row != NULL && column != AJ_FORM_COLUMN_TAKES_PLACE)
    open_activity (self, row, column);
  else if (self->row != NULL)
    close_activity (self);
  if (row != NULL && column == AJ_FORM_COLUMN_TAKES_PLACE)
    aj_form_activity_row_focus_question (find_in_list (self, row));
  show_mail_fault (self);
  if (row == NULL && gtk_widget_get_visible (GTK_WIDGET (self->mail_fault)))
    gtk_widget_grab_focus (GTK_WIDGET (self->mail_row));
  aj_feedback_error (GTK_WIDGET (self->toast_overlay), error);
}

static void
send_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjFormWindow *self = AJ_FORM_WINDOW (widget);
  AjForm *form = aj_form_window_get_form (self);
  AjFormColumn column = AJ_N_FORM_COLUMNS;
  g_autoptr (GError) error = NULL;
  guint index;

  if (form == NULL)
    return;
  if (!aj_form_check (form, &index, &column, &error))
    {
      show_trouble (self, index, column, error);
      return;
    }
  form->answer = form->purpose == AJ_FORM_REGISTER ? aj_form_get_answer (form) : form->answer;
  touch (self);
  aj_form_keeper_save (self->keeper);
  aj_form_sender_open (GTK_WIDGET (self->toast_overlay), form,
                       aj_form_keeper_get_path (self->keeper));
}

static void
save_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjFormWindow *self = AJ_FORM_WINDOW (widget);

  if (self->keeper == NULL)
    return;
  aj_form_keeper_save (self->keeper);
  aj_feedback_say (GTK_WIDGET (self->toast_overlay),
                   _ ("What you fill in is saved as you type it."));
}

static void
copy_chosen_cb (GtkWindow *window, const char *path, gpointer user_data)
{
  g_autoptr (AjFormWindow) self = user_data;

  if (path != NULL && self->keeper != NULL)
    aj_form_keeper_set_path (self->keeper, path);
}

static void
save_as_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjFormWindow *self = AJ_FORM_WINDOW (widget);
  g_autofree char *base = NULL;

  if (self->keeper == NULL)
    return;
  base = g_filename_display_basename (aj_form_keeper_get_path (self->keeper));
  aj_file_chooser_save (GTK_WINDOW (self), _ ("Save the Form"), AJ_FILE_CHOOSER_FORM, base,
                        copy_chosen_cb, g_object_ref (self));
}

static void
saved_cb (AjFormWindow *self)
{
  gtk_widget_set_visible (self->unsaved_bar, FALSE);
  if (!self->is_leaving)
    return;
  /* While it was written, somebody may have typed on. */
  if (aj_form_keeper_is_unsaved (self->keeper))
    aj_form_keeper_save (self->keeper);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
leave_cb (gpointer user_data)
{
  g_autoptr (AjFormWindow) self = user_data;

  gtk_window_destroy (GTK_WINDOW (self));
}

static void
leaving_response_cb (AjFormWindow *self, const char *response)
{
  /* The dialog that asks is closed first. */
  if (g_str_equal (response, "leave"))
    g_idle_add_once (leave_cb, g_object_ref (self));
  else if (g_str_equal (response, "save"))
    gtk_widget_activate_action (GTK_WIDGET (self), "form.save-as", NULL);
}

/* What cannot be undone asks first. */
static void
ask_to_leave (AjFormWindow *self, const GError *error)
{
  GtkWidget *dialog = aj_form_leaving_new (GTK_WINDOW (self), error->message);

  g_signal_connect_object (dialog, "response", G_CALLBACK (leaving_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A form that was opened from a mail may lie where nothing can be written. */
static void
failed_cb (AjFormWindow *self, const GError *error)
{
  gboolean is_leaving = self->is_leaving;

  self->is_leaving = FALSE;
  if (is_leaving)
    ask_to_leave (self, error);
  else if (!gtk_widget_get_visible (self->unsaved_bar))
    aj_feedback_error (GTK_WIDGET (self->toast_overlay), error);
  gtk_widget_set_visible (self->unsaved_bar, TRUE);
}

static gboolean
aj_form_window_close_request (GtkWindow *window)
{
  AjFormWindow *self = AJ_FORM_WINDOW (window);

  if (self->keeper == NULL || !aj_form_keeper_is_unsaved (self->keeper))
    return GTK_WINDOW_CLASS (aj_form_window_parent_class)->close_request (window);
  self->is_leaving = TRUE;
  aj_form_keeper_save (self->keeper);
  return TRUE;
}

static void
answer_toggled_cb (AjFormWindow *self)
{
  AjForm *form = aj_form_window_get_form (self);
  gboolean declines = gtk_check_button_get_active (self->no_check);

  gtk_widget_set_visible (GTK_WIDGET (self->reason_row), declines);
  if (self->filling || form == NULL)
    return;
  if (declines)
    form->answer = AJ_FORM_ANSWER_DECLINES;
  else if (gtk_check_button_get_active (self->yes_check))
    form->answer = AJ_FORM_ANSWER_TAKES_PART;
  touch (self);
}

/* Spaces at the ends are no text; what is written to the file is cleaned when it is read. */
static void
take_text (char **text, GtkEditable *row)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  g_free (*text);
  *text = *typed != '\0' ? g_steal_pointer (&typed) : NULL;
}

static void
text_changed_cb (AjFormWindow *self)
{
  AjForm *form = aj_form_window_get_form (self);

  if (self->filling || form == NULL)
    return;
  take_text (&form->reason, self->reason_row);
  take_text (&form->contact_name, self->name_row);
  take_text (&form->contact_mail, self->mail_row);
  take_text (&form->contact_phone, self->phone_row);
  touch (self);
  /* An address that is still being typed is none; one that is mended is told of at once. */
  if (gtk_widget_get_visible (GTK_WIDGET (self->mail_fault)))
    show_mail_fault (self);
}

/* (transfer full): when it is, and until when it may be sent back. */
static char *
describe_days (const AjForm *form)
{
  g_autofree char *days = aj_form_format_days (form);
  g_autofree char *deadline = NULL;

  if (form->deadline == AJ_DATE_NONE || form->purpose == AJ_FORM_LOOK_BACK)
    return g_steal_pointer (&days);
  deadline = aj_date_format_plain (form->deadline);
  /* Translators: the day of an action day, and the last day to register. */
  return g_strdup_printf (_ ("%1$s. Send this form back by %2$s."), days, deadline);
}

static void
set_text (GtkEditable *row, const char *text)
{
  gtk_editable_set_text (row, text != NULL ? text : "");
}

static void
fill_texts (AjFormWindow *self, AjForm *form)
{
  gboolean looks_back = form->purpose == AJ_FORM_LOOK_BACK;
  const char *who = form->organisation_name != NULL ? form->organisation_name
                                                    : form->municipality_name;
  g_autofree char *days = describe_days (form);
  g_autofree char *title = g_strdup_printf (looks_back ? _ ("How was %s?") : _ ("Register for %s"),
                                            form->edition_name);
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *days_markup = g_markup_escape_text (days, -1);

  adw_window_title_set_title (self->title, form->edition_name);
  adw_window_title_set_subtitle (self->title, who);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_preferences_group_set_title (self->about_group, title_markup);
  adw_preferences_group_set_description (self->about_group, days_markup);
  adw_preferences_group_set_description (
      self->activities_group,
      looks_back ? _ ("Say of each whether it took place, how many people you reached, and what "
                      "worked.")
                 : _ ("What you did last time is here already. Say of each whether it takes place "
                      "again, and add what is new."));
  gtk_widget_set_visible (GTK_WIDGET (self->answer_group), !looks_back);
}

static void
fill (AjFormWindow *self)
{
  AjForm *form = aj_form_window_get_form (self);

  self->filling = TRUE;
  fill_texts (self, form);
  gtk_check_button_set_active (self->yes_check, form->answer == AJ_FORM_ANSWER_TAKES_PART);
  gtk_check_button_set_active (self->no_check, form->answer == AJ_FORM_ANSWER_DECLINES);
  set_text (self->reason_row, form->reason);
  set_text (self->name_row, form->contact_name);
  set_text (self->mail_row, form->contact_mail);
  set_text (self->phone_row, form->contact_phone);
  fill_list (self);
  self->filling = FALSE;
  show_mail_fault (self);
  show_page (self, "form");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.add", TRUE);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  AjForm *form = aj_form_file_load (data, &error);

  if (form != NULL)
    g_task_return_pointer (task, form, (GDestroyNotify) aj_form_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AjFormWindow *self = AJ_FORM_WINDOW (source);
  g_autoptr (GError) error = NULL;
  AjForm *form = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *markup = NULL;

  if (form != NULL)
    {
      self->keeper = aj_form_keeper_new (form, g_task_get_task_data (G_TASK (result)));
      g_signal_connect_object (self->keeper, "saved", G_CALLBACK (saved_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->keeper, "failed", G_CALLBACK (failed_cb), self,
                               G_CONNECT_SWAPPED);
      fill (self);
      return;
    }
  markup = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->failure_page, markup);
  show_page (self, "failure");
}

static void
read_file (AjFormWindow *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, read_cb, NULL);

  g_task_set_source_tag (task, read_file);
  g_task_set_task_data (task, g_strdup (self->path), g_free);
  show_page (self, "loading");
  g_task_run_in_thread (task, read_in_thread);
}

static void
aj_form_window_dispose (GObject *object)
{
  AjFormWindow *self = AJ_FORM_WINDOW (object);

  /* The rows show what the keeper has. */
  if (self->activity_page != NULL)
    aj_form_activity_page_set_row (self->activity_page, NULL, NULL);
  self->activity_page = NULL;
  g_clear_object (&self->keeper);
  G_OBJECT_CLASS (aj_form_window_parent_class)->dispose (object);
}

static void
aj_form_window_finalize (GObject *object)
{
  g_free (AJ_FORM_WINDOW (object)->path);
  G_OBJECT_CLASS (aj_form_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AJ_TYPE_FORM_ACTIVITY_PAGE);
  g_type_ensure (AJ_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-form-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AjFormWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, AjFormWindow, title);
  gtk_widget_class_bind_template_child (widget_class, AjFormWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, AjFormWindow, send_button);
  gtk_widget_class_bind_template_child (widget_class, AjFormWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AjFormWindow, failure_page);
  gtk_widget_class_bind_template_child (widget_class, AjFormWindow, about_group);
  gtk_widget_class_bind_template_child (widget_class, AjFormWindow, answer_group);
  gtk_widget_class_bind_template_child (widget_class, AjFormWindow, yes_check);
  gtk_widget_class_bind_template_child (widget_class, AjFormWindow, no_check);
  gtk_widget_class_bind_template_child (widget_class, AjFormWindow, reason_row);
  gtk_widget_class_bind_template_child (widget_class, AjFormWindow, activities_group);
  gtk_widget_class_bind_template_child (widget_class, AjFormWindow, list_box);
  gtk_widget_class_bind_template_child (widget_class, AjFormWindow, contact_group);
  gtk_widget_class_bind_template_child (widget_class, AjFormWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, AjFormWindow, mail_row);
  gtk_widget_class_bind_template_child (widget_class, AjFormWindow, mail_fault);
  gtk_widget_class_bind_template_child (widget_class, AjFormWindow, phone_row);
  gtk_widget_class_bind_template_child (widget_class, AjFormWindow, activity_page);
  gtk_widget_class_bind_template_child (widget_class, AjFormWindow, unsaved_bar);
  gtk_widget_class_bind_template_callback (widget_class, answer_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_mail_fault);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_changed_cb);
}

static void
aj_form_window_class_init (AjFormWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_form_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_form_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = aj_form_window_close_request;
  gtk_widget_class_install_action (widget_class, "form.back", NULL, back_activated_cb);
  gtk_widget_class_install_action (widget_class, "form.add", NULL, add_activated_cb);
  gtk_widget_class_install_action (widget_class, "form.copy", NULL, copy_activated_cb);
  gtk_widget_class_install_action (widget_class, "form.remove", NULL, remove_activated_cb);
  gtk_widget_class_install_action (widget_class, "form.send", NULL, send_activated_cb);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_activated_cb);
  gtk_widget_class_install_action (widget_class, "form.save-as", NULL, save_as_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "form.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.send",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "form.back", NULL);
  bind_template (widget_class);
}

/* What is in these has no field that says how long it may be. */
static void
limit_texts (AjFormWindow *self)
{
  GtkEditable *rows[] = { self->reason_row, self->name_row, self->mail_row, self->phone_row };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_text_set_max_length (GTK_TEXT (gtk_editable_get_delegate (rows[i])), AJ_FORM_MAX_TEXT);
}

static void
aj_form_window_init (AjFormWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  limit_texts (self);
  aj_accessible_name_lists (GTK_WIDGET (self->answer_group), _ ("Do you take part?"));
  aj_accessible_name_lists (GTK_WIDGET (self->contact_group), _ ("Who Can We Ask?"));
  aj_accessible_set_name (GTK_WIDGET (self->list_box), _ ("Activities"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.add", FALSE);
}

AjFormWindow *
aj_form_window_new (GtkApplication *application, const char *path)
{
  AjFormWindow *self = g_object_new (AJ_TYPE_FORM_WINDOW, "application", application, NULL);

  self->path = g_strdup (path);
  read_file (self);
  return self;
}

/* A copy of the form that was saved elsewhere is what is filled in from then on. */
static gboolean
is_of (AjFormWindow *self, const char *path)
{
  g_autoptr (GFile) asked = g_file_new_for_path (path);
  g_autoptr (GFile) own = g_file_new_for_path (
      self->keeper != NULL ? aj_form_keeper_get_path (self->keeper) : self->path);

  return g_file_equal (own, asked);
}

/* (nullable) */
static AjFormWindow *
find_window (GtkApplication *application, const char *path)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (AJ_IS_FORM_WINDOW (l->data) && is_of (l->data, path))
      return l->data;
  return NULL;
}

void
aj_form_window_open (GtkApplication *application, const char *path)
{
  AjFormWindow *self = find_window (application, path);

  if (self == NULL)
    self = aj_form_window_new (application, path);
  else if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "failure"))
    read_file (self);
  /* Who asks for it again does not want it closed. */
  self->is_leaving = FALSE;
  gtk_window_present (GTK_WINDOW (self));
}
