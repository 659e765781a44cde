/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-tour-fixture.h"

#include <string.h>

#include "aj-interventions-page.h"
#include "aj-material.h"
#include "aj-municipality.h"
#include "aj-record-detail.h"
#include "aj-tour-stop-row.h"
#include "aj-tour.h"

static const struct
{
  const char *name, *code, *longitude;
} towns[] = {
  { "Apeldoorn", "GM0200", "5.97" }, { "Deventer", "GM0150", "6.16" }, { "Ede", "GM0228", "5.67" },
  { "Enschede", "GM0153", "6.90" },  { "Hengelo", "GM0164", "6.79" },
};

static void
add_towns (TourFixture *self)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->base.store, "Towns");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (towns); i++)
    {
      AjValues *town = aj_edit_add (edit, &aj_municipality_record_type);

      aj_values_set_text (town, "name", towns[i].name);
      aj_values_set_text (town, "code", towns[i].code);
      aj_values_set_text (town, "school-region", "noord");
      aj_values_set_real (town, "latitude", 52.25);
      aj_values_set_real (town, "longitude", g_ascii_strtod (towns[i].longitude, NULL));
    }
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static gboolean
has_towns (gpointer dialog)
{
  return app_find (dialog, GTK_TYPE_CHECK_BUTTON) != NULL;
}

/* (nullable) */
gpointer
tour_find_window (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  gpointer found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        found = window;
    }
  return found;
}

gboolean
tour_has_dialog (gpointer data)
{
  return (((TourFixture *) data)->dialog = tour_find_window (AJ_TYPE_TOUR_DIALOG)) != NULL;
}

gboolean
tour_has_no_dialog (gpointer data)
{
  return !tour_has_dialog (data);
}

static gboolean
shows (TourFixture *self, const AjRecordType *type)
{
  GtkWidget *detail = app_find (GTK_WIDGET (self->page), AJ_TYPE_RECORD_DETAIL);
  AjRecord *record = detail != NULL ? aj_record_detail_get_record (AJ_RECORD_DETAIL (detail))
                                    : NULL;

  return record != NULL && aj_record_get_record_type (record) == type;
}

static gboolean
shows_bike (gpointer fixture)
{
  return shows (fixture, &aj_material_record_type);
}

gboolean
tour_shows_tour (gpointer fixture)
{
  return shows (fixture, &aj_tour_record_type);
}

void
tour_set_up (TourFixture *self, gconstpointer data)
{
  AppFixture *base = &self->base;

  app_fixture_set_up (base, data);
  add_towns (self);
  self->bike = app_fixture_add (base, &aj_material_record_type, "name", "Cargo bike", NULL, NULL);
  self->page = AJ_PAGE (
      g_object_new (AJ_TYPE_INTERVENTIONS_PAGE, "services", base->services, NULL));
  app_fixture_show (base, GTK_WIDGET (self->page));
  aj_page_activate (self->page);
  g_assert_true (
      aj_page_show_record (self->page, &aj_material_record_type, aj_record_get_id (self->bike)));
  app_wait (shows_bike, self);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "interventions.plan-tour", NULL);
  app_wait (tour_has_dialog, self);
  app_wait (has_towns, self->dialog);
}

void
tour_tear_down (TourFixture *self, gconstpointer data)
{
  g_object_unref (self->bike);
  app_fixture_tear_down (&self->base, data);
}

/* Types in the line and presses Enter. */
void
tour_type_towns (TourFixture *self, const char *text)
{
  GtkWidget *line = app_find (GTK_WIDGET (self->dialog), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (line), text);
  g_signal_emit_by_name (line, "activate");
}

/* The rows as they stand in the list; (transfer container). */
GPtrArray *
tour_list_rows (TourFixture *self)
{
  return app_find_all (GTK_WIDGET (self->dialog), AJ_TYPE_TOUR_STOP_ROW);
}

/* What was thought out before is taken out of the rows as soon as something else is asked. */
gboolean
tour_is_planned (gpointer data)
{
  g_autoptr (GPtrArray) rows = tour_list_rows (data);

  g_assert_cmpuint (rows->len, >, 0);
  for (guint i = 0; i < rows->len; i++)
    if (*adw_action_row_get_subtitle (rows->pdata[i]) == '\0')
      return FALSE;
  return TRUE;
}

/* Whether @text is in view in a label. */
gboolean
tour_is_told (GtkWidget *root, const char *text)
{
  g_autoptr (GPtrArray) labels = app_find_all (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]) &&
        strstr (gtk_label_get_text (labels->pdata[i]), text) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
tour_is_enabled (GtkWidget *root, const char *action)
{
  g_autoptr (GPtrArray) buttons = app_find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (buttons->pdata[i]), action) == 0)
      return gtk_widget_is_sensitive (buttons->pdata[i]);
  g_assert_not_reached ();
}

void
tour_make (TourFixture *self)
{
  g_assert_true (tour_is_enabled (GTK_WIDGET (self->dialog), "tour.make"));
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "tour.make", NULL);
}
