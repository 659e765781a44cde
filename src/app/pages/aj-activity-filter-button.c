/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-activity-filter-button.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-drop-down.h"

struct _AjActivityFilterButton
{
  GtkWidget parent_instance;

  GtkWidget *button;                              /* (owned): the child */
  GtkDropDown *drop_downs[AJ_ACTIVITY_N_ASPECTS]; /* (unowned): in its popover */
  GtkDropDown *order_drop_down;                   /* (unowned): likewise */
  GtkWidget *clear_button;                        /* (unowned): likewise */

  AjActivityFilter *filter; /* (borrowed) (nullable) */
  GStrv districts;          /* (owned): ids */
  GStrv district_names;     /* (owned) */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (AjActivityFilterButton, aj_activity_filter_button, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define ASPECT_KEY "aj-aspect"

static guint
count_options (AjActivityFilterButton *self, AjActivityAspect aspect)
{
  return aspect == AJ_ACTIVITY_ASPECT_DISTRICT ? g_strv_length (self->districts)
                                               : aj_activity_aspect_get_n_options (aspect);
}

static const char *
get_code (AjActivityFilterButton *self, AjActivityAspect aspect, guint index)
{
  return aspect == AJ_ACTIVITY_ASPECT_DISTRICT ? self->districts[index]
                                               : aj_activity_aspect_get_code (aspect, index);
}

static const char *
get_option (AjActivityFilterButton *self, AjActivityAspect aspect, guint index)
{
  return aspect == AJ_ACTIVITY_ASPECT_DISTRICT ? self->district_names[index]
                                               : aj_activity_aspect_get_option (aspect, index);
}

/* 0: all of them. */
static guint
find_choice (AjActivityFilterButton *self, AjActivityAspect aspect)
{
  const char *choice = aj_activity_filter_get_choice (self->filter, aspect);

  for (guint i = 0; choice != NULL && i < count_options (self, aspect); i++)
    if (g_str_equal (get_code (self, aspect, i), choice))
      return i + 1;
  return 0;
}

static void
show_state (AjActivityFilterButton *self)
{
  gboolean is_set = aj_activity_filter_get_n_choices (self->filter) > 0;

  aj_accessible_set_name (gtk_widget_get_first_child (self->button),
                          is_set ? _ ("Filter and order, something is chosen")
                                 : _ ("Filter and order"));
  if (is_set)
    gtk_widget_add_css_class (self->button, "accent");
  else
    gtk_widget_remove_css_class (self->button, "accent");
  gtk_widget_set_sensitive (self->clear_button, is_set);
}

static void
changed (AjActivityFilterButton *self)
{
  show_state (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
aspect_selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, AjActivityFilterButton *self)
{
  AjActivityAspect aspect = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop_down), ASPECT_KEY));
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (self->filling || self->filter == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (aj_activity_filter_choose (self->filter, aspect,
                                 selected > 0 ? get_code (self, aspect, selected - 1) : NULL))
    changed (self);
}

/* What there is most of comes first. */
static void
order_selected_cb (AjActivityFilterButton *self)
{
  AjActivityOrder order = gtk_drop_down_get_selected (self->order_drop_down);
  gboolean descending = order == AJ_ACTIVITY_ORDER_EXPECTED || order == AJ_ACTIVITY_ORDER_ACTUAL;

  if (self->filling || self->filter == NULL ||
      order == aj_activity_filter_get_order (self->filter, NULL))
    return;
  aj_activity_filter_set_order (self->filter, order, descending);
  changed (self);
}

static void
clear_clicked_cb (AjActivityFilterButton *self)
{
  for (guint i = 0; i < AJ_ACTIVITY_N_ASPECTS; i++)
    aj_activity_filter_choose (self->filter, i, NULL);
  aj_activity_filter_button_show (self, self->filter);
  changed (self);
}

static void
fill_aspect (AjActivityFilterButton *self, AjActivityAspect aspect)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, aj_activity_aspect_get_all_label (aspect));
  for (guint i = 0; i < count_options (self, aspect); i++)
    gtk_string_list_append (names, get_option (self, aspect, i));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->drop_downs[aspect], G_LIST_MODEL (names));
  self->filling = FALSE;
}

static GtkDropDown *
add_line (GtkGrid *grid, int row, const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (drop_down, TRUE);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, drop_down, 1, row, 1, 1);
  aj_drop_down_set_up (GTK_DROP_DOWN (drop_down));
  aj_drop_down_set_name (GTK_DROP_DOWN (drop_down), text);
  return GTK_DROP_DOWN (drop_down);
}

static void
add_aspects (AjActivityFilterButton *self, GtkGrid *grid)
{
  for (guint i = 0; i < AJ_ACTIVITY_N_ASPECTS; i++)
    {
      self->drop_downs[i] = add_line (grid, (int) i, aj_activity_aspect_get_label (i));
      g_object_set_data (G_OBJECT (self->drop_downs[i]), ASPECT_KEY, GUINT_TO_POINTER (i));
      g_signal_connect (self->drop_downs[i], "notify::selected", G_CALLBACK (aspect_selected_cb),
                        self);
      fill_aspect (self, i);
    }
}

static void
add_order (AjActivityFilterButton *self, GtkGrid *grid)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < AJ_ACTIVITY_N_ORDERS; i++)
    gtk_string_list_append (names, aj_activity_order_get_label (i));
  self->filling = TRUE;
  self->order_drop_down = add_line (grid, AJ_ACTIVITY_N_ASPECTS, _ ("Order"));
  gtk_drop_down_set_model (self->order_drop_down, G_LIST_MODEL (names));
  self->filling = FALSE;
  g_signal_connect_swapped (self->order_drop_down, "notify::selected",
                            G_CALLBACK (order_selected_cb), self);
}

static GtkWidget *
make_popover (AjActivityFilterButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *grid = gtk_grid_new ();

  g_object_set (grid, "row-spacing", 6, "column-spacing", 12, "margin-top", 6, "margin-bottom", 6,
                "margin-start", 6, "margin-end", 6, NULL);
  add_aspects (self, GTK_GRID (grid));
  add_order (self, GTK_GRID (grid));
  self->clear_button = gtk_button_new_with_label (_ ("Show All"));
  g_signal_connect_swapped (self->clear_button, "clicked", G_CALLBACK (clear_clicked_cb), self);
  gtk_grid_attach (GTK_GRID (grid), self->clear_button, 0, AJ_ACTIVITY_N_ASPECTS + 1, 2, 1);
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  return popover;
}

static void
aj_activity_filter_button_dispose (GObject *object)
{
  AjActivityFilterButton *self = AJ_ACTIVITY_FILTER_BUTTON (object);

  self->filter = NULL;
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (aj_activity_filter_button_parent_class)->dispose (object);
}

static void
aj_activity_filter_button_finalize (GObject *object)
{
  AjActivityFilterButton *self = AJ_ACTIVITY_FILTER_BUTTON (object);

  g_strfreev (self->districts);
  g_strfreev (self->district_names);
  G_OBJECT_CLASS (aj_activity_filter_button_parent_class)->finalize (object);
}

static void
aj_activity_filter_button_class_init (AjActivityFilterButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_activity_filter_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_activity_filter_button_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
aj_activity_filter_button_init (AjActivityFilterButton *self)
{
  self->districts = g_new0 (char *, 1);
  self->district_names = g_new0 (char *, 1);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "aj-filter-symbolic");
  gtk_widget_set_tooltip_text (self->button, _ ("Filter and order"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), make_popover (self));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

void
aj_activity_filter_button_show (AjActivityFilterButton *self, AjActivityFilter *filter)
{
  g_return_if_fail (AJ_IS_ACTIVITY_FILTER_BUTTON (self));

  self->filter = filter;
  self->filling = TRUE;
  for (guint i = 0; i < AJ_ACTIVITY_N_ASPECTS; i++)
    gtk_drop_down_set_selected (self->drop_downs[i], find_choice (self, i));
  gtk_drop_down_set_selected (self->order_drop_down, aj_activity_filter_get_order (filter, NULL));
  self->filling = FALSE;
  show_state (self);
}

void
aj_activity_filter_button_set_districts (AjActivityFilterButton *self,
                                         const char *const *ids,
                                         const char *const *names)
{
  g_return_if_fail (AJ_IS_ACTIVITY_FILTER_BUTTON (self) && self->filter != NULL);

  if (g_strv_equal ((const char *const *) self->districts, ids) &&
      g_strv_equal ((const char *const *) self->district_names, names))
    return;
  g_strfreev (self->districts);
  g_strfreev (self->district_names);
  self->districts = g_strdupv ((GStrv) ids);
  self->district_names = g_strdupv ((GStrv) names);
  fill_aspect (self, AJ_ACTIVITY_ASPECT_DISTRICT);
  aj_activity_filter_button_show (self, self->filter);
}

char *
aj_activity_filter_button_describe (AjActivityFilterButton *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < AJ_ACTIVITY_N_ASPECTS; i++)
    {
      guint choice = find_choice (self, i);
      g_autofree char *missing = NULL;
      const char *word;

      if (choice == 0)
        continue;
      word = get_option (self, i, choice - 1);
      if (i == AJ_ACTIVITY_ASPECT_MISSING)
        /* Translators: what is not filled in yet: place, time. */
        word = missing = g_strdup_printf (_ ("missing: %s"), word);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", word);
    }
  return g_string_free (text, FALSE);
}
