/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-absence-group.h"

#include <glib/gi18n.h>

#include "aj-absence.h"
#include "aj-accessible.h"
#include "aj-drop-down.h"
#include "aj-feedback.h"
#include "aj-text.h"
#include "aj-wrap-box.h"

struct _AjAbsenceGroup
{
  AdwPreferencesGroup parent_instance;

  AjServices *services; /* (owned) (nullable) */
  AjDutyRoster *roster; /* (owned) (nullable) */
  GPtrArray
      *people; /* (owned) (nullable) (element-type AjValues): of the roster, as they are offered */

  /* Template widgets */
  GtkListBox *list;
  GtkListBoxRow *add_row;
  GtkDropDown *person;
  GtkEntry *from;
  GtkEntry *until;
  GtkLabel *fault_label;
};

G_DEFINE_FINAL_TYPE (AjAbsenceGroup, aj_absence_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_name (const AjValues *person)
{
  const char *name = person != NULL ? aj_values_get_text (person, "name") : NULL;

  return name != NULL ? name : "–";
}

/* TRUE for nothing at all as well, which is AJ_DATE_NONE. */
static gboolean
read_entry (AjAbsenceGroup *self, GtkEntry *entry, AjDate *date)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  *date = AJ_DATE_NONE;
  return aj_text_or_null (text) == NULL ||
         aj_date_parse_human (text, aj_services_get_today (self->services), date);
}

static void
mark (GtkEntry *entry, gboolean is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE
                                        : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* (nullable): what is wrong with what was typed, as a sentence. */
static const char *
find_fault (AjAbsenceGroup *self)
{
  AjDate first, last;
  gboolean knows_first = read_entry (self, self->from, &first);
  gboolean knows_last = read_entry (self, self->until, &last);
  gboolean is_backward = first != AJ_DATE_NONE && last != AJ_DATE_NONE && last < first;

  mark (self->from, !knows_first);
  mark (self->until, !knows_last || is_backward);
  if (!knows_first || !knows_last)
    return _ ("This is not a day. Write it like 12-3-2027.");
  return is_backward ? _ ("An absence cannot end before it begins.") : NULL;
}

static void
typed_cb (AjAbsenceGroup *self)
{
  const char *fault;
  AjDate first;

  if (self->services == NULL)
    return;
  fault = find_fault (self);
  gtk_label_set_text (self->fault_label, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), fault != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "absence.add",
                                 fault == NULL && read_entry (self, self->from, &first) &&
                                     first != AJ_DATE_NONE);
}

static void
added_cb (AjEdit *edit, const GError *error, gpointer user_data)
{
  g_autoptr (AjAbsenceGroup) self = user_data;

  if (error != NULL || self->services == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->from), "");
  gtk_editable_set_text (GTK_EDITABLE (self->until), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->from));
}

static void
add_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjAbsenceGroup *self = AJ_ABSENCE_GROUP (widget);
  guint selected = gtk_drop_down_get_selected (self->person);
  g_autoptr (AjEdit) edit = NULL;
  AjDate first, last;

  if (selected >= self->people->len || !read_entry (self, self->from, &first) ||
      !read_entry (self, self->until, &last))
    return;
  edit = aj_duty_roster_add_absence (aj_services_get_store (self->services),
                                     self->people->pdata[selected], first, last);
  aj_feedback_commit (widget, edit, AJ_COMMIT_QUIET, added_cb, g_object_ref (self));
}

/* Enter in either of the two. */
static void
entered_cb (AjAbsenceGroup *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "absence.add", NULL);
}

static const AjValues *
find_absence (AjAbsenceGroup *self, const char *id)
{
  GPtrArray *all = aj_group_year_get_absences (aj_duty_roster_get_year (self->roster));

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (aj_values_get_id (all->pdata[i]), id) == 0)
      return all->pdata[i];
  return NULL;
}

static const AjValues *
get_person (AjAbsenceGroup *self, const AjValues *absence)
{
  return aj_group_year_look_up_person (aj_duty_roster_get_year (self->roster),
                                       aj_values_get_text (absence, "person"));
}

static void
remove_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjAbsenceGroup *self = AJ_ABSENCE_GROUP (widget);
  const AjValues *absence = find_absence (self, g_variant_get_string (parameter, NULL));
  g_autofree char *label = NULL;
  g_autoptr (AjEdit) edit = NULL;

  if (absence == NULL)
    return;
  /* Translators: somebody. */
  label = g_strdup_printf (_ ("Remove absence: %s"), get_name (get_person (self, absence)));
  edit = aj_edit_new (aj_services_get_store (self->services), label);
  aj_edit_remove_values (edit, absence);
  aj_feedback_commit (widget, edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

static char *
describe_days (const AjValues *absence)
{
  AjDate first = aj_values_get_date (absence, "from");
  AjDate last = aj_values_get_date (absence, "until");
  g_autofree char *from = aj_date_format_short (first);
  g_autofree char *until = aj_date_format_short (last);

  if (last == AJ_DATE_NONE)
    /* Translators: a day. */
    return g_strdup_printf (_ ("from %s"), from);
  if (first == last)
    return g_steal_pointer (&from);
  /* Translators: the first and the last day of a membership. */
  return g_strdup_printf (_ ("%s to %s"), from, until);
}

static GtkWidget *
make_row (AjAbsenceGroup *self, const AjValues *absence)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  const char *name = get_name (get_person (self, absence));
  g_autofree char *days = describe_days (absence);
  g_autofree char *what = g_strdup_printf (C_ ("button", "Remove absence: %s"), name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), days);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, what);
  aj_accessible_set_name (button, what);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", aj_values_get_id (absence));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "absence.remove");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_people (AjAbsenceGroup *self)
{
  guint selected = gtk_drop_down_get_selected (self->person);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->people);
  const AjValues *chosen = before != NULL && selected < before->len ? before->pdata[selected]
                                                                    : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint found = 0;

  self->people = aj_duty_roster_list_people (self->roster);
  for (guint i = 0; i < self->people->len; i++)
    {
      gtk_string_list_append (names, get_name (self->people->pdata[i]));
      if (chosen != NULL &&
          g_str_equal (aj_values_get_id (chosen), aj_values_get_id (self->people->pdata[i])))
        found = i;
    }
  gtk_drop_down_set_model (self->person, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->person, found);
}

static void
aj_absence_group_dispose (GObject *object)
{
  AjAbsenceGroup *self = AJ_ABSENCE_GROUP (object);

  g_clear_object (&self->services);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->roster, aj_duty_roster_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_ABSENCE_GROUP);
  G_OBJECT_CLASS (aj_absence_group_parent_class)->dispose (object);
}

static void
aj_absence_group_class_init (AjAbsenceGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_absence_group_dispose;
  g_type_ensure (AJ_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-absence-group.ui");
  gtk_widget_class_bind_template_child (widget_class, AjAbsenceGroup, list);
  gtk_widget_class_bind_template_child (widget_class, AjAbsenceGroup, add_row);
  gtk_widget_class_bind_template_child (widget_class, AjAbsenceGroup, person);
  gtk_widget_class_bind_template_child (widget_class, AjAbsenceGroup, from);
  gtk_widget_class_bind_template_child (widget_class, AjAbsenceGroup, until);
  gtk_widget_class_bind_template_child (widget_class, AjAbsenceGroup, fault_label);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_install_action (widget_class, "absence.add", NULL, add_activated_cb);
  gtk_widget_class_install_action (widget_class, "absence.remove", "s", remove_activated_cb);
}

static void
aj_absence_group_init (AjAbsenceGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  aj_drop_down_set_up (self->person);
  aj_drop_down_set_name (self->person, _ ("Who is away"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "absence.add", FALSE);
}

void
aj_absence_group_set_services (AjAbsenceGroup *self, AjServices *services)
{
  gboolean writable = !aj_store_is_read_only (aj_services_get_store (services));

  g_return_if_fail (AJ_IS_ABSENCE_GROUP (self));

  g_set_object (&self->services, services);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "absence.remove", writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_row), writable);
}

void
aj_absence_group_show (AjAbsenceGroup *self, AjDutyRoster *roster)
{
  g_autoptr (AjDutyRoster) before = NULL;
  g_autoptr (GPtrArray) absences = NULL;
  GtkListBoxRow *row;

  g_return_if_fail (AJ_IS_ABSENCE_GROUP (self));

  before = g_steal_pointer (&self->roster);
  self->roster = aj_duty_roster_ref (roster);
  absences = aj_duty_roster_list_absences (roster);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != self->add_row)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < absences->len; i++)
    gtk_list_box_insert (self->list, make_row (self, absences->pdata[i]), (int) i);
  show_people (self);
  gtk_widget_set_visible (GTK_WIDGET (self->add_row), self->people->len > 0);
}
