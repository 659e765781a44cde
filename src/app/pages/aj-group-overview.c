/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-group-overview.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-feedback.h"
#include "aj-holder-button.h"
#include "aj-keyed-rows.h"
#include "aj-seat-job.h"
#include "aj-sitter-row.h"

/* Rows are real widgets here; another word narrows what is found. */
#define MAX_FOUND 100

struct _AjGroupOverview
{
  AdwBin parent_instance;

  /* Template */
  GtkLabel *subtitle_label;
  AdwPreferencesGroup *found_group;
  GtkListBox *found_box;
  AdwPreferencesGroup *empty_group;
  GtkListBox *empty_box;
  AdwPreferencesGroup *leads_group;
  GtkListBox *leads_box;

  AjServices *services; /* (owned) (nullable) */
  AjRoster *roster;     /* (owned) (nullable) */
  GArray *found;        /* (owned) (element-type AjSitter): of the roster */
  GArray *empty;        /* (owned) (element-type AjGroupSeat): likewise */
  GPtrArray *districts; /* (owned) (element-type AjValues): likewise */
};

G_DEFINE_FINAL_TYPE (AjGroupOverview, aj_group_overview, ADW_TYPE_BIN)

enum
{
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static AjStore *
get_store (AjGroupOverview *self)
{
  return aj_services_get_store (self->services);
}

static AjGroupBook *
get_book (AjGroupOverview *self)
{
  return aj_roster_get_book (self->roster);
}

static void
row_activated_cb (AjGroupOverview *self, GtkListBoxRow *row)
{
  /* What the row is about may be gone by the time others have heard of it. */
  g_autofree char *id = g_strdup (aj_keyed_rows_get_key (row));
  const AjValues *values = aj_group_book_look_up (get_book (self), id);
  g_autofree char *group = NULL;

  if (values == NULL)
    return;
  group = g_strdup (aj_values_get_text (values, "group"));
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, group, id);
}

/* A district has a page of its own, where its lead can be changed too. */
static void
district_activated_cb (AjGroupOverview *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)", "district",
                              aj_keyed_rows_get_key (row));
}

static GtkWidget *
new_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  return row;
}

/* A row is called what its title says by itself. */
static void
set_texts (GtkWidget *row, const char *title, const char *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  aj_accessible_describe (row, subtitle);
}

/* The one button that fills the gap; its signal says by whom. */
static void
add_holder_button (AjGroupOverview *self, GtkWidget *row, GCallback chosen)
{
  /* Translators: a button: choose who is to take a seat. */
  GtkWidget *button = aj_holder_button_new (self->services, NULL, _ ("Choose…"));

  g_object_set_data (G_OBJECT (row), "button", button);
  g_object_set_data (G_OBJECT (button), "row", row);
  g_signal_connect_object (button, "chosen", chosen, self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static const char *
get_row_id (GtkWidget *button)
{
  return aj_keyed_rows_get_key (g_object_get_data (G_OBJECT (button), "row"));
}

static GtkWidget *
make_found_cb (guint index, gpointer user_data)
{
  AjGroupOverview *self = user_data;
  const AjSitter *sitter = &g_array_index (self->found, AjSitter, index);
  GtkWidget *row = new_row ();
  GtkWidget *icon = gtk_image_new_from_icon_name (
      sitter->person != NULL ? "avatar-default-symbolic" : "aj-organisation-symbolic");

  gtk_widget_add_css_class (icon, "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
update_found_cb (GtkWidget *row, guint index, gpointer user_data)
{
  AjGroupOverview *self = user_data;
  const AjSitter *sitter = &g_array_index (self->found, AjSitter, index);
  g_autofree char *text = aj_sitter_describe (get_book (self), sitter, TRUE);

  set_texts (row, aj_sitter_get_name (sitter), text);
}

static void
seat_holder_chosen_cb (
    GtkWidget *button, const char *field, const char *id, const char *name, AjGroupOverview *self)
{
  const AjValues *seat = aj_group_book_look_up (get_book (self), get_row_id (button));
  const AjValues *group = seat != NULL ? aj_group_book_look_up (get_book (self),
                                                                aj_values_get_text (seat, "group"))
                                       : NULL;
  g_autoptr (AjEdit) edit = NULL;

  if (group == NULL)
    return;
  edit = aj_seat_job_add (get_store (self), group, seat, field, id, name,
                          aj_roster_get_date (self->roster));
  aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

static GtkWidget *
make_empty_cb (guint index, gpointer user_data)
{
  AjGroupOverview *self = user_data;
  GtkWidget *row = new_row ();

  add_holder_button (self, row, G_CALLBACK (seat_holder_chosen_cb));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
update_empty_cb (GtkWidget *row, guint index, gpointer user_data)
{
  AjGroupOverview *self = user_data;
  const AjGroupSeat *seat = &g_array_index (self->empty, AjGroupSeat, index);
  const char *group = aj_values_get_text (seat->group, "name");
  g_autofree char *title = aj_roster_describe_empty (self->roster, seat);
  g_autofree char *seat_name = aj_group_book_describe_seat (get_book (self), seat->seat);
  g_autofree char *subtitle = aj_group_seat_describe (seat);
  /* Translators: a button, for screen readers: the seat that is empty, and its group. */
  g_autofree char *name = g_strdup_printf (_ ("Choose who takes %s in %s"), seat_name, group);

  set_texts (row, title, subtitle);
  aj_holder_button_set_name (g_object_get_data (G_OBJECT (row), "button"), name);
}

static void
lead_chosen_cb (
    GtkWidget *button, const char *field, const char *id, const char *name, AjGroupOverview *self)
{
  const AjValues *district = aj_group_book_look_up (get_book (self), get_row_id (button));
  g_autoptr (AjEdit) edit = NULL;

  if (district == NULL)
    return;
  edit = aj_seat_job_set_lead (get_store (self), district, id, name);
  aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

static GtkWidget *
make_district_cb (guint index, gpointer user_data)
{
  AjGroupOverview *self = user_data;
  GtkWidget *row = new_row ();
  GtkWidget *button;

  add_holder_button (self, row, G_CALLBACK (lead_chosen_cb));
  button = g_object_get_data (G_OBJECT (row), "button");
  aj_holder_button_set_only_people (AJ_HOLDER_BUTTON (button));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
update_district_cb (GtkWidget *row, guint index, gpointer user_data)
{
  AjGroupOverview *self = user_data;
  const AjValues *district = self->districts->pdata[index];
  const AjValues *lead = aj_roster_get_lead (self->roster, district);
  GtkWidget *button = g_object_get_data (G_OBJECT (row), "button");
  gboolean is_past = aj_roster_get_date (self->roster) < aj_services_get_today (self->services);
  const char *title = aj_values_get_text (district, "name");
  /* Translators: a button, for screen readers: a district without a lead. */
  g_autofree char *name = g_strdup_printf (_ ("Choose who leads %s"), title);

  set_texts (row, title,
             lead != NULL ? aj_values_get_text (lead, "name")
             /* Translators: of a district, on an earlier day: who led it. */
             : is_past ? _ ("Not known.")
                       : _ ("Nobody leads it."));
  aj_holder_button_set_name (AJ_HOLDER_BUTTON (button), name);
  gtk_widget_set_visible (button, lead == NULL && !is_past);
}

static void
fill (GtkListBox *box,
      GPtrArray *keys,
      AjKeyedRowMake make,
      AjKeyedRowUpdate update,
      AjGroupOverview *self)
{
  aj_keyed_rows_sync (box, keys, make, update, self);
  gtk_widget_set_visible (GTK_WIDGET (box), keys->len > 0);
}

static void
show_found (AjGroupOverview *self, gboolean is_searching)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  guint n_shown = is_searching ? MIN (self->found->len, MAX_FOUND) : 0;
  g_autofree char *limited = NULL;
  const char *text = NULL;

  for (guint i = 0; i < n_shown; i++)
    g_ptr_array_add (keys, (char *) aj_values_get_id (
                               g_array_index (self->found, AjSitter, i).membership));
  fill (self->found_box, keys, make_found_cb, update_found_cb, self);
  if (self->found->len == 0)
    text = _ ("Nobody like that sits anywhere on this day.");
  else if (n_shown < self->found->len)
    text = limited = g_strdup_printf (ngettext ("Only the first %u is shown.",
                                                "Only the first %u are shown.", n_shown),
                                      n_shown);
  adw_preferences_group_set_description (self->found_group, text);
  gtk_widget_set_visible (GTK_WIDGET (self->found_group), is_searching);
}

static gboolean
has_seats (AjRoster *roster)
{
  GPtrArray *groups = aj_roster_get_groups (roster);

  for (guint i = 0; i < groups->len; i++)
    if (((const AjRosterGroup *) groups->pdata[i])->composition->seats->len > 0)
      return TRUE;
  return FALSE;
}

static void
show_empty (AjGroupOverview *self, gboolean is_searching)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  const char *text = NULL;

  for (guint i = 0; i < self->empty->len; i++)
    g_ptr_array_add (keys,
                     (char *) aj_values_get_id (g_array_index (self->empty, AjGroupSeat, i).seat));
  fill (self->empty_box, keys, make_empty_cb, update_empty_cb, self);
  if (keys->len == 0)
    text = has_seats (self->roster)
               ? _ ("Every seat is taken.")
               : _ ("No group says yet who should sit in it. Open a group and add its seats.");
  adw_preferences_group_set_description (self->empty_group, text);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_group), !is_searching || keys->len > 0);
}

static void
show_leads (AjGroupOverview *self, gboolean is_searching)
{
  AjGroupBook *book = get_book (self);
  guint n_districts = aj_group_book_get_districts (book)->len, n_leads = 0;
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autofree char *districts = NULL;
  g_autofree char *leads = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n_districts; i++)
    if (aj_roster_get_lead (self->roster, aj_group_book_get_districts (book)->pdata[i]) != NULL)
      n_leads++;
  for (guint i = 0; i < self->districts->len; i++)
    g_ptr_array_add (keys, (char *) aj_values_get_id (self->districts->pdata[i]));
  fill (self->leads_box, keys, make_district_cb, update_district_cb, self);
  districts = g_strdup_printf (ngettext ("%u district", "%u districts", n_districts), n_districts);
  /* Translators: how many of the districts have a lead. */
  leads = g_strdup_printf (ngettext ("%u lead", "%u leads", n_leads), n_leads);
  /* Translators: "5 districts" and "3 leads". */
  text = g_strdup_printf (_ ("%s, %s"), districts, leads);
  adw_preferences_group_set_description (self->leads_group, text);
  gtk_widget_set_visible (GTK_WIDGET (self->leads_group),
                          is_searching ? keys->len > 0 : n_districts > 0);
}

static void
update_subtitle (AjGroupOverview *self, gboolean is_searching)
{
  guint count = is_searching ? self->found->len : aj_roster_get_groups (self->roster)->len;
  guint n_empty = 0;
  g_autofree char *first = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->empty->len; i++)
    n_empty += g_array_index (self->empty, AjGroupSeat, i).n_empty;
  first = g_strdup_printf (is_searching ? ngettext ("%u found", "%u found", count)
                                        : ngettext ("%u group", "%u groups", count),
                           count);
  empty = g_strdup_printf (ngettext ("%u empty place", "%u empty places", n_empty), n_empty);
  text = n_empty > 0 ? g_strdup_printf ("%s · %s", first, empty) : g_strdup (first);
  gtk_label_set_text (self->subtitle_label, text);
}

static void
forget (AjGroupOverview *self)
{
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->empty, g_array_unref);
  g_clear_pointer (&self->districts, g_ptr_array_unref);
}

static void
aj_group_overview_dispose (GObject *object)
{
  AjGroupOverview *self = AJ_GROUP_OVERVIEW (object);

  forget (self);
  g_clear_pointer (&self->roster, aj_roster_unref);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_group_overview_parent_class)->dispose (object);
}

static void
aj_group_overview_class_init (AjGroupOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_group_overview_dispose;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                         G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-group-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, AjGroupOverview, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, AjGroupOverview, found_group);
  gtk_widget_class_bind_template_child (widget_class, AjGroupOverview, found_box);
  gtk_widget_class_bind_template_child (widget_class, AjGroupOverview, empty_group);
  gtk_widget_class_bind_template_child (widget_class, AjGroupOverview, empty_box);
  gtk_widget_class_bind_template_child (widget_class, AjGroupOverview, leads_group);
  gtk_widget_class_bind_template_child (widget_class, AjGroupOverview, leads_box);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, district_activated_cb);
}

static void
aj_group_overview_init (AjGroupOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
aj_group_overview_set_services (AjGroupOverview *self, AjServices *services)
{
  g_set_object (&self->services, services);
}

void
aj_group_overview_show (AjGroupOverview *self, AjRoster *roster, const char *const *words)
{
  g_autoptr (AjRoster) before = self->roster;
  gboolean is_searching = words[0] != NULL;

  self->roster = aj_roster_ref (roster);
  forget (self);
  self->found = aj_roster_list_sitters (roster, words, NULL);
  self->empty = aj_roster_list_empty (roster, words);
  self->districts = aj_roster_list_districts (roster, words);
  show_found (self, is_searching);
  show_empty (self, is_searching);
  show_leads (self, is_searching);
  update_subtitle (self, is_searching);
}
