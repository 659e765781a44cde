/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-history-window.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-dialog.h"
#include "aj-drop-down.h"
#include "aj-history-row.h"
#include "aj-waiting.h"

/* One page of lines; the button beneath brings the next. */
#define PAGE 100

struct _AjHistoryWindow
{
  AdwWindow parent_instance;

  AjServices *services;       /* (owned) */
  GCancellable *cancellable;  /* (owned): of the page that is being read */
  gint64 oldest;              /* the last revision shown; 0: none yet */
  AjDate day;                 /* of the group that is last */
  AdwPreferencesGroup *group; /* (borrowed) (nullable): the lines of that day */

  /* Template widgets */
  GtkDropDown *period;
  GtkStack *stack;
  GtkBox *days;
  GtkButton *more_button;
  AdwStatusPage *problem_page;
};

G_DEFINE_FINAL_TYPE (AjHistoryWindow, aj_history_window, ADW_TYPE_WINDOW)

typedef enum
{
  PERIOD_WEEK,
  PERIOD_MONTH,
  PERIOD_YEAR,
  PERIOD_ALL,
} Period;

static gint64
get_since (AjHistoryWindow *self)
{
  static const int n_days[] = { [PERIOD_WEEK] = 7, [PERIOD_MONTH] = 31, [PERIOD_YEAR] = 366 };
  guint period = gtk_drop_down_get_selected (self->period);
  gint64 now = aj_clock_get_unix (aj_services_get_clock (self->services));

  if (period >= G_N_ELEMENTS (n_days))
    return 0;
  return now - (gint64) n_days[period] * 24 * 60 * 60;
}

static AjDate
get_day (const AjHistoryEntry *entry)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (entry->at);
  int year, month, day;

  if (at == NULL)
    return AJ_DATE_NONE;
  g_date_time_get_ymd (at, &year, &month, &day);
  return aj_date_new (year, month, day);
}

static void
begin_day (AjHistoryWindow *self, AjDate day)
{
  g_autofree char *title = day != AJ_DATE_NONE ? aj_date_format_long (day) : g_strdup ("");

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, title);
  gtk_box_append (self->days, GTK_WIDGET (self->group));
  self->day = day;
}

static void
add_entry (AjHistoryWindow *self, const AjHistoryEntry *entry)
{
  AjDate day = get_day (entry);

  self->oldest = entry->revision;
  /* What the program noted for itself is no change that anybody made. */
  if (entry->kind == AJ_HISTORY_NOTE)
    return;
  if (self->group == NULL || day != self->day)
    begin_day (self, day);
  adw_preferences_group_add (self->group,
                             aj_history_row_new (aj_services_get_store (self->services), entry));
}

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjHistoryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = aj_store_list_history_finish (AJ_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (entries == NULL)
    {
      g_autofree char *markup = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->problem_page, markup);
      gtk_stack_set_visible_child_name (self->stack, "problem");
      return;
    }
  for (guint i = 0; i < entries->len; i++)
    add_entry (self, entries->pdata[i]);
  aj_accessible_name_lists (GTK_WIDGET (self->days), _ ("What Changed"));
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), entries->len == PAGE);
  gtk_stack_set_visible_child_name (self->stack, self->group != NULL ? "days" : "nothing");
}

static void
read_page (AjHistoryWindow *self)
{
  const AjHistoryFilter filter = { .since = get_since (self),
                                   .before = self->oldest,
                                   .limit = PAGE };

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  aj_store_list_history_async (aj_services_get_store (self->services), &filter, self->cancellable,
                               page_read_cb, g_object_ref (self));
}

static void
start_over (AjHistoryWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->days))) != NULL)
    gtk_box_remove (self->days, child);
  self->group = NULL;
  self->oldest = 0;
  read_page (self);
}

static void
period_changed_cb (AjHistoryWindow *self)
{
  if (self->services != NULL)
    start_over (self);
}

static void
show_more (GtkWidget *widget, const char *action, GVariant *parameter)
{
  read_page (AJ_HISTORY_WINDOW (widget));
}

static void
aj_history_window_dispose (GObject *object)
{
  AjHistoryWindow *self = AJ_HISTORY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_HISTORY_WINDOW);
  G_OBJECT_CLASS (aj_history_window_parent_class)->dispose (object);
}

static void
aj_history_window_class_init (AjHistoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_history_window_dispose;
  g_type_ensure (AJ_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AjHistoryWindow, period);
  gtk_widget_class_bind_template_child (widget_class, AjHistoryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AjHistoryWindow, days);
  gtk_widget_class_bind_template_child (widget_class, AjHistoryWindow, more_button);
  gtk_widget_class_bind_template_child (widget_class, AjHistoryWindow, problem_page);
  gtk_widget_class_bind_template_callback (widget_class, period_changed_cb);
  gtk_widget_class_install_action (widget_class, "history.more", NULL, show_more);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
aj_history_window_init (AjHistoryWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  aj_drop_down_set_up (self->period);
  aj_drop_down_set_name (self->period, _ ("Since when"));
}

void
aj_history_window_show (GtkWindow *parent, AjServices *services)
{
  AjHistoryWindow *self = g_object_new (AJ_TYPE_HISTORY_WINDOW, NULL);

  aj_dialog_set_parent (GTK_WINDOW (self), parent);
  self->services = g_object_ref (services);
  gtk_drop_down_set_selected (self->period, PERIOD_MONTH);
  start_over (self);
  gtk_window_present (GTK_WINDOW (self));
}
