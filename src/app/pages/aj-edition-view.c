/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-edition-view.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-chase.h"
#include "aj-edition.h"
#include "aj-error.h"
#include "aj-field-row.h"
#include "aj-keyed-rows.h"

struct _AjEditionView
{
  AdwBin parent_instance;

  /* Template */
  GtkLabel *title_label;
  GtkLabel *days_label;
  GtkLabel *activities_label;
  GtkLabel *activities_text;
  GtkProgressBar *activities_bar;
  GtkLabel *answered_label;
  GtkLabel *answered_text;
  GtkProgressBar *answered_bar;
  GtkWidget *chase_button;
  GtkListBox *district_box;
  AdwPreferencesGroup *fields_group;

  AjServices *services;  /* (owned) (nullable) */
  AjEditionFacts *facts; /* (borrowed) (nullable) */
  char *edition;         /* (owned) (nullable): whose fields are shown */
  GPtrArray *rows;       /* (owned) (element-type AjFieldRow) */
};

G_DEFINE_FINAL_TYPE (AjEditionView, aj_edition_view, ADW_TYPE_BIN)

/* (transfer full): when it is, and how long one can register. */
static char *
describe_days (const AjValues *edition, AjDate today)
{
  AjDate start = aj_values_get_date (edition, "starts-on");
  AjDate end = aj_values_get_date (edition, "ends-on");
  g_autofree char *from = aj_date_format_short (start);
  g_autofree char *until = aj_date_format_short (end);
  g_autofree char *when = aj_edition_is_one_day (edition)
                              ? g_strdup (from)
                              /* Translators: the first and the last day. */
                              : g_strdup_printf (_ ("%1$s to %2$s"), from, until);
  g_autofree char *left = NULL;
  int days;

  if (!aj_edition_get_days_left (edition, today, &days))
    return g_steal_pointer (&when);
  if (days < 0)
    left = g_strdup (_ ("registration closed"));
  else if (days == 0)
    left = g_strdup (_ ("last day to register"));
  else
    left = g_strdup_printf (ngettext ("%d day left to register", "%d days left to register",
                                      (gulong) days),
                            days);
  return g_strdup_printf ("%s · %s", when, left);
}

static void
show_fraction (GtkProgressBar *bar, guint number, guint goal, const char *name)
{
  gtk_widget_set_visible (GTK_WIDGET (bar), goal > 0);
  if (goal > 0)
    gtk_progress_bar_set_fraction (bar, MIN (1.0, (double) number / goal));
  aj_accessible_set_name (GTK_WIDGET (bar), name);
}

static void
show_activities (AjEditionView *self, const AjValues *edition, const AjCoverageCount *total)
{
  guint goal = (guint) aj_values_get_integer (edition, "goal");
  g_autofree char *number = g_strdup_printf ("%u", total->n_activities);
  g_autofree char *text = goal > 0
                              /* Translators: under a number; a goal. */
                              ? g_strdup_printf (ngettext ("activity, goal %u",
                                                           "activities, goal %u",
                                                           total->n_activities),
                                                 goal)
                              : g_strdup (ngettext ("activity", "activities", total->n_activities));

  gtk_label_set_label (self->activities_label, number);
  gtk_label_set_label (self->activities_text, text);
  show_fraction (self->activities_bar, total->n_activities, goal, text);
}

static void
show_answered (AjEditionView *self, const AjCoverageCount *total)
{
  g_autofree char *number = g_strdup_printf ("%u", total->n_answered);
  /* Translators: under a number: so many of so many municipalities have answered. */
  g_autofree char *text = g_strdup_printf (ngettext ("of %u municipality has answered",
                                                     "of %u municipalities have answered",
                                                     total->n_asked),
                                           total->n_asked);
  g_autofree char *no_need = aj_coverage_count_describe_no_need (total);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->answered_text), no_need);
  gtk_label_set_label (self->answered_label, number);
  gtk_label_set_label (self->answered_text, text);
  show_fraction (self->answered_bar, total->n_answered, total->n_asked, text);
}

/* How many are to be asked today. */
static void
show_chase (AjEditionView *self, AjDate today)
{
  g_autoptr (GPtrArray) lines = aj_chase_list (aj_edition_facts_get_coverage (self->facts), today,
                                               FALSE);
  /* Translators: a button; so many municipalities are to be asked what they do. */
  g_autofree char *label = g_strdup_printf (ngettext ("%u to _Ask…", "%u to _Ask…", lines->len),
                                            lines->len);

  gtk_button_set_label (GTK_BUTTON (self->chase_button), label);
  gtk_widget_set_visible (self->chase_button, lines->len > 0);
}

static const AjCoverageDistrict *
get_district (AjEditionView *self, guint index)
{
  return aj_coverage_get_districts (aj_edition_facts_get_coverage (self->facts))->pdata[index];
}

static GtkWidget *
make_row_cb (guint index, gpointer user_data)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "heading");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  g_object_set_data (G_OBJECT (row), "label", label);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
update_row_cb (GtkWidget *row, guint index, gpointer user_data)
{
  AjEditionView *self = user_data;
  const AjCoverageDistrict *district = get_district (self, index);
  const char *name = aj_edition_facts_get_district_name (self->facts, district->id);
  guint n = district->count.n_activities;
  g_autofree char *activities = g_strdup_printf (ngettext ("%u activity", "%u activities", n), n);
  /* Translators: so many of so many. */
  g_autofree char *answered = g_strdup_printf (_ ("%1$u/%2$u"), district->count.n_answered,
                                               district->count.n_asked);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 name != NULL ? name : _ ("In no district"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), activities);
  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "label"), answered);
}

static void
show_districts (AjEditionView *self)
{
  GPtrArray *districts = aj_coverage_get_districts (aj_edition_facts_get_coverage (self->facts));
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; i < districts->len; i++)
    {
      const char *id = get_district (self, i)->id;

      g_ptr_array_add (keys, (gpointer) (id != NULL ? id : ""));
    }
  aj_keyed_rows_sync (self->district_box, keys, make_row_cb, update_row_cb, self);
}

static void
show_fields (AjEditionView *self, const AjValues *edition)
{
  g_autoptr (AjRecord) record = NULL;

  if (!aj_set_string (&self->edition, aj_values_get_id (edition)))
    return;
  record = aj_store_ref_record (aj_services_get_store (self->services), &aj_edition_record_type,
                                self->edition);
  for (guint i = 0; i < self->rows->len; i++)
    aj_field_row_set_record (self->rows->pdata[i], record);
}

void
aj_edition_view_show (AjEditionView *self, AjEditionFacts *facts)
{
  const AjValues *edition;
  const AjCoverageCount *total;
  g_autofree char *days = NULL;

  g_return_if_fail (AJ_IS_EDITION_VIEW (self));

  self->facts = facts;
  if (facts == NULL)
    return;
  edition = aj_edition_facts_get_edition (facts);
  total = aj_coverage_get_total (aj_edition_facts_get_coverage (facts));
  days = describe_days (edition, aj_services_get_today (self->services));
  gtk_label_set_label (self->title_label, aj_values_get_text (edition, "name"));
  gtk_label_set_label (self->days_label, days);
  show_activities (self, edition, total);
  show_answered (self, total);
  show_chase (self, aj_services_get_today (self->services));
  show_districts (self);
  show_fields (self, edition);
}

static void
aj_edition_view_dispose (GObject *object)
{
  AjEditionView *self = AJ_EDITION_VIEW (object);

  g_clear_object (&self->services);
  self->facts = NULL;
  G_OBJECT_CLASS (aj_edition_view_parent_class)->dispose (object);
}

static void
aj_edition_view_finalize (GObject *object)
{
  AjEditionView *self = AJ_EDITION_VIEW (object);

  g_free (self->edition);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (aj_edition_view_parent_class)->finalize (object);
}

static void
aj_edition_view_class_init (AjEditionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_edition_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_edition_view_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-edition-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AjEditionView, title_label);
  gtk_widget_class_bind_template_child (widget_class, AjEditionView, days_label);
  gtk_widget_class_bind_template_child (widget_class, AjEditionView, activities_label);
  gtk_widget_class_bind_template_child (widget_class, AjEditionView, activities_text);
  gtk_widget_class_bind_template_child (widget_class, AjEditionView, activities_bar);
  gtk_widget_class_bind_template_child (widget_class, AjEditionView, answered_label);
  gtk_widget_class_bind_template_child (widget_class, AjEditionView, answered_text);
  gtk_widget_class_bind_template_child (widget_class, AjEditionView, answered_bar);
  gtk_widget_class_bind_template_child (widget_class, AjEditionView, chase_button);
  gtk_widget_class_bind_template_child (widget_class, AjEditionView, district_box);
  gtk_widget_class_bind_template_child (widget_class, AjEditionView, fields_group);
}

static void
aj_edition_view_init (AjEditionView *self)
{
  static const char *const fields[] = { "name", "starts-on",  "ends-on",  "deadline",
                                        "goal", "chase-days", "previous", "notes" };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *row = aj_field_row_new (&aj_edition_record_type, fields[i]);

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (self->fields_group, row);
    }
}

void
aj_edition_view_set_services (AjEditionView *self, AjServices *services)
{
  g_return_if_fail (AJ_IS_EDITION_VIEW (self));

  g_set_object (&self->services, services);
  for (guint i = 0; i < self->rows->len; i++)
    aj_field_row_set_services (self->rows->pdata[i], services);
}
