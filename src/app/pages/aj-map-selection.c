/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-map-selection.h"

#include <glib/gi18n-lib.h>

#include "aj-edit.h"
#include "aj-feedback.h"
#include "aj-mail-draft.h"
#include "aj-municipality-mail.h"
#include "aj-wrap-box.h"

struct _AjMapSelection
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
  GtkLabel *count_label;
  GtkLabel *names_label;
  GtkMenuButton *district_button;
  GtkWidget *district_label;

  AjServices *services;  /* (owned) (nullable) */
  AjNetworkFacts *facts; /* (owned) (nullable) */
  GPtrArray *chosen;     /* (owned) (element-type AjValues): of the facts, by name */
  AjDate date;           /* of which day they are shown */
};

G_DEFINE_FINAL_TYPE (AjMapSelection, aj_map_selection, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CLEARED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_names (AjMapSelection *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->chosen->len; i++)
    g_ptr_array_add (names, (gpointer) aj_values_get_text (self->chosen->pdata[i], "name"));
  g_ptr_array_add (names, NULL);
  text = g_strjoinv (", ", (char **) names->pdata);
  count = g_strdup_printf (ngettext ("%u municipality selected", "%u municipalities selected",
                                     self->chosen->len),
                           self->chosen->len);
  gtk_label_set_text (self->count_label, count);
  gtk_label_set_text (self->names_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->names_label), text);
}

static void
add_district (GMenu *menu, const char *label, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

  /* A name may have an underscore, which stands for itself. */
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts);

  g_menu_item_set_label (item, escaped);
  g_menu_item_set_action_and_target_value (item, "selection.set-district",
                                           g_variant_new_string (id));
  g_menu_append_item (menu, item);
}

static void
fill_districts (AjMapSelection *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) none = g_menu_new ();
  GPtrArray *districts = aj_network_facts_get_districts (self->facts);

  for (guint i = 0; i < districts->len; i++)
    add_district (menu, aj_values_get_text (districts->pdata[i], "name"),
                  aj_values_get_id (districts->pdata[i]));
  add_district (none, _ ("No District"), "");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (none));
  gtk_menu_button_set_menu_model (self->district_button, G_MENU_MODEL (menu));
}

static char *
make_label (AjMapSelection *self, const AjValues *district)
{
  guint n = self->chosen->len;

  if (district == NULL)
    return g_strdup_printf (ngettext ("Take %u municipality out of its district",
                                      "Take %u municipalities out of their district", n),
                            n);
  /* Translators: a number, and the name of a district. */
  return g_strdup_printf (ngettext ("Put %u municipality in %s", "Put %u municipalities in %s", n),
                          n, aj_values_get_text (district, "name"));
}

static void
set_district_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjMapSelection *self = AJ_MAP_SELECTION (widget);
  const char *id = g_variant_get_string (target, NULL);
  const AjValues *district;
  g_autofree char *label = NULL;
  g_autoptr (AjEdit) edit = NULL;

  if (self->facts == NULL || self->chosen->len == 0)
    return;
  district = aj_network_facts_find_district (self->facts, id);
  if (district == NULL && *id != '\0')
    return;
  label = make_label (self, district);
  edit = aj_edit_new (aj_services_get_store (self->services), label);
  for (guint i = 0; i < self->chosen->len; i++)
    aj_values_set_text (aj_edit_change_values (edit, self->chosen->pdata[i]), "district",
                        district != NULL ? id : NULL);
  if (!aj_edit_is_empty (edit))
    aj_feedback_commit (widget, edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

static void
mail_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjMapSelection) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjGroupMail) mail = aj_municipality_mail_load_finish (AJ_STORE (source), result,
                                                                   &error);

  /* Nobody is there any more to write it. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (mail == NULL)
    aj_feedback_error (GTK_WIDGET (self), error);
  else
    aj_mail_draft_open (GTK_WIDGET (self), mail, AJ_MAILTO_BCC, NULL);
}

static void
mail_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjMapSelection *self = AJ_MAP_SELECTION (widget);

  if (self->chosen->len > 0)
    aj_municipality_mail_load_async (aj_services_get_store (self->services), self->chosen, NULL,
                                     MAX (self->date, aj_services_get_today (self->services)), NULL,
                                     mail_loaded_cb, g_object_ref (self));
}

static void
clear_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[SIGNAL_CLEARED], 0);
}

static void
aj_map_selection_dispose (GObject *object)
{
  AjMapSelection *self = AJ_MAP_SELECTION (object);

  g_ptr_array_set_size (self->chosen, 0);
  g_clear_pointer (&self->facts, aj_network_facts_unref);
  g_clear_object (&self->services);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (aj_map_selection_parent_class)->dispose (object);
}

static void
aj_map_selection_finalize (GObject *object)
{
  g_ptr_array_unref (AJ_MAP_SELECTION (object)->chosen);
  G_OBJECT_CLASS (aj_map_selection_parent_class)->finalize (object);
}

static void
aj_map_selection_class_init (AjMapSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aj_map_selection_dispose;
  object_class->finalize = aj_map_selection_finalize;
  signals[SIGNAL_CLEARED] = g_signal_new ("cleared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "selection.clear", NULL, clear_activated_cb);
  gtk_widget_class_install_action (widget_class, "selection.mail", NULL, mail_activated_cb);
  gtk_widget_class_install_action (widget_class, "selection.set-district", "s",
                                   set_district_activated_cb);
  g_type_ensure (AJ_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-map-selection.ui");
  gtk_widget_class_bind_template_child (widget_class, AjMapSelection, box);
  gtk_widget_class_bind_template_child (widget_class, AjMapSelection, count_label);
  gtk_widget_class_bind_template_child (widget_class, AjMapSelection, names_label);
  gtk_widget_class_bind_template_child (widget_class, AjMapSelection, district_button);
  gtk_widget_class_bind_template_child (widget_class, AjMapSelection, district_label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
aj_map_selection_init (AjMapSelection *self)
{
  self->chosen = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The button inside is what the focus reaches. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (
                                      GTK_WIDGET (self->district_button))),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->district_label, NULL,
                                  -1);
}

void
aj_map_selection_set_services (AjMapSelection *self, AjServices *services)
{
  g_set_object (&self->services, services);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "selection.set-district",
                                 !aj_store_is_read_only (aj_services_get_store (services)));
}

static void
choose (AjMapSelection *self, GPtrArray *ids)
{
  GPtrArray *all = aj_network_facts_get_municipalities (self->facts);

  for (guint i = 0; i < all->len; i++)
    if (g_ptr_array_find_with_equal_func (ids, aj_values_get_id (all->pdata[i]), g_str_equal, NULL))
      g_ptr_array_add (self->chosen, all->pdata[i]);
}

void
aj_map_selection_show (AjMapSelection *self, AjNetworkFacts *facts, GPtrArray *ids, AjDate date)
{
  self->date = date;
  g_ptr_array_set_size (self->chosen, 0);
  if (facts != NULL)
    aj_network_facts_ref (facts);
  g_clear_pointer (&self->facts, aj_network_facts_unref);
  self->facts = facts;
  if (facts != NULL)
    {
      choose (self, ids);
      fill_districts (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->district_button),
                          self->services != NULL && date == aj_services_get_today (self->services));
  show_names (self);
}
