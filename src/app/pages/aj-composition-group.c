/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-composition-group.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-feedback.h"
#include "aj-holder-button.h"
#include "aj-keyed-rows.h"
#include "aj-seat-job.h"
#include "aj-sitter-row.h"

/* Rows are real widgets here; in a larger group the search finds who is meant. */
#define MAX_SHOWN 200

struct _AjCompositionGroup
{
  GtkBox parent_instance;

  AjServices *services;       /* (owned) */
  AjRoster *roster;           /* (owned) (nullable) */
  const AjRosterGroup *group; /* (nullable): of the roster */
  GArray *lines;              /* (owned) (element-type Line): of the list that is being filled */

  /* All unowned: children */
  AdwPreferencesGroup *present;
  AdwPreferencesGroup *earlier;
  AdwPreferencesGroup *later;
  GtkListBox *present_box;
  GtkListBox *earlier_box;
  GtkListBox *later_box;
};

G_DEFINE_FINAL_TYPE (AjCompositionGroup, aj_composition_group, GTK_TYPE_BOX)

/* Somebody, or a seat with empty places. */
typedef struct
{
  const AjSitter *sitter;  /* (nullable) */
  const AjGroupSeat *seat; /* (nullable) */
} Line;

static AjStore *
get_store (AjCompositionGroup *self)
{
  return aj_services_get_store (self->services);
}

static AjGroupBook *
get_book (AjCompositionGroup *self)
{
  return aj_roster_get_book (self->roster);
}

static void
add_holder (AjCompositionGroup *self,
            const AjValues *seat,
            const char *field,
            const char *id,
            const char *name)
{
  g_autoptr (AjEdit) edit = NULL;

  if (self->group == NULL)
    return;
  edit = aj_seat_job_add (get_store (self), self->group->group, seat, field, id, name,
                          aj_roster_get_date (self->roster));
  aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

static void
member_chosen_cb (AjCompositionGroup *self, const char *field, const char *id, const char *name)
{
  add_holder (self, NULL, field, id, name);
}

static void
seat_holder_chosen_cb (GtkWidget *button,
                       const char *field,
                       const char *id,
                       const char *name,
                       AjCompositionGroup *self)
{
  const char *seat = g_object_get_data (G_OBJECT (button), "seat");

  add_holder (self, aj_group_book_look_up (get_book (self), seat), field, id, name);
}

/* A seat with places that nobody takes, with the one button that deals with it. */
static GtkWidget *
make_empty_row (AjCompositionGroup *self, const AjGroupSeat *seat)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *tag = gtk_label_new (NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name ("list-add-symbolic");
  /* Translators: a button: choose who is to take a seat. */
  GtkWidget *button = aj_holder_button_new (self->services, NULL, _ ("Choose…"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "empty-seat");
  gtk_widget_add_css_class (icon, "dim-label");
  gtk_widget_add_css_class (tag, "tag");
  gtk_widget_add_css_class (tag, "tag-warning");
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "seat", g_strdup (aj_values_get_id (seat->seat)),
                          g_free);
  g_object_set_data (G_OBJECT (row), "button", button);
  g_object_set_data (G_OBJECT (row), "tag", tag);
  g_signal_connect_object (button, "chosen", G_CALLBACK (seat_holder_chosen_cb), self, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
update_empty_row (AjCompositionGroup *self, GtkWidget *row, const AjGroupSeat *seat)
{
  g_autofree char *title = aj_group_book_describe_seat (get_book (self), seat->seat);
  /* Translators: a button, for screen readers: the seat that is empty. */
  g_autofree char *name = g_strdup_printf (_ ("Choose who takes %s"), title);
  g_autofree char *count = g_strdup_printf (ngettext ("%u empty", "%u empty", seat->n_empty),
                                            seat->n_empty);
  GtkLabel *tag = g_object_get_data (G_OBJECT (row), "tag");

  gtk_label_set_label (tag, seat->n_taken + seat->n_empty > 1 ? count : _ ("Empty"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  aj_holder_button_set_name (g_object_get_data (G_OBJECT (row), "button"), name);
}

static GtkWidget *
make_line_cb (guint index, gpointer user_data)
{
  AjCompositionGroup *self = user_data;
  const Line *line = &g_array_index (self->lines, Line, index);

  if (line->sitter != NULL)
    return aj_sitter_row_new (self->services, aj_values_get_id (line->sitter->membership));
  return make_empty_row (self, line->seat);
}

static void
update_line_cb (GtkWidget *row, guint index, gpointer user_data)
{
  AjCompositionGroup *self = user_data;
  const Line *line = &g_array_index (self->lines, Line, index);

  if (line->sitter != NULL)
    aj_sitter_row_show (AJ_SITTER_ROW (row), get_book (self), line->sitter,
                        aj_roster_get_date (self->roster));
  else
    update_empty_row (self, row, line->seat);
}

static const char *
get_key (const Line *line)
{
  return aj_values_get_id (line->sitter != NULL ? line->sitter->membership : line->seat->seat);
}

static void
add_sitter (AjCompositionGroup *self, const AjSitter *sitter)
{
  Line line = { .sitter = sitter };

  g_array_append_val (self->lines, line);
}

/* Each seat with who takes it and the places that are left, then who has none. */
static void
list_present (AjCompositionGroup *self)
{
  const AjComposition *composition = self->group->composition;
  guint next = 0;

  g_array_set_size (self->lines, 0);
  for (guint i = 0; i < composition->seats->len; i++)
    {
      Line empty = { .seat = &g_array_index (composition->seats, AjGroupSeat, i) };

      for (guint j = 0; j < empty.seat->n_taken; j++)
        add_sitter (self, &g_array_index (composition->sitters, AjSitter, next++));
      if (empty.seat->n_empty > 0)
        g_array_append_val (self->lines, empty);
    }
  for (; next < composition->sitters->len; next++)
    add_sitter (self, &g_array_index (composition->sitters, AjSitter, next));
}

static void
list_others (AjCompositionGroup *self, GArray *sitters)
{
  g_array_set_size (self->lines, 0);
  for (guint i = 0; i < sitters->len; i++)
    add_sitter (self, &g_array_index (sitters, AjSitter, i));
}

/* Shows the lines; (transfer full) (nullable): a sentence when not all of them. */
static char *
fill (AjCompositionGroup *self, GtkListBox *box)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  guint n_shown = MIN (self->lines->len, MAX_SHOWN);

  for (guint i = 0; i < n_shown; i++)
    g_ptr_array_add (keys, (char *) get_key (&g_array_index (self->lines, Line, i)));
  aj_keyed_rows_sync (box, keys, make_line_cb, update_line_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (box), n_shown > 0);
  if (n_shown == self->lines->len)
    return NULL;
  return g_strdup_printf (ngettext ("Only the first %u is shown.", "Only the first %u are shown.",
                                    n_shown),
                          n_shown);
}

static void
show_others (AjCompositionGroup *self, AdwPreferencesGroup *group, GtkListBox *box, GArray *sitters)
{
  g_autofree char *limited = NULL;

  list_others (self, sitters);
  limited = fill (self, box);
  adw_preferences_group_set_description (group, limited);
  gtk_widget_set_visible (GTK_WIDGET (group), sitters->len > 0);
}

static char *
describe_count (AjCompositionGroup *self)
{
  const AjComposition *composition = self->group->composition;
  guint n_members = composition->sitters->len, n_empty = composition->n_empty;
  gboolean is_today = aj_roster_get_date (self->roster) == aj_services_get_today (self->services);
  g_autofree char *members = g_strdup_printf (ngettext ("%u member", "%u members", n_members),
                                              n_members);
  g_autofree char *empty = g_strdup_printf (ngettext ("%u empty place", "%u empty places", n_empty),
                                            n_empty);

  if (n_members == 0 && n_empty == 0)
    return g_strdup (is_today ? _ ("Nobody in this group yet.")
                              : _ ("Nobody was in this group on that day."));
  return n_empty > 0 ? g_strdup_printf ("%s · %s", members, empty) : g_strdup (members);
}

static void
show_present (AjCompositionGroup *self)
{
  g_autofree char *count = describe_count (self);
  g_autofree char *limited = NULL;
  g_autofree char *both = NULL;

  list_present (self);
  limited = fill (self, self->present_box);
  both = limited != NULL ? g_strdup_printf ("%s\n%s", count, limited) : g_strdup (count);
  adw_preferences_group_set_description (self->present, both);
}

static void
aj_composition_group_dispose (GObject *object)
{
  AjCompositionGroup *self = AJ_COMPOSITION_GROUP (object);

  g_clear_object (&self->services);
  self->group = NULL;
  g_clear_pointer (&self->roster, aj_roster_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  G_OBJECT_CLASS (aj_composition_group_parent_class)->dispose (object);
}

static void
aj_composition_group_class_init (AjCompositionGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_composition_group_dispose;
}

static void
aj_composition_group_init (AjCompositionGroup *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
}

static GtkListBox *
add_group (AjCompositionGroup *self, AdwPreferencesGroup **group, const char *title)
{
  GtkWidget *box = gtk_list_box_new ();

  *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (*group, title);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (box, "boxed-list");
  aj_accessible_set_name (box, title);
  adw_preferences_group_add (*group, box);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (*group));
  return GTK_LIST_BOX (box);
}

GtkWidget *
aj_composition_group_new (AjServices *services)
{
  AjCompositionGroup *self = g_object_new (AJ_TYPE_COMPOSITION_GROUP, NULL);
  GtkWidget *add;

  self->services = g_object_ref (services);
  self->present_box = add_group (self, &self->present, _ ("Who Sits Here"));
  /* Translators: who has left a group. */
  self->earlier_box = add_group (self, &self->earlier, _ ("Earlier"));
  /* Translators: who is to join a group on a later day. */
  self->later_box = add_group (self, &self->later, _ ("Still to Come"));
  add = aj_holder_button_new (services, "list-add-symbolic", _ ("Add a member"));
  g_signal_connect_object (add, "chosen", G_CALLBACK (member_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (self->present, add);
  return GTK_WIDGET (self);
}

void
aj_composition_group_show (AjCompositionGroup *self, AjRoster *roster, const AjRosterGroup *group)
{
  /* The rows that are shown still point into the one before. */
  AjRoster *before = self->roster;

  self->roster = aj_roster_ref (roster);
  self->group = group;
  show_present (self);
  show_others (self, self->earlier, self->earlier_box, group->composition->earlier);
  show_others (self, self->later, self->later_box, group->composition->later);
  g_clear_pointer (&before, aj_roster_unref);
}

static GtkListBoxRow *
find_row (AjCompositionGroup *self, const char *id)
{
  GtkListBoxRow *row = aj_keyed_rows_find (self->present_box, id);

  if (row == NULL)
    row = aj_keyed_rows_find (self->earlier_box, id);
  if (row == NULL)
    row = aj_keyed_rows_find (self->later_box, id);
  return row;
}

gboolean
aj_composition_group_reveal (AjCompositionGroup *self, const char *id)
{
  GtkListBoxRow *row = find_row (self, id);
  GtkWidget *button = row != NULL ? g_object_get_data (G_OBJECT (row), "button") : NULL;

  if (row == NULL)
    return FALSE;
  if (ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  return gtk_widget_child_focus (button != NULL ? button : GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}
