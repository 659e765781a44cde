/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-meeting-rows.h"

#include "aj-late-steps.h"
#include "aj-live-reader.h"
#include "aj-meeting-next.h"
#include "aj-meeting-row.h"

struct _AjMeetingRows
{
  GObject parent_instance;

  AjServices *services; /* (owned) */
  GListModel *meetings; /* (owned) */
  AjLiveReader *late;   /* (owned): what of the preparation of any meeting is late */
  GPtrArray *rows;      /* (owned): of the GtkListItem that are bound; borrowed */
  guint mark_id;
};

G_DEFINE_FINAL_TYPE (AjMeetingRows, aj_meeting_rows, G_TYPE_OBJECT)

enum
{
  SIGNAL_MARKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
load_late (AjStore *store,
           const char *id,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  aj_late_steps_load_async (store, cancellable, callback, user_data);
}

static gpointer
finish_late (AjStore *store, GAsyncResult *result, GError **error)
{
  return aj_late_steps_load_finish (store, result, error);
}

static gboolean
is_late_concerned (gpointer late, AjChanges *changes)
{
  return aj_late_steps_is_concerned (late, changes);
}

static const AjLiveReaderKind late_kind = {
  .load_async = load_late,
  .load_finish = finish_late,
  .is_concerned = is_late_concerned,
  .free = (GDestroyNotify) aj_late_steps_free,
};

static void
show_late (AjMeetingRows *self, GtkListItem *item)
{
  AjLateSteps *late = aj_live_reader_get_result (self->late);
  AjRecord *meeting = gtk_list_item_get_item (item);

  aj_meeting_row_set_n_late (AJ_MEETING_ROW (gtk_list_item_get_child (item)),
                             late != NULL ? aj_late_steps_count (late, aj_record_get_id (meeting))
                                          : 0);
}

static void
late_changed_cb (AjMeetingRows *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    show_late (self, self->rows->pdata[i]);
}

static void
mark_cb (gpointer user_data)
{
  AjMeetingRows *self = user_data;
  guint next = aj_meeting_next_find (self->meetings, aj_services_get_today (self->services));

  self->mark_id = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->rows, i);

      aj_meeting_row_set_is_next (AJ_MEETING_ROW (gtk_list_item_get_child (item)),
                                  gtk_list_item_get_position (item) == next);
    }
  g_signal_emit (self, signals[SIGNAL_MARKED], 0,
                 aj_meeting_next_choose (self->meetings, aj_services_get_today (self->services)));
}

static void
record_changed_cb (AjRecord *record, GParamSpec *pspec, AjMeetingRows *self)
{
  aj_meeting_rows_mark_soon (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AjMeetingRows *self)
{
  gtk_list_item_set_child (item, aj_meeting_row_new (self->services));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AjMeetingRows *self)
{
  AjRecord *record = gtk_list_item_get_item (item);

  aj_meeting_row_set_record (AJ_MEETING_ROW (gtk_list_item_get_child (item)), record);
  g_signal_connect (record, "notify", G_CALLBACK (record_changed_cb), self);
  g_ptr_array_add (self->rows, item);
  show_late (self, item);
  aj_meeting_rows_mark_soon (self);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AjMeetingRows *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), record_changed_cb, self);
  g_ptr_array_remove_fast (self->rows, item);
  aj_meeting_row_set_record (AJ_MEETING_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
aj_meeting_rows_dispose (GObject *object)
{
  AjMeetingRows *self = AJ_MEETING_ROWS (object);

  g_clear_handle_id (&self->mark_id, g_source_remove);
  g_clear_object (&self->late);
  g_clear_object (&self->meetings);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_meeting_rows_parent_class)->dispose (object);
}

static void
aj_meeting_rows_finalize (GObject *object)
{
  g_ptr_array_unref (AJ_MEETING_ROWS (object)->rows);
  G_OBJECT_CLASS (aj_meeting_rows_parent_class)->finalize (object);
}

static void
aj_meeting_rows_class_init (AjMeetingRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_meeting_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_meeting_rows_finalize;
  signals[SIGNAL_MARKED] = g_signal_new ("marked", AJ_TYPE_MEETING_ROWS, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
aj_meeting_rows_init (AjMeetingRows *self)
{
  self->rows = g_ptr_array_new ();
}

AjMeetingRows *
aj_meeting_rows_new (AjServices *services, GListModel *meetings)
{
  AjMeetingRows *self = g_object_new (AJ_TYPE_MEETING_ROWS, NULL);

  self->services = g_object_ref (services);
  self->meetings = g_object_ref (meetings);
  self->late = aj_live_reader_new (aj_services_get_store (services), &late_kind);
  g_signal_connect_object (self->late, "changed", G_CALLBACK (late_changed_cb), self,
                           G_CONNECT_SWAPPED);
  /* Of all meetings, whichever are in view. */
  aj_live_reader_set_id (self->late, "");
  aj_live_reader_set_active (self->late, TRUE);
  return self;
}

GtkListItemFactory *
aj_meeting_rows_make_factory (AjMeetingRows *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_return_val_if_fail (AJ_IS_MEETING_ROWS (self), NULL);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  return factory;
}

/* Which meeting is next can change with any of them: asked once after a burst of changes, for all rows in view. */
void
aj_meeting_rows_mark_soon (AjMeetingRows *self)
{
  g_return_if_fail (AJ_IS_MEETING_ROWS (self));

  if (self->mark_id == 0)
    self->mark_id = g_idle_add_once (mark_cb, self);
}
