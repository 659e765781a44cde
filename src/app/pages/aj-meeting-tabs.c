/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting-tabs.h"

#include <glib/gi18n.h>

#include "aj-tab-row.h"
#include "aj-task.h"

#define GAP 18

struct _AjMeetingTabs
{
  GtkWidget parent_instance;

  AjTabRow *row; /* and behind it the panes, of which one is visible */
};

G_DEFINE_FINAL_TYPE (AjMeetingTabs, aj_meeting_tabs, GTK_TYPE_WIDGET)

/* What a tab stands for, kept as data of the button; and the pane's name, as data of the pane. */
#define TAB_PANE  "aj-pane"
#define PANE_NAME "aj-name"

static AjMeetingPane *
get_pane (GtkWidget *tab)
{
  return g_object_get_data (G_OBJECT (tab), TAB_PANE);
}

static const char *
get_name (GtkWidget *tab)
{
  return g_object_get_data (G_OBJECT (get_pane (tab)), PANE_NAME);
}

/* No stack: one that is as high as what it shows asks its children how wide they are at their least height, and a sentence
 * that wraps is then as wide as it is long. */
static void
tab_toggled_cb (AjMeetingTabs *self, GtkToggleButton *tab)
{
  gtk_widget_set_visible (GTK_WIDGET (get_pane (GTK_WIDGET (tab))),
                          gtk_toggle_button_get_active (tab));
}

static gboolean
label_tab (GBinding *binding, const GValue *progress, GValue *label, gpointer title)
{
  const char *text = g_value_get_string (progress);

  if (text == NULL)
    g_value_set_string (label, _ (title));
  else
    /* Translators: on a tab: what it shows, and how far that is, as "Preparation 4/6". */
    g_value_take_string (label, g_strdup_printf (_ ("%1$s %2$s"), _ (title), text));
  return TRUE;
}

static void
add_pane (AjMeetingTabs *self, const AjMeetingPaneInfo *info, AjMeetingPane *pane)
{
  GtkWidget *tab = aj_tab_row_append (self->row, _ (info->title));

  g_object_set_data (G_OBJECT (pane), PANE_NAME, (gpointer) info->name);
  gtk_widget_set_visible (GTK_WIDGET (pane),
                          gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tab)));
  gtk_widget_set_parent (GTK_WIDGET (pane), GTK_WIDGET (self));
  g_object_set_data (G_OBJECT (tab), TAB_PANE, pane);
  g_signal_connect_object (tab, "toggled", G_CALLBACK (tab_toggled_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property_full (pane, "progress", tab, "label", G_BINDING_SYNC_CREATE, label_tab,
                               NULL, (gpointer) info->title, NULL);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_RELATION_CONTROLS, pane,
                                  NULL, -1);
}

static void
aj_meeting_tabs_dispose (GObject *object)
{
  AjMeetingTabs *self = AJ_MEETING_TABS (object);

  GtkWidget *child;

  self->row = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (aj_meeting_tabs_parent_class)->dispose (object);
}

static void
aj_meeting_tabs_class_init (AjMeetingTabsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_meeting_tabs_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
aj_meeting_tabs_init (AjMeetingTabs *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, GAP);
  /* Whatever is in sight: else what is beside it would grow and shrink with what a pane holds. */
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  self->row = g_object_new (AJ_TYPE_TAB_ROW, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What to see of the meeting"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->row), GTK_WIDGET (self));
}

void
aj_meeting_tabs_set_up (AjMeetingTabs *self,
                        AjServices *services,
                        AjMeetingSubject *subject,
                        AjLiveReader *reader)
{
  guint n_panes;
  const AjMeetingPaneInfo *panes = aj_meeting_pane_table_get (&n_panes);

  g_return_if_fail (AJ_IS_MEETING_TABS (self));

  for (guint i = 0; i < n_panes; i++)
    add_pane (self, &panes[i], aj_meeting_pane_new (&panes[i], services, subject, reader));
  gtk_widget_set_visible (GTK_WIDGET (self->row), n_panes > 1);
}

AjMeetingPane *
aj_meeting_tabs_show_pane (AjMeetingTabs *self, const char *name)
{
  g_return_val_if_fail (AJ_IS_MEETING_TABS (self), NULL);

  for (GtkWidget *tab = gtk_widget_get_first_child (GTK_WIDGET (self->row)); tab != NULL;
       tab = gtk_widget_get_next_sibling (tab))
    {
      if (!g_str_equal (get_name (tab), name))
        continue;
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), TRUE);
      return get_pane (tab);
    }
  return NULL;
}

/* What is to be done before the meeting is seen apart from what was agreed at it. */
static const char *
find_name (const AjValues *part)
{
  static const char *const names[][2] = {
    { "agenda-item", "agenda" },
    { "attendance", "attendance" },
    { "decision", "minutes" },
  };
  const char *type = aj_values_get_record_type (part)->name;

  if (g_str_equal (type, "task"))
    return g_strcmp0 (aj_values_get_text (part, "kind"), AJ_TASK_PREPARATION) == 0 ? "preparation"
                                                                                   : "minutes";
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i][0], type))
      return names[i][1];
  return NULL;
}

void
aj_meeting_tabs_show_part (AjMeetingTabs *self, const AjValues *part)
{
  const char *name = find_name (part);
  AjMeetingPane *pane = name != NULL ? aj_meeting_tabs_show_pane (self, name) : NULL;

  if (pane != NULL)
    aj_meeting_pane_reveal (pane, aj_values_get_id (part));
}

static GtkWidget *
find_pressed (AjMeetingTabs *self)
{
  GtkWidget *tab = gtk_widget_get_first_child (GTK_WIDGET (self->row));

  while (tab != NULL && !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tab)))
    tab = gtk_widget_get_next_sibling (tab);
  return tab;
}

AjMeetingPane *
aj_meeting_tabs_get_pane (AjMeetingTabs *self)
{
  GtkWidget *tab;

  g_return_val_if_fail (AJ_IS_MEETING_TABS (self), NULL);

  tab = find_pressed (self);
  return tab != NULL ? get_pane (tab) : NULL;
}

void
aj_meeting_tabs_step (AjMeetingTabs *self, gboolean forward)
{
  GtkWidget *tab;

  g_return_if_fail (AJ_IS_MEETING_TABS (self));

  tab = find_pressed (self);
  if (tab == NULL)
    return;
  tab = forward ? gtk_widget_get_next_sibling (tab) : gtk_widget_get_prev_sibling (tab);
  if (tab == NULL)
    tab = forward ? gtk_widget_get_first_child (GTK_WIDGET (self->row))
                  : gtk_widget_get_last_child (GTK_WIDGET (self->row));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), TRUE);
  gtk_widget_grab_focus (tab);
}
