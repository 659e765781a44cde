/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-roster-window.h"

#include <glib/gi18n.h>

#include "aj-absence-group.h"
#include "aj-duty-row.h"
#include "aj-feedback.h"
#include "aj-group-year-reader.h"
#include "aj-undoing.h"
#include "aj-waiting.h"

struct _AjRosterWindow
{
  AdwWindow parent_instance;

  AjServices *services; /* (owned) (nullable) */
  AjLiveReader *reader; /* (owned) (nullable) */
  AjDutyRoster *roster; /* (owned) (nullable) */
  GtkSizeGroup *widths; /* (owned): of the places in all rows */
  int year;

  /* Template widgets */
  AdwWindowTitle *title;
  GtkStack *stack;
  GtkLabel *leads_label;
  GtkListBox *list;
  AjAbsenceGroup *absences;
  AdwStatusPage *nothing_page;
  AdwStatusPage *problem_page;
};

G_DEFINE_FINAL_TYPE (AjRosterWindow, aj_roster_window, ADW_TYPE_WINDOW)

static void
update_actions (AjRosterWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean can_write = self->roster != NULL &&
                       !aj_store_is_read_only (aj_services_get_store (self->services));
  GArray *lines = self->roster != NULL ? aj_duty_roster_get_lines (self->roster) : NULL;
  gboolean is_taken[AJ_N_DUTIES] = { FALSE };

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    for (AjDuty duty = 0; duty < AJ_N_DUTIES; duty++)
      {
        const AjDutyLine *line = &g_array_index (lines, AjDutyLine, i);

        is_taken[duty] |= line->is_open && line->taken[duty] != NULL;
      }
  gtk_widget_action_set_enabled (widget, "roster.fill",
                                 can_write && aj_duty_roster_count_proposed (self->roster) > 0);
  gtk_widget_action_set_enabled (widget, "roster.clear-chairs",
                                 can_write && is_taken[AJ_DUTY_CHAIR]);
  gtk_widget_action_set_enabled (widget, "roster.clear-hosts", can_write && is_taken[AJ_DUTY_HOST]);
  gtk_widget_action_set_enabled (widget, "roster.put", can_write);
  gtk_widget_action_set_enabled (widget, "roster.swap", can_write);
}

/* The rows stay and show another meeting, so that the focus stays as well. */
static void
show_lines (AjRosterWindow *self)
{
  GArray *lines = aj_duty_roster_get_lines (self->roster);
  gboolean writable = !aj_store_is_read_only (aj_services_get_store (self->services));
  GtkListBoxRow *row;

  for (guint i = 0; i < lines->len; i++)
    {
      row = gtk_list_box_get_row_at_index (self->list, (int) i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (aj_duty_row_new (self->widths));
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      aj_duty_row_show (AJ_DUTY_ROW (row), self->roster, &g_array_index (lines, AjDutyLine, i),
                        writable);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) lines->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
show_roster (AjRosterWindow *self)
{
  AjGroupYear *year = aj_live_reader_get_result (self->reader);
  g_autofree char *subtitle = NULL;

  if (year == NULL)
    return;
  g_clear_pointer (&self->roster, aj_duty_roster_unref);
  self->roster = aj_duty_roster_new (year);
  subtitle = g_strdup_printf ("%s · %d",
                              aj_values_get_text (aj_group_year_get_group (year), "name"),
                              self->year);
  adw_window_title_set_subtitle (self->title, subtitle);
  show_lines (self);
  aj_absence_group_show (self->absences, self->roster);
  gtk_widget_set_visible (GTK_WIDGET (self->leads_label),
                          aj_duty_roster_get_leads (self->roster)->len == 0);
  gtk_stack_set_visible_child_name (self->stack, aj_duty_roster_get_lines (self->roster)->len > 0
                                                     ? "list"
                                                     : "nothing");
  update_actions (self);
}

static void
failed_cb (AjRosterWindow *self, const GError *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem_page, markup);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
commit (AjRosterWindow *self, AjEdit *edit, AjCommitMode mode)
{
  aj_feedback_commit (GTK_WIDGET (self->stack), edit, mode, NULL, NULL);
}

static void
fill_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjRosterWindow *self = AJ_ROSTER_WINDOW (widget);
  g_autoptr (AjEdit) edit = aj_duty_roster_fill (self->roster,
                                                 aj_services_get_store (self->services));

  commit (self, edit, AJ_COMMIT_OFFER_UNDO);
}

static void
clear_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjRosterWindow *self = AJ_ROSTER_WINDOW (widget);
  AjDuty duty = g_str_equal (action, "roster.clear-chairs") ? AJ_DUTY_CHAIR : AJ_DUTY_HOST;
  g_autoptr (AjEdit) edit = aj_duty_roster_clear (self->roster,
                                                  aj_services_get_store (self->services), duty);

  commit (self, edit, AJ_COMMIT_OFFER_UNDO);
}

static void
put_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjRosterWindow *self = AJ_ROSTER_WINDOW (widget);
  const char *meeting, *person;
  const AjDutyLine *line;
  guint32 duty;
  g_autoptr (AjEdit) edit = NULL;

  g_variant_get (parameter, "(&su&s)", &meeting, &duty, &person);
  line = aj_duty_roster_find (self->roster, meeting);
  if (line == NULL || duty >= AJ_N_DUTIES)
    return;
  edit = aj_duty_roster_put (self->roster, aj_services_get_store (self->services), line,
                             (AjDuty) duty, *person != '\0' ? person : NULL);
  commit (self, edit, AJ_COMMIT_QUIET);
}

static void
swap_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjRosterWindow *self = AJ_ROSTER_WINDOW (widget);
  const char *meeting, *other_meeting;
  const AjDutyLine *line, *other;
  guint32 duty;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjEdit) edit = NULL;

  g_variant_get (parameter, "(&s&su)", &meeting, &other_meeting, &duty);
  line = aj_duty_roster_find (self->roster, meeting);
  other = aj_duty_roster_find (self->roster, other_meeting);
  if (line == NULL || other == NULL || duty >= AJ_N_DUTIES)
    return;
  edit = aj_duty_roster_swap (self->roster, aj_services_get_store (self->services), line, other,
                              (AjDuty) duty, &error);
  if (edit != NULL)
    commit (self, edit, AJ_COMMIT_OFFER_UNDO);
  else
    aj_feedback_error (GTK_WIDGET (self->stack), error);
}

/* By the name that the button of a toast knows: the main window, which has it too, is not around this one. */
static void
undo_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjRosterWindow *self = AJ_ROSTER_WINDOW (widget);
  AjStore *store = aj_services_get_store (self->services);

  if (g_str_equal (action, "win.undo"))
    aj_undoing_undo (GTK_WIDGET (self->stack), store);
  else
    aj_undoing_redo (GTK_WIDGET (self->stack), store);
}

static void
aj_roster_window_dispose (GObject *object)
{
  AjRosterWindow *self = AJ_ROSTER_WINDOW (object);

  g_clear_object (&self->reader);
  g_clear_pointer (&self->roster, aj_duty_roster_unref);
  g_clear_object (&self->services);
  g_clear_object (&self->widths);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_ROSTER_WINDOW);
  G_OBJECT_CLASS (aj_roster_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "roster.fill", NULL, fill_activated_cb);
  gtk_widget_class_install_action (widget_class, "roster.clear-chairs", NULL, clear_activated_cb);
  gtk_widget_class_install_action (widget_class, "roster.clear-hosts", NULL, clear_activated_cb);
  gtk_widget_class_install_action (widget_class, "roster.put", "(sus)", put_activated_cb);
  gtk_widget_class_install_action (widget_class, "roster.swap", "(ssu)", swap_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_SHIFT_MASK | GDK_CONTROL_MASK,
                                       "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
aj_roster_window_class_init (AjRosterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_roster_window_dispose;
  g_type_ensure (AJ_TYPE_ABSENCE_GROUP);
  g_type_ensure (AJ_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-roster-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AjRosterWindow, title);
  gtk_widget_class_bind_template_child (widget_class, AjRosterWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AjRosterWindow, leads_label);
  gtk_widget_class_bind_template_child (widget_class, AjRosterWindow, list);
  gtk_widget_class_bind_template_child (widget_class, AjRosterWindow, absences);
  gtk_widget_class_bind_template_child (widget_class, AjRosterWindow, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, AjRosterWindow, problem_page);
  install_actions (widget_class);
}

static void
aj_roster_window_init (AjRosterWindow *self)
{
  self->widths = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

void
aj_roster_window_show (GtkWindow *parent, AjServices *services, const char *group, int year)
{
  AjRosterWindow *self = g_object_new (AJ_TYPE_ROSTER_WINDOW, "transient-for", parent, NULL);
  /* Translators: a year. */
  g_autofree char *nothing = g_strdup_printf (_ ("No Meetings in %d Yet"), year);

  self->services = g_object_ref (services);
  self->year = year;
  adw_status_page_set_title (self->nothing_page, nothing);
  aj_absence_group_set_services (self->absences, services);
  self->reader = aj_group_year_reader_new (aj_services_get_store (services));
  g_signal_connect_object (self->reader, "changed", G_CALLBACK (show_roster), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  aj_group_year_reader_set (self->reader, group, year);
  aj_live_reader_set_active (self->reader, TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               MIN (gtk_widget_get_width (GTK_WIDGET (parent)), 720),
                               CLAMP (gtk_widget_get_height (GTK_WIDGET (parent)) - 40, 294, 680));
  gtk_window_present (GTK_WINDOW (self));
}
