/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-occupancy-group.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-group-occupancy.h"
#include "aj-group-year-reader.h"
#include "aj-occupancy-grid.h"

/* More are told of by their number: who needs to see them all has them from the command line. */
#define MAX_WARNINGS 10

struct _AjOccupancyGroup
{
  AdwPreferencesGroup parent_instance;

  AjServices *services; /* (owned) (nullable) */
  AjLiveReader *reader; /* (owned) (nullable) */
  AjDate date;
  AjGroupOccupancy *occupancy; /* (owned) (nullable): what is shown */
  gboolean is_filled;          /* the organisations in words, which few look at, are there */

  GtkWidget *row;                /* (borrowed): a child, with these two in it */
  GtkBox *warnings;              /* (borrowed) */
  AjOccupancyGrid *grid;         /* (borrowed) */
  AdwExpanderRow *districts;     /* (borrowed): a child */
  AdwExpanderRow *organisations; /* (borrowed): likewise */
  GPtrArray *lines; /* (owned) (element-type GtkWidget): the rows in these two, borrowed */
};

G_DEFINE_FINAL_TYPE (AjOccupancyGroup, aj_occupancy_group, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
make_line (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
add_line (AjOccupancyGroup *self, AdwExpanderRow *parent, const char *title, const char *subtitle)
{
  GtkWidget *row = make_line (title, subtitle);

  adw_expander_row_add_row (parent, row);
  g_ptr_array_add (self->lines, row);
}

static void
take_lines_away (AjOccupancyGroup *self)
{
  GtkWidget *warning;

  for (guint i = 0; i < self->lines->len; i++)
    {
      GtkWidget *line = self->lines->pdata[i];
      AdwExpanderRow *parent = ADW_EXPANDER_ROW (
          gtk_widget_get_ancestor (line, ADW_TYPE_EXPANDER_ROW));

      adw_expander_row_remove (parent, line);
    }
  g_ptr_array_set_size (self->lines, 0);
  self->is_filled = FALSE;
  while ((warning = gtk_widget_get_first_child (GTK_WIDGET (self->warnings))) != NULL)
    gtk_box_remove (self->warnings, warning);
}

static void
add_warning (AjOccupancyGroup *self, const char *sentence)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *label = gtk_label_new (sentence);

  gtk_widget_add_css_class (icon, "warning");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->warnings, box);
}

/* Who reads the row hears what stands out in it; the rest is in words beneath. */
static void
add_warnings (AjOccupancyGroup *self)
{
  g_auto (GStrv) warnings = aj_group_occupancy_list_warnings (self->occupancy);
  guint n = g_strv_length (warnings);
  g_autofree char *all = g_strjoinv (" ", warnings);

  for (guint i = 0; i < MIN (n, MAX_WARNINGS); i++)
    add_warning (self, warnings[i]);
  if (n > MAX_WARNINGS)
    {
      g_autofree char *rest =
          g_strdup_printf (ngettext ("And %u more stayed away three times in a row or more often.",
                                     "And %u more stayed away three times in a row or more often.",
                                     n - MAX_WARNINGS),
                           n - MAX_WARNINGS);

      add_warning (self, rest);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->warnings), warnings[0] != NULL);
  aj_accessible_describe (self->row, all);
}

static void
add_districts (AjOccupancyGroup *self)
{
  GArray *districts = aj_group_occupancy_get_districts (self->occupancy);

  for (guint i = 0; i < districts->len; i++)
    {
      const AjOccupancyDistrict *one = &g_array_index (districts, AjOccupancyDistrict, i);
      g_autofree char *counts = aj_occupancy_counts_describe (&one->counts);

      add_line (self, self->districts,
                one->district != NULL ? aj_values_get_text (one->district, "name")
                                      : _ ("In no district"),
                counts);
    }
}

/* Once somebody looks. */
static void
fill_organisations (AjOccupancyGroup *self)
{
  GArray *rows = self->occupancy != NULL ? aj_group_occupancy_get_rows (self->occupancy) : NULL;

  if (rows == NULL || self->is_filled || !adw_expander_row_get_expanded (self->organisations))
    return;
  self->is_filled = TRUE;
  for (guint i = 0; i < MIN (rows->len, AJ_OCCUPANCY_GRID_MAX_ROWS); i++)
    {
      const AjOccupancyRow *row = &g_array_index (rows, AjOccupancyRow, i);
      g_autofree char *words = aj_occupancy_row_describe (self->occupancy, row);

      add_line (self, self->organisations, row->name, words);
    }
}

static void
show_occupancy (AjOccupancyGroup *self)
{
  AjGroupYear *year = aj_live_reader_get_result (self->reader);
  g_autofree char *description = NULL;

  g_clear_pointer (&self->occupancy, aj_group_occupancy_unref);
  if (year == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  self->occupancy = aj_group_occupancy_new (year, MIN (self->date, aj_group_year_get_today (year)));
  /* Translators: a year. */
  description = g_strdup_printf (_ ("Who was at the meetings of %d, as far as was noted there."),
                                 aj_group_year_get_year (year));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), description);
  take_lines_away (self);
  add_warnings (self);
  add_districts (self);
  fill_organisations (self);
  aj_occupancy_grid_show (self->grid, self->occupancy);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          aj_group_occupancy_get_rows (self->occupancy)->len > 0);
}

static AdwExpanderRow *
make_expander (AjOccupancyGroup *self, const char *title)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  aj_accessible_set_name (row, title);
  aj_accessible_name_lists (row, title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return ADW_EXPANDER_ROW (row);
}

/* What somebody has to do something about, and then the picture. */
static void
add_picture (AjOccupancyGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *warnings = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *grid = aj_occupancy_grid_new ();

  self->row = adw_preferences_row_new ();
  self->warnings = GTK_BOX (warnings);
  self->grid = AJ_OCCUPANCY_GRID (grid);
  gtk_widget_add_css_class (box, "occupancy");
  gtk_box_append (GTK_BOX (box), warnings);
  gtk_box_append (GTK_BOX (box), grid);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->row), box);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _ ("Occupancy"));
  aj_accessible_set_name (self->row, _ ("Occupancy"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->row);
}

static void
aj_occupancy_group_dispose (GObject *object)
{
  AjOccupancyGroup *self = AJ_OCCUPANCY_GROUP (object);

  g_clear_object (&self->reader);
  g_clear_object (&self->services);
  g_clear_pointer (&self->occupancy, aj_group_occupancy_unref);
  G_OBJECT_CLASS (aj_occupancy_group_parent_class)->dispose (object);
}

static void
aj_occupancy_group_finalize (GObject *object)
{
  g_ptr_array_unref (AJ_OCCUPANCY_GROUP (object)->lines);
  G_OBJECT_CLASS (aj_occupancy_group_parent_class)->finalize (object);
}

static void
aj_occupancy_group_class_init (AjOccupancyGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_occupancy_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_occupancy_group_finalize;
}

static void
aj_occupancy_group_init (AjOccupancyGroup *self)
{
  self->lines = g_ptr_array_new ();
}

GtkWidget *
aj_occupancy_group_new (AjServices *services)
{
  AjOccupancyGroup *self = g_object_new (AJ_TYPE_OCCUPANCY_GROUP, "title", _ ("Occupancy"),
                                         "visible", FALSE, NULL);

  self->services = g_object_ref (services);
  self->reader = aj_group_year_reader_new (aj_services_get_store (services));
  g_signal_connect_object (self->reader, "changed", G_CALLBACK (show_occupancy), self,
                           G_CONNECT_SWAPPED);
  add_picture (self);
  self->districts = make_expander (self, _ ("By District"));
  self->organisations = make_expander (self, _ ("By Organisation"));
  g_signal_connect_object (self->organisations, "notify::expanded", G_CALLBACK (fill_organisations),
                           self, G_CONNECT_SWAPPED);
  aj_accessible_set_name (gtk_widget_get_parent (self->row), _ ("Occupancy"));
  return GTK_WIDGET (self);
}

void
aj_occupancy_group_show (AjOccupancyGroup *self, const char *group_id, AjDate date)
{
  gboolean is_other_day;

  g_return_if_fail (AJ_IS_OCCUPANCY_GROUP (self));

  is_other_day = self->date != date;
  self->date = date;
  aj_group_year_reader_set (self->reader, group_id, aj_date_get_year (date));
  if (is_other_day)
    show_occupancy (self);
}

void
aj_occupancy_group_set_active (AjOccupancyGroup *self, gboolean active)
{
  g_return_if_fail (AJ_IS_OCCUPANCY_GROUP (self));

  aj_live_reader_set_active (self->reader, active);
}
