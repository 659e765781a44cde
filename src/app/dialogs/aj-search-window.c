/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-search-window.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-dialog.h"
#include "aj-search-results.h"
#include "aj-search.h"
#include "aj-text.h"

/* Of each kind at first: several kinds are in view. */
#define MAX_AT_FIRST 5
/* Each time somebody asks for more of a kind, so many times as many. */
#define MORE_TIMES 10
#define MAX_RECENT 12
/* Nobody notices less. */
#define WAITING_MS 300
/* What Page Up and Page Down move over. */
#define PAGE 6
/* Pixels: the size it likes, and what stays in view of the window behind it. */
#define WIDTH        580
#define HEIGHT       560
#define LEAST_WIDTH  340
#define LEAST_HEIGHT 280
#define AROUND       48

struct _AjSearchWindow
{
  AdwWindow parent_instance;

  AjServices *services;      /* (owned) */
  GCancellable *cancellable; /* (owned): of the question under way, or answered last */
  char *searched;      /* (owned): what that question is about; "" for what was changed last */
  GPtrArray *groups;   /* (owned) (nullable): what is shown */
  AjSeatAnswer *seats; /* (owned) (nullable): and who sits where */
  gboolean is_waiting;
  gboolean is_accepted; /* Enter was pressed before the answer was there */
  guint waiting_id;     /* will say that it is waiting */

  /* Template widgets */
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkSpinner *spinner;
  AjSearchResults *results;
  AdwStatusPage *nothing_page;
  AdwStatusPage *problem_page;
};

G_DEFINE_FINAL_TYPE (AjSearchWindow, aj_search_window, ADW_TYPE_WINDOW)

static AjStore *
get_store (AjSearchWindow *self)
{
  return aj_services_get_store (self->services);
}

static AjRosterKeeper *
get_roster_keeper (AjSearchWindow *self)
{
  return aj_services_get_roster_keeper (self->services);
}

static void
show_problem (AjSearchWindow *self, const GError *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem_page, markup);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
stop_waiting (AjSearchWindow *self)
{
  self->is_waiting = FALSE;
  g_clear_handle_id (&self->waiting_id, g_source_remove);
  gtk_spinner_stop (self->spinner);
}

/* What was found does not wait for who pressed Enter already. */
static void
finish_answer (AjSearchWindow *self)
{
  gboolean is_accepted = self->is_accepted;

  stop_waiting (self);
  self->is_accepted = FALSE;
  if (is_accepted)
    aj_search_results_open (self->results);
}

static void
show_groups (AjSearchWindow *self, guint mark)
{
  const gboolean has_words = strchr (self->searched, ' ') != NULL;

  aj_search_results_show_groups (self->results, self->groups, self->seats, self->searched, mark);
  if (self->groups->len > 0 || (self->seats != NULL && self->seats->hits->len > 0))
    {
      gtk_stack_set_visible_child_name (self->stack, "results");
      return;
    }
  adw_status_page_set_description (self->nothing_page,
                                   has_words ? _ ("Nothing has all of these words. Leave one out.")
                                             : _ ("Type less of the word, or another one."));
  gtk_stack_set_visible_child_name (self->stack, "nothing");
  aj_accessible_describe (GTK_WIDGET (self->search_entry), _ ("Nothing Found"));
}

/* NULL when there is no answer to show: a late one is cancelled, and whatever was destroyed cancels too. */
static GPtrArray *
take_answer (AjSearchWindow *self, GPtrArray *answer, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return NULL;
  if (error != NULL)
    {
      stop_waiting (self);
      self->is_accepted = FALSE;
      show_problem (self, error);
    }
  return answer;
}

static void
set_seats (AjSearchWindow *self, AjRoster *roster, guint limit)
{
  g_clear_pointer (&self->seats, aj_seat_answer_free);
  if (roster != NULL)
    self->seats = aj_seat_search (roster, self->searched, NULL, limit);
}

/* A roster that cannot be read takes nothing away from the records that were found. */
static void
roster_got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjSearchWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjRoster) roster = aj_roster_keeper_get_finish (AJ_ROSTER_KEEPER (source), result,
                                                             &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_seats (self, roster, MAX_AT_FIRST);
  show_groups (self, 0);
  finish_answer (self);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjSearchWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = aj_store_search_finish (AJ_STORE (source), result, &error);

  if (take_answer (self, groups, error) == NULL)
    return;
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = g_steal_pointer (&groups);
  aj_roster_keeper_get_async (get_roster_keeper (self), self->cancellable, roster_got_cb,
                              g_object_ref (self));
}

static void
recent_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjSearchWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = aj_store_list_recent_finish (AJ_STORE (source), result, &error);

  if (take_answer (self, hits, error) == NULL)
    return;
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  aj_search_results_show_recent (self->results, hits);
  gtk_stack_set_visible_child_name (self->stack, hits->len > 0 ? "results" : "empty");
  finish_answer (self);
}

/* What stands there is of an earlier question, if of any. */
static gboolean
waits_long_cb (gpointer user_data)
{
  AjSearchWindow *self = user_data;

  self->waiting_id = 0;
  gtk_spinner_start (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, "waiting");
  aj_accessible_describe (GTK_WIDGET (self->search_entry), _ ("Searching…"));
  return G_SOURCE_REMOVE;
}

static void
begin_question (AjSearchWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  stop_waiting (self);
  self->waiting_id = g_timeout_add (WAITING_MS, waits_long_cb, self);
  self->is_waiting = TRUE;
  self->is_accepted = FALSE;
}

/* What stands there stays until the answer comes or is long in coming, so that nothing flickers between two keys. */
static void
search (AjSearchWindow *self)
{
  g_autofree char *text = aj_text_clean_line (
      gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  if (g_strcmp0 (text, self->searched) == 0)
    return;
  g_free (self->searched);
  self->searched = g_steal_pointer (&text);
  begin_question (self);
  if (*self->searched == '\0')
    aj_store_list_recent_async (get_store (self), MAX_RECENT, self->cancellable, recent_listed_cb,
                                g_object_ref (self));
  else
    aj_store_search_async (get_store (self), self->searched, NULL, MAX_AT_FIRST, self->cancellable,
                           found_cb, g_object_ref (self));
}

static void
text_changed_cb (AjSearchWindow *self)
{
  if (self->services != NULL)
    search (self);
}

static guint
count_rows_of_groups (AjSearchWindow *self, guint n_groups)
{
  guint n_rows = 0;

  for (guint i = 0; i < n_groups; i++)
    {
      const AjSearchGroup *group = self->groups->pdata[i];

      n_rows += group->hits->len + (group->has_more ? 1 : 0);
    }
  return n_rows;
}

/* The place of the first row of the @index'th group, counted with the rows that offer more. */
static guint
count_rows_before (AjSearchWindow *self, guint index)
{
  guint n_rows = count_rows_of_groups (self, index);

  if (self->seats != NULL && index >= aj_seat_search_get_place (self->groups))
    n_rows += self->seats->hits->len + (self->seats->has_more ? 1 : 0);
  return n_rows;
}

static void
more_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjSearchWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = aj_store_search_finish (AJ_STORE (source), result, &error);
  AjSearchGroup *more;

  if (take_answer (self, groups, error) == NULL)
    return;
  more = groups->len > 0 ? groups->pdata[0] : NULL;
  for (guint i = 0; more != NULL && i < self->groups->len; i++)
    {
      AjSearchGroup *group = self->groups->pdata[i];
      guint mark;

      if (group->type != more->type)
        continue;
      /* The first that was not there yet stands where more was offered. */
      mark = count_rows_before (self, i) + group->hits->len;
      aj_search_group_free (group);
      self->groups->pdata[i] = g_ptr_array_steal_index (groups, 0);
      show_groups (self, mark);
      break;
    }
  finish_answer (self);
}

static guint
get_more (guint n_shown)
{
  return MIN (n_shown * MORE_TIMES, AJ_SEARCH_RESULTS_MAX);
}

/* What was shown stays shown when the roster has to be read anew. */
static void
show_more_seats (AjSearchWindow *self)
{
  const guint n_shown = self->seats->hits->len;
  AjRoster *roster = aj_roster_keeper_peek (get_roster_keeper (self));

  if (roster == NULL)
    return;
  set_seats (self, roster, get_more (n_shown));
  show_groups (self,
               count_rows_of_groups (self, aj_seat_search_get_place (self->groups)) + n_shown);
}

static void
show_more (AjSearchWindow *self, const AjRecordType *type)
{
  guint n_shown = MAX_AT_FIRST;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const AjSearchGroup *group = self->groups->pdata[i];

      if (group->type == type)
        n_shown = group->hits->len;
    }
  begin_question (self);
  aj_store_search_async (get_store (self), self->searched, type, get_more (n_shown),
                         self->cancellable, more_found_cb, g_object_ref (self));
}

/* The window goes first, so that the cursor is back where it was before something else is shown there. */
static void
row_opened_cb (AjSearchWindow *self, AjSearchRow *row)
{
  const AjRecordType *type = aj_search_row_get_record_type (row);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *id = g_strdup (aj_search_row_get_id (row));

  if (id == NULL)
    {
      if (type != NULL)
        show_more (self, type);
      else
        show_more_seats (self);
      return;
    }
  gtk_window_destroy (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-record", "(ss)", type->name, id);
}

/* The cursor is in the entry, so that is what a screen reader listens to. */
static void
row_marked_cb (AjSearchWindow *self, AjSearchRow *row)
{
  GtkAccessible *entry = GTK_ACCESSIBLE (self->search_entry);

  if (row == NULL)
    {
      gtk_accessible_reset_relation (entry, GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
      return;
    }
  gtk_accessible_update_relation (entry, GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  aj_accessible_describe (GTK_WIDGET (self->search_entry), aj_search_row_get_name (row));
}

/* Enter means what is typed, never what stands there still. */
static void
entry_activated_cb (AjSearchWindow *self)
{
  if (self->is_waiting)
    self->is_accepted = TRUE;
  else
    aj_search_results_open (self->results);
}

static void
search_stopped_cb (AjSearchWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                AjSearchWindow *self)
{
  static const struct
  {
    guint keyval;
    int n_rows;
  } keys[] = {
    { GDK_KEY_Down, 1 },        { GDK_KEY_KP_Down, 1 },        { GDK_KEY_Up, -1 },
    { GDK_KEY_KP_Up, -1 },      { GDK_KEY_Page_Down, PAGE },   { GDK_KEY_KP_Page_Down, PAGE },
    { GDK_KEY_Page_Up, -PAGE }, { GDK_KEY_KP_Page_Up, -PAGE },
  };

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == keyval)
      {
        aj_search_results_move (self->results, keys[i].n_rows);
        return TRUE;
      }
  return FALSE;
}

static void
aj_search_window_dispose (GObject *object)
{
  AjSearchWindow *self = AJ_SEARCH_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->waiting_id, g_source_remove);
  g_clear_object (&self->services);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->seats, aj_seat_answer_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_SEARCH_WINDOW);
  G_OBJECT_CLASS (aj_search_window_parent_class)->dispose (object);
}

static void
aj_search_window_finalize (GObject *object)
{
  g_free (AJ_SEARCH_WINDOW (object)->searched);
  G_OBJECT_CLASS (aj_search_window_parent_class)->finalize (object);
}

static void
aj_search_window_class_init (AjSearchWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_search_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_search_window_finalize;

  g_type_ensure (AJ_TYPE_SEARCH_RESULTS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-search-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AjSearchWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AjSearchWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AjSearchWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, AjSearchWindow, results);
  gtk_widget_class_bind_template_child (widget_class, AjSearchWindow, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, AjSearchWindow, problem_page);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_marked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_opened_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static void
aj_search_window_init (AjSearchWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
}

/* No larger than what it stands before. */
static void
set_size (AjSearchWindow *self, GtkWindow *parent)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (parent)) - AROUND;
  const int height = gtk_widget_get_height (GTK_WIDGET (parent)) - AROUND;

  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width, LEAST_WIDTH, WIDTH),
                               CLAMP (height, LEAST_HEIGHT, HEIGHT));
}

void
aj_search_window_show (GtkWindow *parent, AjServices *services)
{
  AjSearchWindow *self = g_object_new (AJ_TYPE_SEARCH_WINDOW, NULL);

  aj_dialog_set_parent (GTK_WINDOW (self), parent);
  self->services = g_object_ref (services);
  set_size (self, parent);
  search (self);
  /* Before the first key, which then need not wait for it. */
  aj_roster_keeper_get_async (get_roster_keeper (self), NULL, NULL, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_window_present (GTK_WINDOW (self));
}
