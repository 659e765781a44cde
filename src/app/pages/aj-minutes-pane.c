/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-minutes-pane.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-action-row.h"
#include "aj-agenda-item.h"
#include "aj-feedback.h"
#include "aj-keyed-rows.h"
#include "aj-mail-text.h"
#include "aj-meeting-mailer.h"
#include "aj-meeting.h"
#include "aj-minutes-item.h"
#include "aj-minutes-job.h"
#include "aj-minutes-queue.h"
#include "aj-live-reader.h"
#include "aj-minutes.h"
#include "aj-reopen-dialog.h"
#include "aj-task.h"
#include "aj-wrap-box.h"

struct _AjMinutesPane
{
  AjMeetingPane parent_instance;

  AjLiveReader *reader;  /* (owned) */
  char *meeting;         /* (owned) (nullable): the id of the one that is shown */
  GHashTable *kept;      /* (owned): ids of action points from before that were shown to be done */
  GHashTable *drafts;    /* (owned): what was typed and not stored, by the id of what it is of */
  AjMinutesQueue *queue; /* (owned): what was typed and is being stored */
  GPtrArray *earlier;    /* (owned) (nullable) (element-type AjValues): of the book */
  GtkEventController *shortcuts; /* (owned) */

  /* Template widgets */
  GtkWidget *body;
  GtkImage *state_icon;
  GtkLabel *state_title;
  GtkLabel *state_text;
  GtkButton *state_button;
  GtkWidget *help;
  GtkBox *items;
  GtkWidget *earlier_group;
  GtkListBox *earlier_list;
};

G_DEFINE_FINAL_TYPE (AjMinutesPane, aj_minutes_pane, AJ_TYPE_MEETING_PANE)

static gpointer
finish_book (AjStore *store, GAsyncResult *result, GError **error)
{
  return aj_minutes_book_load_finish (store, result, error);
}

static gboolean
is_book_concerned (gpointer book, AjChanges *changes)
{
  return aj_minutes_book_is_concerned (book, changes);
}

static const AjLiveReaderKind book_kind = {
  .load_async = aj_minutes_book_load_async,
  .load_finish = finish_book,
  .is_concerned = is_book_concerned,
  .free = (GDestroyNotify) aj_minutes_book_unref,
};

/* What the minutes are, what that means, and what comes next. */
static const struct
{
  const char *state;
  const char *icon;
  const char *title;
  const char *text;
  const char *label;
  const char *action;
} states[] = {
  { AJ_MINUTES_CONCEPT, "document-edit-symbolic", N_ ("Concept"),
    N_ ("These minutes are being written. Mail them to all who were invited, and mark them as "
        "sent."),
    N_ ("_Sent for Comment"), "minutes.go-on" },
  { AJ_MINUTES_COMMENT, "mail-send-symbolic", N_ ("Sent for Comment"),
    N_ ("Whoever was there can remark on them. Fix them when all remarks are in."),
    N_ ("_Fix the Minutes"), "minutes.go-on" },
  { AJ_MINUTES_FIXED, "changes-prevent-symbolic", N_ ("Fixed"),
    N_ ("Nothing of these minutes changes any more; what became of decisions and action points "
        "can still be noted."),
    N_ ("_Reopen…"), "minutes.reopen" },
};

static AjStore *
get_store (AjMinutesPane *self)
{
  return aj_services_get_store (aj_meeting_pane_get_services (AJ_MEETING_PANE (self)));
}

static gboolean
has_begun (AjMinutesPane *self, const AjValues *meeting)
{
  AjWallTime start;

  return aj_values_get_wall_time (meeting, "starts-at", &start) &&
         start.date <=
             aj_services_get_today (aj_meeting_pane_get_services (AJ_MEETING_PANE (self)));
}

static guint
find_state (const AjValues *meeting)
{
  const char *state = aj_values_get_text (meeting, "minutes-state");

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i].state, state) == 0)
      return i;
  return 0;
}

/* Why they are being written again, until they are fixed. */
static char *
make_state_text (const AjValues *meeting, guint index)
{
  const char *reason = aj_values_get_text (meeting, "minutes-reason");

  if (reason == NULL || aj_minutes_are_fixed (meeting))
    return g_strdup (_ (states[index].text));
  /* Translators: a sentence on the state of minutes, and why they were reopened. */
  return g_strdup_printf (_ ("%1$s Reopened: %2$s"), _ (states[index].text), reason);
}

static void
show_state (AjMinutesPane *self, const AjValues *meeting)
{
  const guint index = find_state (meeting);
  g_autofree char *text = make_state_text (meeting, index);
  gboolean writable = !aj_store_is_read_only (get_store (self));

  gtk_image_set_from_icon_name (self->state_icon, states[index].icon);
  gtk_label_set_label (self->state_title, _ (states[index].title));
  gtk_label_set_label (self->state_text, text);
  gtk_button_set_label (self->state_button, _ (states[index].label));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->state_button), states[index].action);
  gtk_widget_set_visible (self->help, writable && !aj_minutes_are_fixed (meeting));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "minutes.go-on",
                                 writable && !aj_minutes_are_fixed (meeting));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "minutes.reopen",
                                 writable && aj_minutes_are_fixed (meeting));
}

/* Before the meeting there is nothing to tell on the tab. */
static void
show_progress (AjMinutesPane *self, AjRecord *meeting)
{
  AjMeetingPane *pane = AJ_MEETING_PANE (self);
  const AjValues *values = meeting != NULL ? aj_record_get_values (meeting) : NULL;
  g_autofree char *state = NULL;

  if (values != NULL && (find_state (values) > 0 || has_begun (self, values)))
    state = aj_record_display (meeting, "minutes-state");
  aj_meeting_pane_set_progress (pane, state);
}

static void
keep_draft (AjMinutesPane *self, AjMinutesItem *item)
{
  const char *text = aj_minutes_item_get_draft (item);
  const char *id = aj_record_get_id (aj_minutes_item_get_record (item));

  if (*text != '\0')
    g_hash_table_insert (self->drafts, g_strdup (id), g_strdup (text));
  else
    g_hash_table_remove (self->drafts, id);
}

static void
remove_item (AjMinutesPane *self, GtkWidget *item)
{
  keep_draft (self, AJ_MINUTES_ITEM (item));
  gtk_box_remove (self->items, item);
}

static void
clear_items (AjMinutesPane *self)
{
  GtkWidget *item;

  while ((item = gtk_widget_get_first_child (GTK_WIDGET (self->items))) != NULL)
    remove_item (self, item);
}

static GtkWidget *
find_item (AjMinutesPane *self, const char *id)
{
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->items)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    if (g_str_equal (aj_record_get_id (aj_minutes_item_get_record (AJ_MINUTES_ITEM (item))), id))
      return item;
  return NULL;
}

/* What could not be stored is there again, unless something else was typed meanwhile. */
static void
show_failed (AjMinutesPane *self, AjMinutesItem *item)
{
  const char *id = aj_record_get_id (aj_minutes_item_get_record (item));
  g_autofree char *text = NULL;

  if (*aj_minutes_item_get_draft (item) != '\0')
    return;
  text = aj_minutes_queue_take_failed (self->queue, id);
  if (text != NULL)
    aj_minutes_item_set_draft (item, text);
}

static void
line_failed_cb (AjMinutesPane *self, const char *id)
{
  GtkWidget *item = self->items != NULL ? find_item (self, id) : NULL;

  if (item != NULL)
    show_failed (self, AJ_MINUTES_ITEM (item));
}

static void
line_accepted_cb (AjMinutesPane *self, const char *text, AjMinutesItem *item)
{
  aj_minutes_queue_push (self->queue, self->meeting,
                         aj_record_get_id (aj_minutes_item_get_record (item)), text);
  show_failed (self, item);
}

/* (transfer none): the one for @values, which stays the same widget while somebody types in it. */
static GtkWidget *
ensure_item (AjMinutesPane *self, const AjValues *values)
{
  const char *id = aj_values_get_id (values);
  GtkWidget *item = find_item (self, id);
  g_autoptr (AjRecord) record = NULL;
  const char *draft = g_hash_table_lookup (self->drafts, id);

  if (item != NULL)
    return item;
  record = aj_store_ref_record (get_store (self), aj_values_get_record_type (values), id);
  item = aj_minutes_item_new (aj_meeting_pane_get_services (AJ_MEETING_PANE (self)), record);
  g_signal_connect_object (item, "accepted", G_CALLBACK (line_accepted_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->items, item);
  if (draft != NULL)
    aj_minutes_item_set_draft (AJ_MINUTES_ITEM (item), draft);
  show_failed (self, AJ_MINUTES_ITEM (item));
  return item;
}

static void
show_items (AjMinutesPane *self, AjMinutesBook *book)
{
  GPtrArray *agenda = aj_meeting_facts_get_agenda (aj_minutes_book_get_facts (book));
  GtkWidget *last = NULL;

  for (guint i = 0; i <= agenda->len; i++)
    {
      const AjValues *values = i < agenda->len ? agenda->pdata[i]
                                               : aj_minutes_book_get_meeting (book);
      GtkWidget *item = ensure_item (self, values);

      gtk_box_reorder_child_after (self->items, item, last);
      aj_minutes_item_show (AJ_MINUTES_ITEM (item), book, i + 1);
      last = item;
    }
  /* What is not on the agenda any more now stands behind the last. */
  while (gtk_widget_get_next_sibling (last) != NULL)
    remove_item (self, gtk_widget_get_next_sibling (last));
}

static AjDate
get_origin (AjMinutesPane *self, const AjValues *task)
{
  AjMinutesBook *book = aj_live_reader_get_result (self->reader);
  const AjValues *meeting = aj_minutes_book_look_up (book, &aj_meeting_record_type,
                                                     aj_values_get_text (task, "meeting"));
  AjWallTime start;

  return meeting != NULL && aj_values_get_wall_time (meeting, "starts-at", &start) ? start.date
                                                                                   : AJ_DATE_NONE;
}

static GtkWidget *
make_earlier_cb (guint index, gpointer user_data)
{
  AjMinutesPane *self = user_data;
  const AjValues *task = self->earlier->pdata[index];
  g_autoptr (AjRecord) record = aj_store_ref_record (get_store (self), &aj_task_record_type,
                                                     aj_values_get_id (task));

  return aj_action_row_new (aj_meeting_pane_get_services (AJ_MEETING_PANE (self)), record,
                            get_origin (self, task));
}

/* What is ticked off stays in its place, for who ticked the wrong one. */
static void
show_earlier (AjMinutesPane *self, AjMinutesBook *book)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  self->earlier = aj_minutes_book_list_earlier (book, self->kept);
  for (guint i = 0; i < self->earlier->len; i++)
    {
      const char *id = aj_values_get_id (self->earlier->pdata[i]);

      g_ptr_array_add (keys, (gpointer) id);
      g_hash_table_add (self->kept, g_strdup (id));
    }
  aj_keyed_rows_sync (self->earlier_list, keys, make_earlier_cb, NULL, self);
  gtk_widget_set_visible (self->earlier_group, keys->len > 0);
}

static void
show_book (AjMinutesPane *self)
{
  AjMinutesBook *book = aj_live_reader_get_result (self->reader);

  gtk_widget_set_visible (self->body, book != NULL);
  if (book == NULL)
    {
      clear_items (self);
      return;
    }
  show_state (self, aj_minutes_book_get_meeting (book));
  show_items (self, book);
  show_earlier (self, book);
  aj_meeting_pane_rows_shown (AJ_MEETING_PANE (self));
}

static GtkWidget *
aj_minutes_pane_find_part (AjMeetingPane *pane, const char *id)
{
  GtkWidget *items = GTK_WIDGET (AJ_MINUTES_PANE (pane)->items);
  GtkWidget *row = NULL;

  for (GtkWidget *item = gtk_widget_get_first_child (items); item != NULL && row == NULL;
       item = gtk_widget_get_next_sibling (item))
    row = aj_minutes_item_find_row (AJ_MINUTES_ITEM (item), id);
  return row;
}

static void
failed_cb (AjMinutesPane *self, const GError *error)
{
  aj_feedback_error (GTK_WIDGET (self), error);
}

static void
aj_minutes_pane_set_up (AjMeetingPane *pane)
{
  AjMinutesPane *self = AJ_MINUTES_PANE (pane);

  self->reader = aj_live_reader_new (get_store (self), &book_kind);
  g_signal_connect_object (self->reader, "changed", G_CALLBACK (show_book), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  self->queue = aj_minutes_queue_new (aj_meeting_pane_get_services (pane), GTK_WIDGET (self));
  g_signal_connect_object (self->queue, "failed", G_CALLBACK (line_failed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
aj_minutes_pane_show_meeting (AjMeetingPane *pane)
{
  AjMinutesPane *self = AJ_MINUTES_PANE (pane);
  AjRecord *meeting = aj_meeting_pane_get_meeting (pane);
  const char *id = meeting != NULL ? aj_record_get_id (meeting) : NULL;

  show_progress (self, meeting);
  if (g_strcmp0 (id, self->meeting) == 0)
    return;
  g_free (self->meeting);
  self->meeting = g_strdup (id);
  g_hash_table_remove_all (self->kept);
  aj_live_reader_set_id (self->reader, id);
}

static void
go_on (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMinutesPane *self = AJ_MINUTES_PANE (widget);
  AjMinutesBook *book = aj_live_reader_get_result (self->reader);
  g_autoptr (AjEdit) edit = NULL;

  if (book == NULL || aj_minutes_job_get_next_state (aj_minutes_book_get_meeting (book)) == NULL)
    return;
  edit = aj_minutes_job_go_on (get_store (self), book);
  aj_feedback_commit (widget, edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

static void
reopen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjRecord *meeting = aj_meeting_pane_get_meeting (AJ_MEETING_PANE (widget));

  if (meeting != NULL && aj_record_is_loaded (meeting))
    aj_reopen_dialog_show (widget, aj_meeting_pane_get_services (AJ_MEETING_PANE (widget)),
                           meeting);
}

/* A draft to all who were invited, with the minutes as they are. That it was sent is said with the other button. */
static void
mail (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMinutesPane *self = AJ_MINUTES_PANE (widget);
  AjMinutesBook *book = aj_live_reader_get_result (self->reader);
  const AjMeetingMailRequest request = { .use = AJ_MAIL_MINUTES };

  if (book == NULL)
    return;
  if (!has_begun (self, aj_minutes_book_get_meeting (book)))
    aj_feedback_say (widget, _ ("The minutes can be mailed from the day of the meeting on."));
  else
    aj_meeting_mailer_open (widget, aj_meeting_pane_get_services (AJ_MEETING_PANE (self)),
                            aj_minutes_book_get_facts (book), &request);
}

static GtkWidget *
find_focused_item (AjMinutesPane *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->items))
             ? gtk_widget_get_ancestor (focus, AJ_TYPE_MINUTES_ITEM)
             : NULL;
}

/* From line to line, whatever stands between. */
static void
step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMinutesPane *self = AJ_MINUTES_PANE (widget);
  GtkWidget *item = find_focused_item (self);

  if (item == NULL)
    item = gtk_widget_get_first_child (GTK_WIDGET (self->items));
  else if (g_str_equal (action, "minutes.next-item"))
    item = gtk_widget_get_next_sibling (item);
  else
    item = gtk_widget_get_prev_sibling (item);
  if (item == NULL || !aj_minutes_item_focus_line (AJ_MINUTES_ITEM (item)))
    gtk_widget_error_bell (widget);
}

static void
aj_minutes_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (aj_minutes_pane_parent_class)->map (widget);
  gtk_widget_add_controller (widget, g_object_ref (AJ_MINUTES_PANE (widget)->shortcuts));
  aj_live_reader_set_active (AJ_MINUTES_PANE (widget)->reader, TRUE);
}

static void
aj_minutes_pane_unmap (GtkWidget *widget)
{
  aj_live_reader_set_active (AJ_MINUTES_PANE (widget)->reader, FALSE);
  gtk_widget_remove_controller (widget, AJ_MINUTES_PANE (widget)->shortcuts);
  GTK_WIDGET_CLASS (aj_minutes_pane_parent_class)->unmap (widget);
}

static void
aj_minutes_pane_dispose (GObject *object)
{
  AjMinutesPane *self = AJ_MINUTES_PANE (object);

  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  g_clear_object (&self->queue);
  g_clear_object (&self->reader);
  g_clear_object (&self->shortcuts);
  gtk_widget_dispose_template (GTK_WIDGET (object), AJ_TYPE_MINUTES_PANE);
  G_OBJECT_CLASS (aj_minutes_pane_parent_class)->dispose (object);
}

static void
aj_minutes_pane_finalize (GObject *object)
{
  AjMinutesPane *self = AJ_MINUTES_PANE (object);

  g_free (self->meeting);
  g_hash_table_unref (self->kept);
  g_hash_table_unref (self->drafts);
  G_OBJECT_CLASS (aj_minutes_pane_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "minutes.go-on", NULL, go_on);
  gtk_widget_class_install_action (widget_class, "minutes.reopen", NULL, reopen);
  gtk_widget_class_install_action (widget_class, "minutes.mail", NULL, mail);
  gtk_widget_class_install_action (widget_class, "minutes.next-item", NULL, step);
  gtk_widget_class_install_action (widget_class, "minutes.previous-item", NULL, step);
}

static void
aj_minutes_pane_class_init (AjMinutesPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aj_minutes_pane_dispose;
  object_class->finalize = aj_minutes_pane_finalize;
  widget_class->map = aj_minutes_pane_map;
  widget_class->unmap = aj_minutes_pane_unmap;
  AJ_MEETING_PANE_CLASS (klass)->set_up = aj_minutes_pane_set_up;
  AJ_MEETING_PANE_CLASS (klass)->show_meeting = aj_minutes_pane_show_meeting;
  AJ_MEETING_PANE_CLASS (klass)->find_part = aj_minutes_pane_find_part;
  g_type_ensure (AJ_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-minutes-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AjMinutesPane, body);
  gtk_widget_class_bind_template_child (widget_class, AjMinutesPane, state_icon);
  gtk_widget_class_bind_template_child (widget_class, AjMinutesPane, state_title);
  gtk_widget_class_bind_template_child (widget_class, AjMinutesPane, state_text);
  gtk_widget_class_bind_template_child (widget_class, AjMinutesPane, state_button);
  gtk_widget_class_bind_template_child (widget_class, AjMinutesPane, help);
  gtk_widget_class_bind_template_child (widget_class, AjMinutesPane, items);
  gtk_widget_class_bind_template_child (widget_class, AjMinutesPane, earlier_group);
  gtk_widget_class_bind_template_child (widget_class, AjMinutesPane, earlier_list);
  install_actions (widget_class);
}

/* While the pane is in sight, also from the tab and from above it: whoever opens the minutes wants to type. */
static GtkEventController *
make_shortcuts (void)
{
  static const char *const shortcuts[][2] = {
    { "<Alt>Page_Down", "minutes.next-item" },
    { "<Alt>Page_Up", "minutes.previous-item" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i][0]),
                          gtk_named_action_new (shortcuts[i][1])));
  return controller;
}

static void
aj_minutes_pane_init (AjMinutesPane *self)
{
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shortcuts = make_shortcuts ();
  aj_accessible_set_name (GTK_WIDGET (self->earlier_list), _ ("Open from earlier meetings"));
}
