/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-due-window.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-due-people.h"
#include "aj-due-row.h"
#include "aj-feedback.h"
#include "aj-forget-dialog.h"
#include "aj-waiting.h"

/* More are not looked over in one go; the rest comes up when these are dealt with. */
#define MAX_SHOWN 200

struct _AjDueWindow
{
  AdwWindow parent_instance;

  AjServices *services;      /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned): of the reading */
  gboolean is_reading;
  gboolean is_outdated; /* changed while it was read */

  /* Template widgets */
  GtkToggleButton *all_button;
  GtkStack *stack;
  GtkLabel *intro_label;
  GtkListBox *list;
  GtkLabel *rest_label;
  GtkRevealer *bar;
  GtkLabel *count_label;
  AdwStatusPage *nothing_page;
  AdwStatusPage *problem_page;
};

G_DEFINE_FINAL_TYPE (AjDueWindow, aj_due_window, ADW_TYPE_WINDOW)

static void read_list (AjDueWindow *self);

static AjDueRow *
get_row (AjDueWindow *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row != NULL ? AJ_DUE_ROW (row) : NULL;
}

/* (element-type AjDueRow) (transfer container) */
static GPtrArray *
list_selected (AjDueWindow *self)
{
  GPtrArray *rows = g_ptr_array_new ();
  AjDueRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (aj_due_row_get_selected (row))
      g_ptr_array_add (rows, row);
  return rows;
}

static AjDueRow *
find_row (AjDueWindow *self, const char *id)
{
  AjDueRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (g_strcmp0 (aj_values_get_id (aj_due_row_get_person (row)), id) == 0)
      return row;
  return NULL;
}

static guint
count_rows (AjDueWindow *self)
{
  guint n = 0;

  while (get_row (self, (int) n) != NULL)
    n++;
  return n;
}

static void all_toggled_cb (AjDueWindow *self);

static void
update_selection (AjDueWindow *self)
{
  g_autoptr (GPtrArray) rows = list_selected (self);
  g_autofree char *count = g_strdup_printf (ngettext ("%u selected", "%u selected", rows->len),
                                            rows->len);
  gboolean writable = !aj_store_is_read_only (aj_services_get_store (self->services));
  gboolean can_keep = FALSE;

  for (guint i = 0; i < rows->len; i++)
    can_keep |= aj_due_row_can_keep (rows->pdata[i]);
  gtk_label_set_text (self->count_label, count);
  gtk_revealer_set_reveal_child (self->bar, rows->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "due.keep-selected", writable && can_keep);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "due.forget-selected",
                                 writable && rows->len > 0);
  g_signal_handlers_block_by_func (self->all_button, all_toggled_cb, self);
  gtk_toggle_button_set_active (self->all_button, rows->len > 0 && rows->len == count_rows (self));
  g_signal_handlers_unblock_by_func (self->all_button, all_toggled_cb, self);
}

static void
all_toggled_cb (AjDueWindow *self)
{
  gboolean selected = gtk_toggle_button_get_active (self->all_button);
  AjDueRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    aj_due_row_set_selected (row, selected);
}

/* (element-type utf8) (transfer full) */
static GHashTable *
take_rows_away (AjDueWindow *self)
{
  GHashTable *selected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  AjDueRow *row;

  while ((row = get_row (self, 0)) != NULL)
    {
      if (aj_due_row_get_selected (row))
        g_hash_table_add (selected, g_strdup (aj_values_get_id (aj_due_row_get_person (row))));
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
    }
  return selected;
}

static int
get_months (AjDueWindow *self)
{
  return aj_network_settings_get_retention_months (aj_services_get_network (self->services));
}

static void
show_intro (AjDueWindow *self, guint n)
{
  int months = get_months (self);
  g_autofree char *term = aj_retention_describe_term (months);
  g_autofree char *intro = g_strdup_printf (
      /* Translators: how long, as "2 years". */
      _ ("These people have had no part in the network for %s or longer. Keep whom you still need, "
         "and forget the others."),
      term);
  g_autofree char *nothing = g_strdup_printf (
      /* Translators: how long, as "2 years". */
      _ ("Everybody had a part in the network in the past %s, or was looked over. How long that "
         "is, "
         "you choose in the preferences."),
      term);
  g_autofree char *rest = g_strdup_printf (ngettext ("%u more comes up when these are dealt with.",
                                                     "%u more come up when these are dealt with.",
                                                     n - MIN (n, MAX_SHOWN)),
                                           n - MIN (n, MAX_SHOWN));

  gtk_label_set_text (self->intro_label, intro);
  gtk_label_set_text (self->rest_label, rest);
  gtk_widget_set_visible (GTK_WIDGET (self->rest_label), n > MAX_SHOWN);
  adw_status_page_set_description (self->nothing_page, nothing);
}

/* The focus stays near where it was: the row itself is another one now. */
static void
show_list (AjDueWindow *self, GPtrArray *due)
{
  gboolean writable = !aj_store_is_read_only (aj_services_get_store (self->services));
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *focused = focus != NULL ? gtk_widget_get_ancestor (focus, AJ_TYPE_DUE_ROW) : NULL;
  int index = focused != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focused)) : -1;
  g_autoptr (GHashTable) selected = take_rows_away (self);

  show_intro (self, due->len);
  for (guint i = 0; i < MIN (due->len, MAX_SHOWN); i++)
    {
      const AjUnused *unused = due->pdata[i];
      GtkWidget *row = aj_due_row_new (unused, writable);

      aj_due_row_set_selected (AJ_DUE_ROW (row),
                               g_hash_table_contains (selected, aj_values_get_id (unused->person)));
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (update_selection), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), writable && due->len > 1);
  gtk_stack_set_visible_child_name (self->stack, due->len > 0 ? "list" : "nothing");
  update_selection (self);
  if (index >= 0 && due->len > 0)
    gtk_widget_child_focus (GTK_WIDGET (get_row (self, MIN (index, (int) count_rows (self) - 1))),
                            GTK_DIR_TAB_FORWARD);
}

static void
list_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjDueWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = aj_due_people_list_finish (AJ_STORE (source), result, &error);
  g_autofree char *markup = NULL;

  self->is_reading = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (due != NULL)
    show_list (self, due);
  else
    {
      markup = g_markup_escape_text (error->message, -1);
      adw_status_page_set_description (self->problem_page, markup);
      gtk_stack_set_visible_child_name (self->stack, "problem");
    }
  if (self->is_outdated)
    read_list (self);
}

static void
read_list (AjDueWindow *self)
{
  self->is_outdated = self->is_reading;
  /* Once the term is known, this is asked again. */
  if (self->is_reading || !aj_network_settings_is_known (aj_services_get_network (self->services)))
    return;
  self->is_reading = TRUE;
  aj_due_people_list_async (aj_services_get_store (self->services), get_months (self),
                            self->cancellable, list_read_cb, g_object_ref (self));
}

static void
changed_cb (AjDueWindow *self, AjChanges *changes)
{
  if (aj_due_people_are_concerned (changes))
    read_list (self);
}

/* @rows (element-type AjDueRow): from today, for another term. */
static void
keep (AjDueWindow *self, GPtrArray *rows)
{
  AjDate today = aj_services_get_today (self->services);
  g_autoptr (AjEdit) edit = aj_edit_new (aj_services_get_store (self->services), "");
  const char *name = NULL;
  g_autofree char *label = NULL;
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const AjValues *person = aj_due_row_get_person (rows->pdata[i]);

      if (!aj_due_row_can_keep (rows->pdata[i]))
        continue;
      aj_values_set_date (aj_edit_change_values (edit, person), "reviewed-on", today);
      name = aj_values_get_text (person, "name");
      n++;
    }
  if (n == 1)
    /* Translators: the name of a person, who was looked over and is kept. */
    label = g_strdup_printf (_ ("Look over and keep %s"), name);
  else
    label = g_strdup_printf (ngettext ("Look over and keep %u person",
                                       "Look over and keep %u people", n),
                             n);
  aj_edit_set_label (edit, label);
  aj_feedback_commit (GTK_WIDGET (self->stack), edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

/* @rows (element-type AjDueRow) */
static void
forget (AjDueWindow *self, GPtrArray *rows)
{
  g_autofree const char **ids = g_new0 (const char *, rows->len + 1);

  for (guint i = 0; i < rows->len; i++)
    ids[i] = aj_values_get_id (aj_due_row_get_person (rows->pdata[i]));
  aj_forget_dialog_show (GTK_WIDGET (self->stack), self->services, ids);
}

/* What a button of one row is for. */
static void
one_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjDueWindow *self = AJ_DUE_WINDOW (widget);
  AjDueRow *row = find_row (self, g_variant_get_string (parameter, NULL));
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  if (row == NULL)
    return;
  g_ptr_array_add (rows, row);
  if (g_str_equal (action, "due.keep"))
    keep (self, rows);
  else
    forget (self, rows);
}

static void
selected_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjDueWindow *self = AJ_DUE_WINDOW (widget);
  g_autoptr (GPtrArray) rows = list_selected (self);

  if (g_str_equal (action, "due.keep-selected"))
    keep (self, rows);
  else
    forget (self, rows);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjDueWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;
  gboolean done = aj_store_undo_finish (AJ_STORE (source), result, &label, &error);

  if (self->services == NULL)
    return;
  aj_feedback_withdraw_undo (GTK_WIDGET (self->stack));
  if (!done)
    {
      aj_feedback_error (GTK_WIDGET (self->stack), error);
      return;
    }
  /* Translators: what was undone, as in "Undone: Move meeting to 12 March". */
  sentence = g_strdup_printf (_ ("Undone: %s"), label);
  aj_feedback_say (GTK_WIDGET (self->stack), sentence);
}

/* By the name that the button of a toast knows: the main window, which has it too, is not around this one. */
static void
undo_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  aj_store_undo_async (aj_services_get_store (AJ_DUE_WINDOW (widget)->services), NULL, undone_cb,
                       g_object_ref (widget));
}

static void
aj_due_window_dispose (GObject *object)
{
  AjDueWindow *self = AJ_DUE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_DUE_WINDOW);
  G_OBJECT_CLASS (aj_due_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AJ_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-due-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AjDueWindow, all_button);
  gtk_widget_class_bind_template_child (widget_class, AjDueWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AjDueWindow, intro_label);
  gtk_widget_class_bind_template_child (widget_class, AjDueWindow, list);
  gtk_widget_class_bind_template_child (widget_class, AjDueWindow, rest_label);
  gtk_widget_class_bind_template_child (widget_class, AjDueWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, AjDueWindow, count_label);
  gtk_widget_class_bind_template_child (widget_class, AjDueWindow, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, AjDueWindow, problem_page);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
}

static void
aj_due_window_class_init (AjDueWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_due_window_dispose;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "due.keep", "s", one_activated_cb);
  gtk_widget_class_install_action (widget_class, "due.forget", "s", one_activated_cb);
  gtk_widget_class_install_action (widget_class, "due.keep-selected", NULL, selected_activated_cb);
  gtk_widget_class_install_action (widget_class, "due.forget-selected", NULL,
                                   selected_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
aj_due_window_init (AjDueWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
aj_due_window_show (GtkWindow *parent, AjServices *services)
{
  AjDueWindow *self = g_object_new (AJ_TYPE_DUE_WINDOW, "transient-for", parent, NULL);
  AjStore *store = aj_services_get_store (services);
  gboolean writable = !aj_store_is_read_only (store);

  self->services = g_object_ref (services);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "due.keep", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "due.forget", writable);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (aj_services_get_network (services), "changed", G_CALLBACK (read_list),
                           self, G_CONNECT_SWAPPED);
  read_list (self);
  gtk_window_present (GTK_WINDOW (self));
}
