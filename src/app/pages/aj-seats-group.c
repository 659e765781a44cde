/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-seats-group.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-feedback.h"
#include "aj-field-row.h"
#include "aj-keyed-rows.h"
#include "aj-organisation.h"
#include "aj-seat-job.h"
#include "aj-seat.h"

struct _AjSeatsGroup
{
  AdwPreferencesGroup parent_instance;

  AjServices *services;       /* (owned) */
  AjRoster *roster;           /* (owned) (nullable) */
  const AjRosterGroup *group; /* (nullable): of the roster */
  GPtrArray *seats;           /* (owned) (nullable) (element-type AjValues): of the roster's book */
  char *opened;               /* (owned) (nullable): the new seat that is to open when it comes */

  GtkListBox *list_box; /* (unowned): a child */
};

G_DEFINE_FINAL_TYPE (AjSeatsGroup, aj_seats_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *const fields[] = { "kind",   "district", "organisation", "role", "name",
                                      "places", "from",     "until",        "notes" };

static AjStore *
get_store (AjSeatsGroup *self)
{
  return aj_services_get_store (self->services);
}

static void
remove_clicked_cb (GtkWidget *button, AjSeatsGroup *self)
{
  AjGroupBook *book = aj_roster_get_book (self->roster);
  const char *id = g_object_get_data (G_OBJECT (button), "seat");
  const AjValues *seat = aj_group_book_look_up (book, id);
  g_autoptr (AjEdit) edit = NULL;

  if (seat == NULL)
    return;
  edit = aj_seat_job_remove_seat (get_store (self), book, seat);
  aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

static GtkWidget *
make_button_row (AjSeatsGroup *self, const char *id)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *remove = gtk_button_new_with_label (_ ("Remove"));

  gtk_widget_add_css_class (remove, "destructive-action");
  gtk_widget_set_hexpand (remove, TRUE);
  gtk_widget_set_halign (remove, GTK_ALIGN_END);
  gtk_widget_set_sensitive (remove, !aj_store_is_read_only (get_store (self)));
  g_object_set_data_full (G_OBJECT (remove), "seat", g_strdup (id), g_free);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), self, 0);
  gtk_widget_add_css_class (box, "record-buttons");
  gtk_box_append (GTK_BOX (box), remove);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

/* Few are opened, so the rows are made at the first opening. */
static void
expanded_cb (AdwExpanderRow *row, GParamSpec *pspec, AjSeatsGroup *self)
{
  const char *id = aj_keyed_rows_get_key (GTK_LIST_BOX_ROW (row));
  g_autoptr (AjRecord) record = NULL;

  if (!adw_expander_row_get_expanded (row) || g_object_get_data (G_OBJECT (row), "filled") != NULL)
    return;
  g_object_set_data (G_OBJECT (row), "filled", row);
  record = aj_store_ref_record (get_store (self), &aj_seat_record_type, id);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *field = aj_field_row_new (&aj_seat_record_type, fields[i]);

      aj_field_row_set_services (AJ_FIELD_ROW (field), self->services);
      aj_field_row_set_record (AJ_FIELD_ROW (field), record);
      adw_expander_row_add_row (row, field);
    }
  adw_expander_row_add_row (row, make_button_row (self, id));
}

static GtkWidget *
make_row_cb (guint index, gpointer user_data)
{
  AjSeatsGroup *self = user_data;
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, 0);
  return row;
}

/* How many places, and when, if that is not always one. */
static char *
describe_extent (const AjValues *seat)
{
  guint places = (guint) aj_values_get_integer (seat, "places");
  g_autofree char *from = aj_date_format_short (aj_values_get_date (seat, "from"));
  g_autofree char *until = aj_date_format_short (aj_values_get_date (seat, "until"));
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (places > 1)
    {
      g_autofree char *count = g_strdup_printf (ngettext ("%u place", "%u places", places), places);

      g_strv_builder_add (parts, count);
    }
  if (*from != '\0')
    {
      g_autofree char *text = g_strdup_printf (_ ("since %s"), from);

      g_strv_builder_add (parts, text);
    }
  if (*until != '\0')
    {
      g_autofree char *text = g_strdup_printf (_ ("until %s"), until);

      g_strv_builder_add (parts, text);
    }
  all = g_strv_builder_end (parts);
  return g_strjoinv (" · ", all);
}

static void
update_row_cb (GtkWidget *row, guint index, gpointer user_data)
{
  AjSeatsGroup *self = user_data;
  const AjValues *seat = self->seats->pdata[index];
  g_autofree char *title = aj_group_book_describe_seat (aj_roster_get_book (self->roster), seat);
  g_autofree char *extent = describe_extent (seat);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), extent);
  aj_accessible_set_name (row, title);
  aj_accessible_name_lists (row, title);
}

/* A new seat opens, to be filled in: what can be said of it next is the first of its rows. */
static void
open_wanted (AjSeatsGroup *self)
{
  GtkListBoxRow *row = self->opened != NULL ? aj_keyed_rows_find (self->list_box, self->opened)
                                            : NULL;

  if (row == NULL)
    return;
  g_clear_pointer (&self->opened, g_free);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
add_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjSeatsGroup *self = AJ_SEATS_GROUP (widget);
  const char *kind = g_variant_get_string (target, NULL);
  g_autoptr (AjEdit) edit = NULL;

  if (self->group == NULL)
    return;
  g_clear_pointer (&self->opened, g_free);
  edit = aj_seat_job_add_seat (
      get_store (self), self->group->group, *kind != '\0' ? kind : NULL,
      /* Translators: the name that a seat has until somebody gives it another. */
      _ ("New seat"), &self->opened);
  aj_feedback_commit (widget, edit, AJ_COMMIT_QUIET, NULL, NULL);
}

static void
append_kind (GMenu *menu, const char *label, const char *kind)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "seats.add", "s", kind);
  g_menu_append_item (menu, item);
}

/* For whom: that is what makes a seat. */
static GtkWidget *
make_add_button (AjSeatsGroup *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) kinds = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  for (const AjChoice *kind = aj_organisation_kinds; kind->code != NULL; kind++)
    append_kind (kinds, _ (kind->label), kind->code);
  /* Translators: in the menu that adds a seat: not for a kind of organisation, but with a name of its own. */
  append_kind (others, _ ("A Seat With a Name"), "");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (kinds));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Add a seat"));
  aj_accessible_set_name (button, _ ("Add a seat"));
  aj_accessible_set_name (gtk_widget_get_first_child (button), _ ("Add a seat"));
  gtk_widget_set_sensitive (button, !aj_store_is_read_only (get_store (self)));
  return button;
}

static void
aj_seats_group_dispose (GObject *object)
{
  AjSeatsGroup *self = AJ_SEATS_GROUP (object);

  g_clear_object (&self->services);
  self->group = NULL;
  g_clear_pointer (&self->roster, aj_roster_unref);
  g_clear_pointer (&self->opened, g_free);
  g_clear_pointer (&self->seats, g_ptr_array_unref);
  G_OBJECT_CLASS (aj_seats_group_parent_class)->dispose (object);
}

static void
aj_seats_group_class_init (AjSeatsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_seats_group_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "seats.add", "s", add_activated_cb);
}

static void
aj_seats_group_init (AjSeatsGroup *self)
{
}

GtkWidget *
aj_seats_group_new (AjServices *services)
{
  AjSeatsGroup *self = g_object_new (AJ_TYPE_SEATS_GROUP, "title", _ ("Seats"), NULL);

  self->services = g_object_ref (services);
  self->list_box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list_box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list_box), "boxed-list");
  aj_accessible_set_name (GTK_WIDGET (self->list_box), _ ("Seats"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list_box));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), make_add_button (self));
  return GTK_WIDGET (self);
}

void
aj_seats_group_show (AjSeatsGroup *self, AjRoster *roster, const AjRosterGroup *group)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (AjRoster) before = self->roster;

  self->roster = aj_roster_ref (roster);
  self->group = group;
  g_clear_pointer (&self->seats, g_ptr_array_unref);
  self->seats = aj_group_book_list_seats (aj_roster_get_book (roster),
                                          aj_values_get_id (group->group));
  for (guint i = 0; i < self->seats->len; i++)
    g_ptr_array_add (keys, (char *) aj_values_get_id (self->seats->pdata[i]));
  aj_keyed_rows_sync (self->list_box, keys, make_row_cb, update_row_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self->list_box), keys->len > 0);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      keys->len > 0 ? _ ("Who should sit in this group, so that empty places show.")
                    : _ ("Say who should sit in this group, and empty places will show."));
  open_wanted (self);
}
