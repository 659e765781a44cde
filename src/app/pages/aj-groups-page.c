/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-groups-page.h"

#include <glib/gi18n-lib.h>

#include "aj-composition-saver.h"
#include "aj-day-bar.h"
#include "aj-feedback.h"
#include "aj-fold.h"
#include "aj-group-list.h"
#include "aj-group-overview.h"
#include "aj-group-removal.h"
#include "aj-group-view.h"
#include "aj-group.h"
#include "aj-mail-draft.h"
#include "aj-membership.h"
#include "aj-record-maker.h"
#include "aj-report-window.h"
#include "aj-seat.h"
#include "aj-waiting.h"

struct _AjGroupsPage
{
  AjPage parent_instance;

  /* Template */
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkWidget *detail_pane;
  AjGroupList *list;
  AjDayBar *day_bar;
  GtkStack *stack;
  AdwStatusPage *error_page;
  AjGroupOverview *overview;
  AjGroupView *view;
  GtkButton *remove_button;
  GtkMenuButton *menu_button;

  AjGroupBook *book; /* (owned) (nullable): as the store had it last */
  AjRoster *roster;  /* (owned) (nullable): of the book, on the day that is shown */
  char *shown;  /* (owned) (nullable): the group that is wanted in view; NULL for the overview */
  char *before; /* (owned) (nullable): the one that was, when a search began */
  char *wanted; /* (owned) (nullable): a membership or seat to be revealed when the book has it */
  GCancellable *loading; /* (owned) (nullable) */
  gboolean is_stale;     /* what is being loaded, or was, is not all */
  gboolean focus_name;   /* the group that is wanted is new */
};

G_DEFINE_FINAL_TYPE (AjGroupsPage, aj_groups_page, AJ_TYPE_PAGE)

static const AjRosterGroup *
get_group (AjGroupsPage *self)
{
  return self->roster != NULL ? aj_roster_find (self->roster, self->shown) : NULL;
}

static void
update_actions (AjGroupsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean writable = !aj_store_is_read_only (aj_page_get_store (AJ_PAGE (self)));
  gboolean present = get_group (self) != NULL;

  gtk_widget_action_set_enabled (widget, "groups.new", writable);
  gtk_widget_action_set_enabled (widget, "groups.remove", writable && present);
  gtk_widget_action_set_enabled (widget, "groups.mail", present);
  gtk_widget_action_set_enabled (widget, "groups.copy", present);
  gtk_widget_action_set_enabled (widget, "groups.save", present);
  gtk_widget_action_set_enabled (widget, "groups.decisions", present);
  gtk_widget_action_set_enabled (widget, "groups.actions", present);
  gtk_widget_action_set_enabled (widget, "groups.mail-leads",
                                 self->book != NULL &&
                                     aj_group_book_get_districts (self->book)->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->remove_button), present);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), present);
}

/* What is in view follows the roster; a group that is no more gives way to the overview until it is there again. */
static void
show_detail_content (AjGroupsPage *self)
{
  const AjRosterGroup *group = get_group (self);
  gboolean is_bare = aj_roster_get_groups (self->roster)->len == 0 &&
                     aj_group_book_get_districts (self->book)->len == 0;

  if (group != NULL)
    aj_group_view_show (self->view, self->roster, group);
  else
    aj_group_overview_show (self->overview, self->roster, aj_group_list_get_words (self->list));
  aj_group_list_select (self->list, group != NULL ? self->shown : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->day_bar), !is_bare);
  gtk_stack_set_visible_child_name (self->stack, group != NULL ? "group"
                                                 : is_bare     ? "none"
                                                               : "overview");
  update_actions (self);
  if (group != NULL && self->focus_name)
    aj_group_view_focus_name (self->view);
  if (group != NULL)
    self->focus_name = FALSE;
}

static void
set_shown (AjGroupsPage *self, const char *id)
{
  if (g_strcmp0 (id, self->shown) != 0)
    aj_group_view_save (self->view);
  g_free (self->shown);
  self->shown = g_strdup (id);
}

/* A membership or a seat is shown where it belongs, once the book knows it. */
static void
reveal_wanted (AjGroupsPage *self)
{
  g_autofree char *id = g_steal_pointer (&self->wanted);
  const AjValues *values = aj_group_book_look_up (self->book, id);

  if (values == NULL)
    return;
  set_shown (self, aj_values_get_text (values, "group"));
  show_detail_content (self);
  aj_group_view_reveal (self->view, id);
}

static void
update (AjGroupsPage *self)
{
  g_autoptr (AjRoster) before = self->roster;

  self->roster = aj_roster_new (self->book, aj_day_bar_get_day (self->day_bar),
                                aj_services_get_today (aj_page_get_services (AJ_PAGE (self))));
  aj_group_list_show (self->list, self->roster);
  show_detail_content (self);
  reveal_wanted (self);
}

static void load (AjGroupsPage *self);

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjGroupsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  AjGroupBook *book = aj_group_book_load_finish (AJ_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  if (book != NULL)
    {
      g_clear_pointer (&self->book, aj_group_book_unref);
      self->book = book;
      update (self);
    }
  else
    {
      g_autofree char *markup = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->error_page, markup);
      gtk_stack_set_visible_child_name (self->stack, "error");
    }
  if (self->is_stale)
    load (self);
}

/* What changes while the book is being read makes it be read once more, however many changes there are. */
static void
load (AjGroupsPage *self)
{
  self->is_stale = self->loading != NULL;
  if (self->is_stale)
    return;
  self->loading = g_cancellable_new ();
  aj_group_book_load_async (aj_page_get_store (AJ_PAGE (self)), self->loading, loaded_cb,
                            g_object_ref (self));
}

static void
store_changed_cb (AjGroupsPage *self, AjChanges *changes)
{
  /* Nor does anybody know what a book that is being read has of it already. */
  if (self->book == NULL || self->loading != NULL ||
      aj_group_book_is_concerned (self->book, changes))
    load (self);
}

static void
open_group (AjGroupsPage *self, const char *id)
{
  set_shown (self, id);
  g_clear_pointer (&self->before, g_free);
  if (self->roster != NULL)
    show_detail_content (self);
  aj_fold_turn_to (self->leaflet, self->detail_pane);
}

static void
group_opened_cb (AjGroupsPage *self, const char *id)
{
  open_group (self, id);
}

/* From the overview: the group, and in it the row that was meant. */
static void
sitter_opened_cb (AjGroupsPage *self, const char *group, const char *id)
{
  open_group (self, group);
  aj_group_view_reveal (self->view, id);
}

/* Who searches wants to see all that was found; afterwards the group from before is there again. */
static void
searched_cb (AjGroupsPage *self)
{
  gboolean is_searching = aj_group_list_get_words (self->list)[0] != NULL;

  if (is_searching && self->shown != NULL)
    {
      g_free (self->before);
      self->before = g_strdup (self->shown);
      set_shown (self, NULL);
    }
  else if (!is_searching && self->before != NULL && self->shown == NULL)
    {
      set_shown (self, self->before);
      g_clear_pointer (&self->before, g_free);
    }
  if (self->roster != NULL)
    show_detail_content (self);
}

static void
day_moved_cb (AjGroupsPage *self)
{
  if (self->book != NULL)
    update (self);
}

static void
made_cb (const char *id, gpointer user_data)
{
  g_autoptr (AjGroupsPage) self = user_data;

  if (id == NULL)
    return;
  self->focus_name = TRUE;
  aj_group_list_clear_search (self->list);
  open_group (self, id);
}

static void
new_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjRecordWish wish = { .type = &aj_group_record_type, .name = _ ("New group"), .numbered = TRUE };

  aj_record_maker_make (widget, aj_page_get_store (AJ_PAGE (widget)), &wish, made_cb,
                        g_object_ref (widget));
}

static void
removal_prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjGroupsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjEdit) edit = aj_group_removal_prepare_finish (AJ_STORE (source), result, &error);

  if (edit != NULL)
    aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
  else
    aj_feedback_error (GTK_WIDGET (self), error);
}

static void
remove_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjGroupsPage *self = AJ_GROUPS_PAGE (widget);
  const AjRosterGroup *group = get_group (self);

  if (group != NULL)
    aj_group_removal_prepare_async (aj_page_get_store (AJ_PAGE (self)), self->book, group->group,
                                    aj_page_get_cancellable (AJ_PAGE (self)), removal_prepared_cb,
                                    g_object_ref (self));
}

/* Members come from everywhere, some with an address of their own: nobody is given it without having asked. */
static void
mail_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjGroupsPage *self = AJ_GROUPS_PAGE (widget);
  const AjRosterGroup *group = get_group (self);
  g_autoptr (AjGroupMail) mail = NULL;

  if (group == NULL)
    return;
  mail = aj_group_mail_new (self->book, self->shown, aj_roster_get_date (self->roster));
  aj_mail_draft_open (widget, mail, AJ_MAILTO_BCC, aj_values_get_text (group->group, "name"));
}

/* The leads are a handful who do this together: they see one another, and can answer all. */
static void
mail_leads_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjGroupsPage *self = AJ_GROUPS_PAGE (widget);
  g_autoptr (AjGroupMail) mail = NULL;

  if (self->roster == NULL)
    return;
  mail = aj_group_mail_new_for_leads (self->book, aj_roster_get_date (self->roster),
                                      aj_services_get_today (
                                          aj_page_get_services (AJ_PAGE (self))));
  aj_mail_draft_open (widget, mail, AJ_MAILTO_TO, NULL);
}

static void
copy_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjGroupsPage *self = AJ_GROUPS_PAGE (widget);
  const AjRosterGroup *group = get_group (self);

  if (group != NULL)
    aj_composition_saver_copy (widget, self->roster, group);
}

static void
save_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjGroupsPage *self = AJ_GROUPS_PAGE (widget);
  const AjRosterGroup *group = get_group (self);

  if (group != NULL)
    aj_composition_saver_save (widget, self->roster, group);
}

static void
report_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjGroupsPage *self = AJ_GROUPS_PAGE (widget);
  const AjRosterGroup *group = get_group (self);

  if (group != NULL)
    aj_report_window_show_group (GTK_WINDOW (gtk_widget_get_root (widget)),
                                 aj_page_get_services (AJ_PAGE (self)),
                                 aj_values_get_id (group->group),
                                 g_str_equal (name, "groups.decisions")
                                     ? AJ_GROUP_REGISTER_DECISIONS
                                     : AJ_GROUP_REGISTER_ACTIONS);
}

static void
step_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  aj_day_bar_step (AJ_GROUPS_PAGE (widget)->day_bar, g_variant_get_int32 (target));
}

static void
today_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  aj_day_bar_go_today (AJ_GROUPS_PAGE (widget)->day_bar);
}

static gboolean
go_back (AjPage *page)
{
  AjGroupsPage *self = AJ_GROUPS_PAGE (page);

  return aj_fold_turn_back (self->leaflet, self->list_pane);
}

static void
back_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  go_back (AJ_PAGE (widget));
}

static gboolean
page_show_record (AjPage *page, const AjRecordType *type, const char *id)
{
  AjGroupsPage *self = AJ_GROUPS_PAGE (page);

  if (type != &aj_group_record_type && type != &aj_membership_record_type &&
      type != &aj_seat_record_type)
    return FALSE;
  aj_group_list_clear_search (self->list);
  if (type == &aj_group_record_type)
    {
      open_group (self, id);
      return TRUE;
    }
  g_free (self->wanted);
  self->wanted = g_strdup (id);
  aj_fold_turn_to (self->leaflet, self->detail_pane);
  if (self->book != NULL && self->loading == NULL)
    reveal_wanted (self);
  return TRUE;
}

static gboolean
page_search (AjPage *page)
{
  AjGroupsPage *self = AJ_GROUPS_PAGE (page);

  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  aj_group_list_focus_search (self->list);
  return TRUE;
}

/* The day may have turned since. */
static void
page_activated (AjPage *page)
{
  AjGroupsPage *self = AJ_GROUPS_PAGE (page);

  if (self->roster != NULL &&
      aj_roster_get_date (self->roster) != aj_day_bar_get_day (self->day_bar))
    update (self);
}

static void
page_deactivated (AjPage *page)
{
  aj_group_view_save (AJ_GROUPS_PAGE (page)->view);
}

static void
aj_groups_page_constructed (GObject *object)
{
  AjGroupsPage *self = AJ_GROUPS_PAGE (object);
  AjServices *services = aj_page_get_services (AJ_PAGE (self));

  G_OBJECT_CLASS (aj_groups_page_parent_class)->constructed (object);

  aj_day_bar_set_services (self->day_bar, services);
  aj_group_overview_set_services (self->overview, services);
  aj_group_view_set_services (self->view, services);
  g_signal_connect_object (aj_services_get_store (services), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  update_actions (self);
  load (self);
}

static void
aj_groups_page_dispose (GObject *object)
{
  AjGroupsPage *self = AJ_GROUPS_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->roster, aj_roster_unref);
  g_clear_pointer (&self->book, aj_group_book_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (aj_groups_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "groups.new", NULL, new_activated_cb);
  gtk_widget_class_install_action (widget_class, "groups.remove", NULL, remove_activated_cb);
  gtk_widget_class_install_action (widget_class, "groups.mail", NULL, mail_activated_cb);
  gtk_widget_class_install_action (widget_class, "groups.mail-leads", NULL,
                                   mail_leads_activated_cb);
  gtk_widget_class_install_action (widget_class, "groups.copy", NULL, copy_activated_cb);
  gtk_widget_class_install_action (widget_class, "groups.save", NULL, save_activated_cb);
  gtk_widget_class_install_action (widget_class, "groups.decisions", NULL, report_activated_cb);
  gtk_widget_class_install_action (widget_class, "groups.actions", NULL, report_activated_cb);
  gtk_widget_class_install_action (widget_class, "groups.step", "i", step_activated_cb);
  gtk_widget_class_install_action (widget_class, "groups.today", NULL, today_activated_cb);
  gtk_widget_class_install_action (widget_class, "groups.back", NULL, back_activated_cb);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AJ_TYPE_DAY_BAR);
  g_type_ensure (AJ_TYPE_GROUP_LIST);
  g_type_ensure (AJ_TYPE_GROUP_OVERVIEW);
  g_type_ensure (AJ_TYPE_GROUP_VIEW);
  g_type_ensure (AJ_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-groups-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AjGroupsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, AjGroupsPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, AjGroupsPage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, AjGroupsPage, list);
  gtk_widget_class_bind_template_child (widget_class, AjGroupsPage, day_bar);
  gtk_widget_class_bind_template_child (widget_class, AjGroupsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AjGroupsPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, AjGroupsPage, overview);
  gtk_widget_class_bind_template_child (widget_class, AjGroupsPage, view);
  gtk_widget_class_bind_template_child (widget_class, AjGroupsPage, remove_button);
  gtk_widget_class_bind_template_child (widget_class, AjGroupsPage, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, group_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, sitter_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, searched_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_moved_cb);
}

static void
aj_groups_page_class_init (AjGroupsPageClass *klass)
{
  AjPageClass *page_class = AJ_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = aj_groups_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = aj_groups_page_dispose;
  page_class->activated = page_activated;
  page_class->deactivated = page_deactivated;
  page_class->show_record = page_show_record;
  page_class->go_back = go_back;
  page_class->search = page_search;
  install_actions (GTK_WIDGET_CLASS (klass));
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
aj_groups_page_init (AjGroupsPage *self)
{
  AjPage *page = AJ_PAGE (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  aj_page_add_shortcut (page, "<Control>n", "groups.new", NULL);
  aj_page_add_shortcut (page, "<Alt>Left", "groups.step", g_variant_new_int32 (-1));
  aj_page_add_shortcut (page, "<Alt>Right", "groups.step", g_variant_new_int32 (1));
  aj_page_add_shortcut (page, "<Control>t", "groups.today", NULL);
}
