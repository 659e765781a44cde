/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-timeline-private.h"

#include "aj-accessible.h"
#include "aj-text-scale.h"

#define LANE  24
#define GAP   4
#define LEAST 8
/* Below this width the names of the rows stand above their bars. */
#define NARROW 480
/* Days to scroll to beyond the first bar and the last, before the year is filled up. */
#define BEYOND 31

static void scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AjTimeline,
                               aj_timeline,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

void
aj_timeline_drop_plan (AjTimeline *self)
{
  g_clear_pointer (&self->plan, aj_timeline_plan_free);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
add_day (AjDateRange *range, AjDate day)
{
  if (day == AJ_DATE_NONE)
    return;
  range->first = range->first == AJ_DATE_NONE ? day : MIN (range->first, day);
  range->last = MAX (range->last, day);
}

/* Whole years, with some days to spare around everything. */
static void
find_canvas (AjTimeline *self)
{
  AjDateRange range = aj_timeline_find_range (self->bars);
  int first, last;

  add_day (&range, self->today);
  if (range.first == AJ_DATE_NONE)
    range.first = range.last = 0;
  first = aj_date_get_year (range.first - BEYOND);
  last = aj_date_get_year (range.last + BEYOND);
  first = CLAMP (first, AJ_DATE_MIN_YEAR, AJ_DATE_MAX_YEAR);
  /* The year after the last there is has none. */
  last = last < first ? AJ_DATE_MAX_YEAR : last;
  self->scale.origin = aj_date_new (first, 1, 1);
  self->n_days = aj_date_new (last, 12, 31) - self->scale.origin + 1;
}

static void
measure_all (AjTimeline *self)
{
  double scale = aj_text_scale_get (GTK_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  self->measured_width = width;
  self->line = aj_timeline_measure_line (self);
  self->header = 2 * self->line;
  self->column = width < NARROW * MAX (1, scale) ? 0 : aj_timeline_measure_column (self);
  self->measure = (AjTimelineMeasure){
    .day = self->scale.day,
    .lane = MAX (LANE, self->line),
    .gap = GAP,
    .head = self->column > 0 ? 0 : self->line,
    .least = LEAST,
  };
}

AjTimelinePlan *
aj_timeline_get_plan (AjTimeline *self)
{
  if (self->plan == NULL)
    {
      find_canvas (self);
      measure_all (self);
      self->plan = aj_timeline_plan_new (self->bars, self->scale.origin, &self->measure);
    }
  return self->plan;
}

int
aj_timeline_get_cursor (AjTimeline *self)
{
  int index = aj_timeline_plan_find (aj_timeline_get_plan (self), self->current);

  return index < 0 && self->bars->len > 0 ? 0 : index;
}

gboolean
aj_timeline_ask (AjTimeline *self, AjTimelineBar *bar, const AjDateRange *days)
{
  gboolean taken = FALSE;

  g_signal_emit (self, signals[SIGNAL_MOVED], 0, bar, days->first, days->last, &taken);
  return taken;
}

void
aj_timeline_activate (AjTimeline *self, guint index)
{
  g_autoptr (AjTimelineBar) bar = g_object_ref (
      aj_timeline_plan_get_bar (aj_timeline_get_plan (self), index));

  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, bar);
}

static void
note_current (AjTimeline *self, guint index)
{
  AjTimelineBar *bar = aj_timeline_plan_get_bar (aj_timeline_get_plan (self), index);

  g_free (self->current);
  self->current = g_strdup (aj_timeline_bar_get (bar)->id);
}

void
aj_timeline_activate_item (AjTimeline *self, AjTimelineItem *item)
{
  note_current (self, aj_timeline_item_get_index (item));
  aj_timeline_activate (self, aj_timeline_item_get_index (item));
}

gboolean
aj_timeline_go_to (AjTimeline *self, guint index)
{
  note_current (self, index);
  aj_timeline_scroll_to (self, index);
  aj_timeline_update_items (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return gtk_widget_grab_focus (GTK_WIDGET (aj_timeline_make_item (self, index)));
}

static void
aj_timeline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AjTimeline *self = AJ_TIMELINE (widget);

  /* What is measured depends on the width and the letters. */
  if (self->plan != NULL &&
      (width != self->measured_width || aj_timeline_measure_line (self) != self->line))
    {
      int column = self->column, line = self->line;

      measure_all (self);
      if ((column == 0) != (self->column == 0) || line != self->line)
        g_clear_pointer (&self->plan, aj_timeline_plan_free);
    }
  aj_timeline_get_plan (self);
  aj_timeline_configure (self);
  aj_timeline_want_items (self);
  aj_timeline_allocate_items (self);
  gtk_widget_queue_draw (widget);
}

static void
aj_timeline_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 720 : 360;
}

static void
aj_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AjTimeline *self = AJ_TIMELINE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  aj_timeline_paint_ground (self, snapshot);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT ((float) self->column, (float) self->header,
                                               (float) aj_timeline_get_page_width (self),
                                               (float) aj_timeline_get_page_height (self)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
  aj_timeline_paint_captions (self, snapshot);
  gtk_snapshot_pop (snapshot);
  aj_timeline_paint_frame (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
aj_timeline_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (aj_timeline_parent_class)->css_changed (widget, change);
  gtk_widget_queue_allocate (widget);
}

/* Tab comes in at the cursor and goes out again. */
static gboolean
aj_timeline_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AjTimeline *self = AJ_TIMELINE (widget);
  int index = aj_timeline_get_cursor (self);

  return gtk_widget_get_focus_child (widget) == NULL && index >= 0 &&
         aj_timeline_go_to (self, (guint) index);
}

static gboolean
aj_timeline_grab_focus (GtkWidget *widget)
{
  AjTimeline *self = AJ_TIMELINE (widget);
  int index = aj_timeline_get_cursor (self);

  return index >= 0 && aj_timeline_go_to (self, (guint) index);
}

static void
aj_timeline_set_focus_child (GtkWidget *widget, GtkWidget *focus)
{
  GTK_WIDGET_CLASS (aj_timeline_parent_class)->set_focus_child (widget, focus);
  if (AJ_IS_TIMELINE_ITEM (focus))
    note_current (AJ_TIMELINE (widget), aj_timeline_item_get_index (AJ_TIMELINE_ITEM (focus)));
}

static gboolean
get_border (GtkScrollable *scrollable, GtkBorder *border)
{
  AjTimeline *self = AJ_TIMELINE (scrollable);

  *border = (GtkBorder){ (gint16) self->column, 0, (gint16) self->header, 0 };
  return TRUE;
}

static void
scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = get_border;
}

static void
aj_timeline_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AjTimeline *self = AJ_TIMELINE (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->across);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->down);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->across_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->down_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
aj_timeline_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AjTimeline *self = AJ_TIMELINE (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      aj_timeline_set_adjustment (self, &self->across, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      aj_timeline_set_adjustment (self, &self->down, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->across_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->down_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void drop_model (AjTimeline *self);

static void
drop_day_off (AjTimeline *self)
{
  if (self->day_off_destroy != NULL)
    self->day_off_destroy (self->day_off_data);
  self->day_off = NULL;
  self->day_off_destroy = NULL;
}

static void
aj_timeline_dispose (GObject *object)
{
  AjTimeline *self = AJ_TIMELINE (object);
  GtkWidget *child;

  drop_model (self);
  drop_day_off (self);
  g_hash_table_remove_all (self->items);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->draft.bar);
  g_clear_pointer (&self->plan, aj_timeline_plan_free);
  G_OBJECT_CLASS (aj_timeline_parent_class)->dispose (object);
}

static void
aj_timeline_finalize (GObject *object)
{
  AjTimeline *self = AJ_TIMELINE (object);

  g_signal_handlers_disconnect_by_data (self->across, self);
  g_signal_handlers_disconnect_by_data (self->down, self);
  g_object_unref (self->across);
  g_object_unref (self->down);
  g_hash_table_unref (self->items);
  g_hash_table_unref (self->layouts);
  g_ptr_array_unref (self->bars);
  g_object_unref (self->actions);
  g_free (self->current);
  G_OBJECT_CLASS (aj_timeline_parent_class)->finalize (object);
}

static void
aj_timeline_class_init (AjTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aj_timeline_dispose;
  object_class->finalize = aj_timeline_finalize;
  object_class->get_property = aj_timeline_get_property;
  object_class->set_property = aj_timeline_set_property;
  widget_class->measure = aj_timeline_measure;
  widget_class->size_allocate = aj_timeline_size_allocate;
  widget_class->snapshot = aj_timeline_snapshot;
  widget_class->css_changed = aj_timeline_css_changed;
  widget_class->focus = aj_timeline_focus;
  widget_class->grab_focus = aj_timeline_grab_focus;
  widget_class->set_focus_child = aj_timeline_set_focus_child;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                            AJ_TYPE_TIMELINE_BAR);
  signals[SIGNAL_MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        g_signal_accumulator_true_handled, NULL, NULL,
                                        G_TYPE_BOOLEAN, 3, AJ_TYPE_TIMELINE_BAR, G_TYPE_INT,
                                        G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "time-line");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
aj_timeline_init (AjTimeline *self)
{
  self->bars = g_ptr_array_new_with_free_func (g_object_unref);
  self->items = g_hash_table_new (NULL, NULL);
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->today = AJ_DATE_NONE;
  aj_timeline_set_adjustment (self, &self->across, NULL);
  aj_timeline_set_adjustment (self, &self->down, NULL);
  aj_timeline_add_actions (self);
  aj_timeline_add_keys (self);
  aj_timeline_add_pointer (self);
}

AjTimeline *
aj_timeline_new (void)
{
  return g_object_new (AJ_TYPE_TIMELINE, NULL);
}

/* Where there was a focus, it stays on the same bar, or goes to one near there. */
static void
follow_focus (AjTimeline *self, int before)
{
  AjTimelinePlan *plan = aj_timeline_get_plan (self);

  if (before < 0 || self->bars->len == 0)
    return;
  if (aj_timeline_plan_find (plan, self->current) < 0)
    note_current (self, MIN ((guint) before, self->bars->len - 1));
}

/* It is being moved, and what was read anew of it says nothing else. */
static gboolean
is_same_draft (AjTimeline *self, AjTimelineBar *bar)
{
  const AjDateRange *days = &aj_timeline_bar_get (bar)->days;

  return aj_timeline_is_drafting (self) && days->first == self->draft.from.first &&
         days->last == self->draft.from.last;
}

/* What was moved is where it was asked to be, or somebody else changed it. */
static void
settle_draft (AjTimeline *self)
{
  AjTimelinePlan *plan = aj_timeline_get_plan (self);
  int index;

  if (self->draft.bar == NULL)
    return;
  index = aj_timeline_plan_find (plan, aj_timeline_bar_get (self->draft.bar)->id);
  if (index >= 0 && is_same_draft (self, aj_timeline_plan_get_bar (plan, (guint) index)))
    g_set_object (&self->draft.bar, aj_timeline_plan_get_bar (plan, (guint) index));
  else if (index < 0 || aj_timeline_plan_get_bar (plan, (guint) index) != self->draft.bar)
    aj_timeline_drop_draft (self);
}

static void
items_changed_cb (AjTimeline *self, guint position, guint removed, guint added)
{
  int before = self->bars->len > 0 ? aj_timeline_get_cursor (self) : -1;
  guint n_bars = self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
  GPtrArray *bars = g_ptr_array_new_full (n_bars, g_object_unref);

  aj_timeline_keep_at (self, 0);
  for (guint i = 0; i < n_bars; i++)
    g_ptr_array_add (bars, g_list_model_get_item (self->model, i));
  aj_timeline_drop_plan (self);
  g_ptr_array_unref (self->bars);
  self->bars = bars;
  follow_focus (self, self->current != NULL ? before : -1);
  settle_draft (self);
  aj_timeline_renumber_items (self);
  aj_timeline_update_actions (self);
}

static void
drop_model (AjTimeline *self)
{
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  g_clear_object (&self->model);
}

void
aj_timeline_set_model (AjTimeline *self, GListModel *model)
{
  if (self->model == model)
    return;
  if (model != NULL)
    g_object_ref (model);
  drop_model (self);
  self->model = model;
  if (model != NULL)
    g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  items_changed_cb (self, 0, 0, 0);
}

void
aj_timeline_set_name (AjTimeline *self, const char *name)
{
  aj_accessible_set_name (GTK_WIDGET (self), name);
}

void
aj_timeline_set_today (AjTimeline *self, AjDate today)
{
  if (self->today == today)
    return;
  aj_timeline_keep_at (self, 0);
  self->today = today;
  aj_timeline_drop_plan (self);
  aj_timeline_update_actions (self);
}

void
aj_timeline_set_day_off_func (AjTimeline *self,
                              AjTimelineDayFunc func,
                              gpointer user_data,
                              GDestroyNotify destroy)
{
  drop_day_off (self);
  self->day_off = func;
  self->day_off_data = user_data;
  self->day_off_destroy = destroy;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
aj_timeline_get_current (AjTimeline *self)
{
  return self->current;
}

gboolean
aj_timeline_mark (AjTimeline *self, const char *id)
{
  int index = aj_timeline_plan_find (aj_timeline_get_plan (self), id);

  if (index < 0)
    return FALSE;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    return aj_timeline_go_to (self, (guint) index) || TRUE;
  note_current (self, (guint) index);
  aj_timeline_scroll_to (self, (guint) index);
  return TRUE;
}

void
aj_timeline_snap_back (AjTimeline *self)
{
  if (!aj_timeline_is_drafting (self))
    aj_timeline_drop_draft (self);
}
