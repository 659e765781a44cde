/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-template-window.h"

#include <glib/gi18n.h>

#include "aj-agenda.h"
#include "aj-checklist.h"
#include "aj-dialog.h"
#include "aj-feedback.h"
#include "aj-keyed-rows.h"
#include "aj-line-entry.h"
#include "aj-preparation-step.h"
#include "aj-standing-item.h"
#include "aj-standing-row.h"
#include "aj-step-row.h"
#include "aj-template-notice.h"
#include "aj-undoing.h"

/* What a step gets that is typed without days. */
#define DEFAULT_DAYS (-14)

struct _AjTemplateWindow
{
  AdwWindow parent_instance;

  AjServices *services; /* (owned) */
  char *group_id;
  AjCycleTemplate *template; /* (owned) (nullable): what is shown */
  GCancellable *cancellable; /* (owned) (nullable): of the reading under way */
  gboolean is_stale;         /* changed while it was read */

  /* Template widgets */
  GtkWidget *content;
  AjTemplateNotice *notice;
  AdwPreferencesGroup *steps_group;
  AdwPreferencesGroup *items_group;
  GtkListBox *steps;
  GtkListBox *items;
  AjLineEntry *step_entry; /* (unowned): in the group */
  AjLineEntry *item_entry; /* (unowned): likewise */
};

G_DEFINE_FINAL_TYPE (AjTemplateWindow, aj_template_window, ADW_TYPE_WINDOW)

static void read_template (AjTemplateWindow *self);

static AjStore *
get_store (AjTemplateWindow *self)
{
  return aj_services_get_store (self->services);
}

static GtkWidget *
make_step_cb (guint index, gpointer user_data)
{
  AjTemplateWindow *self = user_data;
  const AjValues *values = aj_cycle_template_get_steps (self->template)->pdata[index];
  g_autoptr (AjRecord) step = aj_store_ref_record (get_store (self),
                                                   &aj_preparation_step_record_type,
                                                   aj_values_get_id (values));

  return aj_step_row_new (self->services, step);
}

static GtkWidget *
make_item_cb (guint index, gpointer user_data)
{
  AjTemplateWindow *self = user_data;
  const AjValues *values = aj_cycle_template_get_items (self->template)->pdata[index];
  g_autoptr (AjRecord) item = aj_store_ref_record (get_store (self), &aj_standing_item_record_type,
                                                   aj_values_get_id (values));

  return aj_standing_row_new (self->services, item);
}

static void
show_rows (AjTemplateWindow *self, GtkListBox *list, GPtrArray *values, AjKeyedRowMake make)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (keys, (gpointer) aj_values_get_id (values->pdata[i]));
  aj_keyed_rows_sync (list, keys, make, NULL, self);
  gtk_widget_set_visible (GTK_WIDGET (list), keys->len > 0);
}

static void
show_template (AjTemplateWindow *self)
{
  gboolean can_add = aj_cycle_template_get_cycle (self->template) != NULL &&
                     !aj_store_is_read_only (get_store (self));

  show_rows (self, self->steps, aj_cycle_template_get_steps (self->template), make_step_cb);
  show_rows (self, self->items, aj_cycle_template_get_items (self->template), make_item_cb);
  aj_template_notice_show (self->notice, self->template, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->step_entry), can_add);
  gtk_widget_set_sensitive (GTK_WIDGET (self->item_entry), can_add);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjTemplateWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjCycleTemplate) template = aj_cycle_template_load_finish (AJ_STORE (source), result,
                                                                        &error);

  if (self->services == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (template == NULL)
    {
      aj_feedback_error (self->content, error);
      return;
    }
  g_clear_pointer (&self->template, aj_cycle_template_free);
  self->template = g_steal_pointer (&template);
  show_template (self);
  if (self->is_stale)
    read_template (self);
}

static void
read_template (AjTemplateWindow *self)
{
  self->is_stale = self->cancellable != NULL;
  if (self->is_stale)
    return;
  self->cancellable = g_cancellable_new ();
  aj_cycle_template_load_async (get_store (self), self->group_id, self->cancellable, loaded_cb,
                                g_object_ref (self));
}

static void
store_changed_cb (AjTemplateWindow *self, AjChanges *changes)
{
  if (self->template == NULL || aj_cycle_template_is_concerned (self->template, changes))
    read_template (self);
}

static void
show_step_hint (AjTemplateWindow *self)
{
  g_autofree char *name = NULL, *when = NULL, *hint = NULL;
  gboolean has_days;
  int days;

  name = aj_checklist_parse_line (aj_line_entry_get_text (self->step_entry), &days, &has_days);
  if (*name == '\0')
    {
      aj_line_entry_show_hint (
          self->step_entry, _ ("For example: Order lunch -7, which is 7 days before the meeting"),
          FALSE);
      return;
    }
  when = aj_checklist_format_days (has_days ? days : DEFAULT_DAYS);
  /* Translators: a step of the preparation, and how long before or after the meeting. */
  hint = g_strdup_printf (_ ("%1$s: %2$s"), name, when);
  aj_line_entry_show_hint (self->step_entry, hint, FALSE);
}

static void
step_accepted_cb (AjTemplateWindow *self)
{
  g_autofree char *name = NULL, *label = NULL;
  g_autoptr (AjEdit) edit = NULL;
  gboolean has_days;
  AjValues *step;
  int days;

  name = aj_checklist_parse_line (aj_line_entry_get_text (self->step_entry), &days, &has_days);
  if (*name == '\0' || self->template == NULL)
    return;
  /* Translators: a line of history; what every meeting of a cycle is prepared with. */
  label = g_strdup_printf (_ ("Add step “%s” for every meeting"), name);
  edit = aj_edit_new (get_store (self), label);
  step = aj_edit_add (edit, &aj_preparation_step_record_type);
  aj_values_set_text (step, "cycle",
                      aj_values_get_id (aj_cycle_template_get_cycle (self->template)));
  aj_values_set_text (step, "name", name);
  aj_values_set_integer (step, "days", has_days ? days : DEFAULT_DAYS);
  aj_line_entry_commit (self->step_entry, self->content, edit);
}

/* (transfer full) */
static char *
read_item (AjTemplateWindow *self)
{
  return g_strstrip (g_strdup (aj_line_entry_get_text (self->item_entry)));
}

/* What stands on every agenda stands there once. */
static void
show_item_hint (AjTemplateWindow *self)
{
  g_autofree char *name = read_item (self);
  gboolean is_there = self->template != NULL && aj_cycle_template_has_item (self->template, name);

  aj_line_entry_show_hint (self->item_entry, is_there ? _ ("That is on every agenda already.") : "",
                           is_there);
}

static void
item_accepted_cb (AjTemplateWindow *self)
{
  g_autofree char *name = read_item (self);
  g_autofree char *label = NULL;
  g_autoptr (AjEdit) edit = NULL;
  AjValues *item;

  if (*name == '\0' || self->template == NULL)
    return;
  if (aj_cycle_template_has_item (self->template, name))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  /* Translators: a line of history; what stands on every agenda. */
  label = g_strdup_printf (_ ("Add standing item “%s”"), name);
  edit = aj_edit_new (get_store (self), label);
  item = aj_edit_add (edit, &aj_standing_item_record_type);
  aj_values_set_text (item, "cycle",
                      aj_values_get_id (aj_cycle_template_get_cycle (self->template)));
  aj_values_set_text (item, "name", name);
  aj_values_set_integer (item, "position",
                         aj_agenda_get_next_position (aj_cycle_template_get_items (self->template),
                                                      FALSE));
  aj_line_entry_commit (self->item_entry, self->content, edit);
}

static void
bring (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjTemplateWindow *self = AJ_TEMPLATE_WINDOW (widget);
  g_autoptr (AjEdit) edit = NULL;

  if (self->template == NULL)
    return;
  edit = g_str_equal (action, "meeting.catch-up")
             ? aj_cycle_template_catch_up (self->template, get_store (self))
             : aj_cycle_template_begin (self->template, get_store (self));
  if (edit != NULL)
    aj_feedback_commit (self->content, edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

/* By the name that the button of a toast knows: the main window, which has it too, is not around this one. */
static void
undo_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjTemplateWindow *self = AJ_TEMPLATE_WINDOW (widget);

  aj_undoing_undo (self->content, get_store (self));
}

static void
aj_template_window_dispose (GObject *object)
{
  AjTemplateWindow *self = AJ_TEMPLATE_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->template, aj_cycle_template_free);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_TEMPLATE_WINDOW);
  G_OBJECT_CLASS (aj_template_window_parent_class)->dispose (object);
}

static void
aj_template_window_finalize (GObject *object)
{
  g_free (AJ_TEMPLATE_WINDOW (object)->group_id);
  G_OBJECT_CLASS (aj_template_window_parent_class)->finalize (object);
}

static void
aj_template_window_class_init (AjTemplateWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_template_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_template_window_finalize;
  g_type_ensure (AJ_TYPE_TEMPLATE_NOTICE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-template-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AjTemplateWindow, content);
  gtk_widget_class_bind_template_child (widget_class, AjTemplateWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, AjTemplateWindow, steps_group);
  gtk_widget_class_bind_template_child (widget_class, AjTemplateWindow, items_group);
  gtk_widget_class_bind_template_child (widget_class, AjTemplateWindow, steps);
  gtk_widget_class_bind_template_child (widget_class, AjTemplateWindow, items);
  gtk_widget_class_install_action (widget_class, "meeting.begin-template", NULL, bring);
  gtk_widget_class_install_action (widget_class, "meeting.catch-up", NULL, bring);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static AjLineEntry *
add_entry (AjTemplateWindow *self,
           AdwPreferencesGroup *group,
           const char *title,
           GCallback accepted)
{
  AjLineEntry *entry = aj_line_entry_new (title);

  gtk_widget_set_margin_top (GTK_WIDGET (entry), 12);
  g_signal_connect_swapped (entry, "accepted", accepted, self);
  adw_preferences_group_add (group, GTK_WIDGET (entry));
  return entry;
}

static void
aj_template_window_init (AjTemplateWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->step_entry = add_entry (self, self->steps_group, _ ("Add a step"),
                                G_CALLBACK (step_accepted_cb));
  g_signal_connect_swapped (self->step_entry, "changed", G_CALLBACK (show_step_hint), self);
  show_step_hint (self);
  self->item_entry = add_entry (self, self->items_group, _ ("Add a standing item"),
                                G_CALLBACK (item_accepted_cb));
  g_signal_connect_swapped (self->item_entry, "changed", G_CALLBACK (show_item_hint), self);
  show_item_hint (self);
}

void
aj_template_window_show (GtkWindow *parent, AjServices *services, const char *group_id)
{
  AjTemplateWindow *self = g_object_new (AJ_TYPE_TEMPLATE_WINDOW, NULL);

  self->services = g_object_ref (services);
  self->group_id = g_strdup (group_id);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  aj_dialog_set_parent (GTK_WINDOW (self), parent);
  read_template (self);
  gtk_window_present (GTK_WINDOW (self));
}
