/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-timeline-item.h"

#include "aj-accessible.h"
#include "aj-ink.h"
#include "aj-map-swatch.h"

#define INSET 6
/* Of a mark: a part of the height of the bar. */
#define MARK           0.46
#define MILESTONE_MARK 0.56

struct _AjTimelineItem
{
  GtkWidget parent_instance;

  AjTimelineBar *bar; /* (owned) (nullable) */
  guint index;
  guint n_bars; /* 0: not known yet */
  gboolean is_draft;
  AjDateRange draft;
  int hidden;           /* of its left end, beyond the edge of the page */
  PangoLayout *title;   /* (owned) (nullable): once it was drawn */
  PangoLayout *caption; /* (owned) (nullable) */
  guint serial;         /* of the letters that they are laid out with */
};

G_DEFINE_FINAL_TYPE (AjTimelineItem, aj_timeline_item, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const AjTimelineFacts *
get_facts (AjTimelineItem *self)
{
  return aj_timeline_bar_get (self->bar);
}

static gboolean
is_milestone (AjTimelineItem *self)
{
  return get_facts (self)->kind == AJ_TIMELINE_KIND_MILESTONE;
}

static gboolean
has_mark (AjTimelineItem *self)
{
  const AjMapClass *state = get_facts (self)->state;

  return state != NULL && state->mark != AJ_MAP_MARK_NONE;
}

static PangoLayout *
get_title (AjTimelineItem *self)
{
  if (self->title == NULL)
    {
      self->title = gtk_widget_create_pango_layout (GTK_WIDGET (self), get_facts (self)->title);
      pango_layout_set_single_paragraph_mode (self->title, TRUE);
    }
  return self->title;
}

static void
drop_layouts (AjTimelineItem *self)
{
  g_clear_object (&self->title);
  g_clear_object (&self->caption);
}

int
aj_timeline_item_get_title_width (AjTimelineItem *self)
{
  int width;

  pango_layout_get_pixel_size (get_title (self), &width, NULL);
  return width;
}

static double
get_mark_size (AjTimelineItem *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self)) * MARK;
}

/* Behind what is out of the page, and the arrow of an open end. */
static int
get_inset (AjTimelineItem *self)
{
  int arrow = gtk_widget_get_height (GTK_WIDGET (self)) / 4;

  return self->hidden + INSET + (get_facts (self)->days.first == AJ_DATE_NONE ? arrow : 0);
}

int
aj_timeline_item_get_title_x (AjTimelineItem *self)
{
  return get_inset (self) + (has_mark (self) ? (int) get_mark_size (self) + INSET / 2 : 0);
}

int
aj_timeline_item_get_room (AjTimelineItem *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  return is_milestone (self) ? 0 : MAX (0, width - aj_timeline_item_get_title_x (self) - INSET);
}

PangoLayout *
aj_timeline_item_get_caption (AjTimelineItem *self)
{
  if (self->is_draft)
    {
      if (self->caption == NULL)
        {
          g_autofree char *days = aj_timeline_describe_days (&self->draft);

          self->caption = gtk_widget_create_pango_layout (GTK_WIDGET (self), days);
        }
      return self->caption;
    }
  if (aj_timeline_item_get_title_width (self) <= aj_timeline_item_get_room (self))
    return NULL;
  return get_title (self);
}

/* Where nothing is known of an end, an arrow shows that it goes on. */
static void
snapshot_open_end (AjTimelineItem *self, GtkSnapshot *snapshot, gboolean first)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double size = height / 3, middle = height / 2;
  double tip = first ? self->hidden + 2 : width - self->hidden - 2;
  double x = first ? tip + size / 2 : tip - size / 2;
  GdkRGBA color = aj_ink_get (GTK_WIDGET (self));
  graphene_rect_t bounds;
  cairo_t *cr;

  graphene_rect_init (&bounds, (float) MIN (x, tip) - 2, 0, (float) size / 2 + 4, (float) height);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, x, middle - size / 2);
  cairo_line_to (cr, tip, middle);
  cairo_line_to (cr, x, middle + size / 2);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* The widget of a milestone is turned by an eighth; what is inside stands upright. */
static void
snapshot_milestone (AjTimelineItem *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  float middle = (float) gtk_widget_get_width (widget) / 2;
  double mark = gtk_widget_get_width (widget) * MILESTONE_MARK;

  if (!has_mark (self))
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (middle, middle));
  gtk_snapshot_rotate (snapshot, -45);
  aj_map_swatch_snapshot_mark (widget, snapshot, get_facts (self)->state->mark, -mark / 2,
                               -mark / 2, mark);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_bar (AjTimelineItem *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const AjTimelineFacts *facts = get_facts (self);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA color = aj_ink_get (widget);
  double mark = get_mark_size (self), x = get_inset (self);
  int text_height;

  if (facts->days.first == AJ_DATE_NONE)
    snapshot_open_end (self, snapshot, TRUE);
  if (facts->days.last == AJ_DATE_NONE)
    snapshot_open_end (self, snapshot, FALSE);
  if (has_mark (self) && width - get_inset (self) + INSET >= mark + 4)
    {
      /* In a short bar it stands in the middle. */
      if (width < mark + 2 * INSET)
        x = (width - mark) / 2;
      aj_map_swatch_snapshot_mark (widget, snapshot, facts->state->mark, x, (height - mark) / 2,
                                   mark);
      x += mark + INSET / 2;
    }
  if (aj_timeline_item_get_title_width (self) > aj_timeline_item_get_room (self))
    return;
  pango_layout_get_pixel_size (get_title (self), NULL, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) x, (float) (height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, get_title (self), &color);
  gtk_snapshot_restore (snapshot);
}

static void
aj_timeline_item_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AjTimelineItem *self = AJ_TIMELINE_ITEM (widget);

  if (self->bar == NULL)
    return;
  if (get_facts (self)->state != NULL && get_facts (self)->state->hatched)
    aj_map_swatch_snapshot_hatch (widget, snapshot);
  if (is_milestone (self))
    snapshot_milestone (self, snapshot);
  else
    snapshot_bar (self, snapshot);
}

static void
aj_timeline_item_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  AjTimelineItem *self = AJ_TIMELINE_ITEM (widget);
  guint serial;

  GTK_WIDGET_CLASS (aj_timeline_item_parent_class)->css_changed (widget, change);
  serial = pango_context_get_serial (gtk_widget_get_pango_context (widget));
  if (serial != self->serial)
    drop_layouts (self);
  self->serial = serial;
}

static void
activate_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[SIGNAL_ACTIVATED], 0);
}

static void
aj_timeline_item_dispose (GObject *object)
{
  AjTimelineItem *self = AJ_TIMELINE_ITEM (object);

  drop_layouts (self);
  g_clear_object (&self->bar);
  G_OBJECT_CLASS (aj_timeline_item_parent_class)->dispose (object);
}

static void
aj_timeline_item_class_init (AjTimelineItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_timeline_item_dispose;
  widget_class->snapshot = aj_timeline_item_snapshot;
  widget_class->css_changed = aj_timeline_item_css_changed;
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* So that assistive technology can do what Enter does. */
  gtk_widget_class_install_action (widget_class, "timeline-item.activate", NULL, activate_cb);
  gtk_widget_class_set_css_name (widget_class, "timeline-item");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
aj_timeline_item_init (AjTimelineItem *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

AjTimelineItem *
aj_timeline_item_new (void)
{
  return g_object_new (AJ_TYPE_TIMELINE_ITEM, NULL);
}

static void
set_class (AjTimelineItem *self, const char *class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), class);
}

/* The same words under the pointer and for who does not see it. */
static void
say (AjTimelineItem *self)
{
  g_autofree char *text = aj_timeline_bar_describe (self->bar,
                                                    self->is_draft ? &self->draft : NULL);

  aj_accessible_set_name (GTK_WIDGET (self), text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  /* A tooltip describes as well, and would be read out twice. What changes in it while it is moved is read out. */
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  if (self->is_draft)
    {
      g_autofree char *days = aj_timeline_describe_days (&self->draft);

      aj_accessible_describe (GTK_WIDGET (self), days);
    }
}

void
aj_timeline_item_set (AjTimelineItem *self, AjTimelineBar *bar, guint index, guint n_bars)
{
  if (self->index != index || self->n_bars != n_bars)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                    (int) index + 1, GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n_bars,
                                    -1);
  self->index = index;
  self->n_bars = n_bars;
  if (self->bar == bar)
    return;
  g_set_object (&self->bar, bar);
  self->is_draft = FALSE;
  drop_layouts (self);
  aj_map_swatch_dress (GTK_WIDGET (self), get_facts (self)->state);
  set_class (self, "milestone", is_milestone (self));
  set_class (self, "draft", FALSE);
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
aj_timeline_item_get_index (AjTimelineItem *self)
{
  return self->index;
}

AjTimelineBar *
aj_timeline_item_get_bar (AjTimelineItem *self)
{
  return self->bar;
}

void
aj_timeline_item_set_hidden (AjTimelineItem *self, int hidden)
{
  if (self->hidden == hidden)
    return;
  self->hidden = hidden;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
aj_timeline_item_set_draft (AjTimelineItem *self, const AjDateRange *days)
{
  g_autofree char *text = NULL;

  if (days == NULL
          ? !self->is_draft
          : self->is_draft && days->first == self->draft.first && days->last == self->draft.last)
    return;
  self->is_draft = days != NULL;
  if (days != NULL)
    self->draft = *days;
  g_clear_object (&self->caption);
  set_class (self, "draft", self->is_draft);
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
