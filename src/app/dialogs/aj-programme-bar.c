/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-programme-bar.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-date-button.h"
#include "aj-drop-down.h"
#include "aj-wrap-box.h"

struct _AjProgrammeBar
{
  AdwBin parent_instance;

  /* Template */
  GtkDropDown *grouping_drop_down;
  GtkDropDown *municipality_drop_down;
  GtkCheckButton *closed_check;
  GtkCheckButton *since_check;
  AjDateButton *date_button;

  GPtrArray *municipalities; /* (owned) (element-type AjValues): that take part, by name */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (AjProgrammeBar, aj_programme_bar, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (AjProgrammeBar *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
show_since (AjProgrammeBar *self)
{
  g_autofree char *day = aj_date_format_short (aj_date_button_get_date (self->date_button));
  /* Translators: a day; of a programme, only what became different from it on. */
  g_autofree char *label = g_strdup_printf (_ ("Only changes since %s"), day);

  gtk_check_button_set_label (self->since_check, label);
}

/* Who picks a day wants to see what changed since. */
static void
picked_cb (AjProgrammeBar *self)
{
  show_since (self);
  self->filling = TRUE;
  gtk_check_button_set_active (self->since_check, TRUE);
  self->filling = FALSE;
  changed_cb (self);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (aj_values_get_text (*(const AjValues *const *) a, "name"),
                         aj_values_get_text (*(const AjValues *const *) b, "name"));
}

static void
fill_municipalities (AjProgrammeBar *self, AjEditionFacts *facts)
{
  GPtrArray *lines = aj_coverage_get_lines (aj_edition_facts_get_coverage (facts));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const AjCoverageLine *line = lines->pdata[i];

      if (line->standing != AJ_STANDING_OUT)
        g_ptr_array_add (self->municipalities, aj_values_ref (line->municipality));
    }
  g_ptr_array_sort (self->municipalities, compare_names);
  gtk_string_list_append (names, _ ("All municipalities"));
  for (guint i = 0; i < self->municipalities->len; i++)
    gtk_string_list_append (names, aj_values_get_text (self->municipalities->pdata[i], "name"));
  gtk_drop_down_set_model (self->municipality_drop_down, G_LIST_MODEL (names));
}

static void
fill_groupings (AjProgrammeBar *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < AJ_PROGRAMME_N_GROUPINGS; i++)
    gtk_string_list_append (names, aj_programme_grouping_get_label (i));
  gtk_drop_down_set_model (self->grouping_drop_down, G_LIST_MODEL (names));
}

static void
aj_programme_bar_dispose (GObject *object)
{
  AjProgrammeBar *self = AJ_PROGRAMME_BAR (object);

  /* What goes changes nothing. */
  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_PROGRAMME_BAR);
  G_OBJECT_CLASS (aj_programme_bar_parent_class)->dispose (object);
}

static void
aj_programme_bar_finalize (GObject *object)
{
  g_ptr_array_unref (AJ_PROGRAMME_BAR (object)->municipalities);
  G_OBJECT_CLASS (aj_programme_bar_parent_class)->finalize (object);
}

static void
aj_programme_bar_class_init (AjProgrammeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (AJ_TYPE_DATE_BUTTON);
  g_type_ensure (AJ_TYPE_WRAP_BOX);
  G_OBJECT_CLASS (klass)->dispose = aj_programme_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_programme_bar_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-programme-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AjProgrammeBar, grouping_drop_down);
  gtk_widget_class_bind_template_child (widget_class, AjProgrammeBar, municipality_drop_down);
  gtk_widget_class_bind_template_child (widget_class, AjProgrammeBar, closed_check);
  gtk_widget_class_bind_template_child (widget_class, AjProgrammeBar, since_check);
  gtk_widget_class_bind_template_child (widget_class, AjProgrammeBar, date_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aj_programme_bar_init (AjProgrammeBar *self)
{
  self->filling = TRUE;
  self->municipalities = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  aj_drop_down_set_up (self->grouping_drop_down);
  aj_drop_down_set_name (self->grouping_drop_down, _ ("Sorted"));
  aj_drop_down_set_up (self->municipality_drop_down);
  aj_drop_down_set_name (self->municipality_drop_down, _ ("Municipality"));
  aj_date_button_set_name (self->date_button, _ ("Pick the day since when"));
}

GtkWidget *
aj_programme_bar_new (AjServices *services, AjEditionFacts *facts, AjDate since)
{
  AjProgrammeBar *self = g_object_new (AJ_TYPE_PROGRAMME_BAR, NULL);

  aj_date_button_set_services (self->date_button, services);
  aj_date_button_set_date (self->date_button, since);
  show_since (self);
  fill_groupings (self);
  fill_municipalities (self, facts);
  self->filling = FALSE;
  return GTK_WIDGET (self);
}

void
aj_programme_bar_fill (AjProgrammeBar *self, AjProgrammeRequest *request)
{
  guint grouping = gtk_drop_down_get_selected (self->grouping_drop_down);
  guint municipality = gtk_drop_down_get_selected (self->municipality_drop_down);

  request->grouping = grouping < AJ_PROGRAMME_N_GROUPINGS ? grouping : AJ_PROGRAMME_BY_DISTRICT;
  request->municipality = municipality > 0 && municipality <= self->municipalities->len
                              ? aj_values_get_id (self->municipalities->pdata[municipality - 1])
                              : NULL;
  request->with_closed = gtk_check_button_get_active (self->closed_check);
  request->since = gtk_check_button_get_active (self->since_check)
                       ? aj_date_button_get_date (self->date_button)
                       : AJ_DATE_NONE;
}
