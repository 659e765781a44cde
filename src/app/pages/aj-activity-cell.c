/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-activity-cell.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aj-accessible.h"
#include "aj-activity-line.h"
#include "aj-activity.h"
#include "aj-text.h"

/* Of a label. */
#define CELL_KEY "aj-activity-cell"
/* Of the line beneath a title: its size, of that of the title, and how much of its colour shows. */
#define LINE_SCALE 0.82
#define LINE_ALPHA (G_MAXUINT16 / 100 * 65)

struct _AjActivityCell
{
  GObject parent_instance;

  GtkLabel *label; /* (borrowed): whose it is */
  AjStore *store;  /* (owned) */
  AjActivityOrder column;
  AjSlot *slot;       /* (owned) (nullable) */
  AjRecord *activity; /* (owned) (nullable): that is there */
  AjValues
      *seen; /* (owned) (nullable): what is shown of it: each of its fields tells of a change */
  AjRecord *other; /* (owned) (nullable): the municipality or organisation that is named */
  gboolean with_day;
  gboolean with_line;
};

G_DEFINE_FINAL_TYPE (AjActivityCell, aj_activity_cell, G_TYPE_OBJECT)

typedef enum
{
  PROP_WITH_LINE = 1,
} AjActivityCellProperty;

static GParamSpec *properties[PROP_WITH_LINE + 1];

/* The colour only helps to find what the word says. */
static const struct
{
  const char *state;
  const char *css_class;
} tags[] = {
  { AJ_ACTIVITY_DRAFT, "tag-plain" },      { AJ_ACTIVITY_SUBMITTED, "tag-accent" },
  { AJ_ACTIVITY_ACCEPTED, "tag-success" }, { AJ_ACTIVITY_CHANGED, "tag-warning" },
  { AJ_ACTIVITY_CANCELLED, "tag-error" },  { AJ_ACTIVITY_HELD, "tag-plain" },
};

/* (nullable): the field of what this column names; the line beneath a title names the municipality. */
static const char *
get_reference (AjActivityOrder column)
{
  if (column == AJ_ACTIVITY_ORDER_NAME || column == AJ_ACTIVITY_ORDER_MUNICIPALITY)
    return "municipality";
  return column == AJ_ACTIVITY_ORDER_ORGANISATION ? "organisation" : NULL;
}

static char *
dup_time (AjActivityCell *self, const AjValues *activity)
{
  g_autofree char *time = aj_activity_line_dup_time (activity);
  g_autofree char *day = NULL;

  if (!self->with_day)
    /* Translators: of an activity: it has no hours. */
    return *time != '\0' ? g_steal_pointer (&time) : g_strdup (_ ("whole day"));
  day = aj_date_format_short (aj_values_get_date (activity, "date"));
  return *time != '\0' ? g_strdup_printf (_ ("%s, %s"), day, time) : g_steal_pointer (&day);
}

static char *
dup_number (const AjValues *activity, const char *field)
{
  return aj_values_is_empty (activity, field)
             ? g_strdup ("")
             : g_strdup_printf ("%'" G_GINT64_FORMAT, aj_values_get_integer (activity, field));
}

/* (transfer full) */
static char *
dup_text (AjActivityCell *self, const AjValues *activity, AjActivityOrder column)
{
  switch (column)
    {
    case AJ_ACTIVITY_ORDER_NAME:
      return g_strdup (aj_values_get_text (activity, "name"));
    case AJ_ACTIVITY_ORDER_TIME:
      return dup_time (self, activity);
    case AJ_ACTIVITY_ORDER_STATE:
      return aj_record_display (self->activity, "state");
    case AJ_ACTIVITY_ORDER_TARGETS:
      return aj_activity_line_dup_targets (activity);
    case AJ_ACTIVITY_ORDER_EXPECTED:
      return dup_number (activity, "expected-reach");
    case AJ_ACTIVITY_ORDER_ACTUAL:
      return dup_number (activity, "actual-reach");
    case AJ_ACTIVITY_ORDER_MUNICIPALITY:
    case AJ_ACTIVITY_ORDER_ORGANISATION:
    case AJ_ACTIVITY_N_ORDERS:
    default:
      return g_strdup (self->other != NULL ? aj_record_get_title (self->other) : "");
    }
}

static void
show_tag (AjActivityCell *self, const char *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), tags[i].css_class);
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (g_strcmp0 (tags[i].state, state) == 0)
      gtk_widget_add_css_class (GTK_WIDGET (self->label), tags[i].css_class);
  gtk_widget_set_visible (GTK_WIDGET (self->label), state != NULL);
}

/* "Almelo · 10:00–12:00 · youth · accepted" */
static char *
dup_line (AjActivityCell *self, const AjValues *activity)
{
  static const AjActivityOrder parts[] = { AJ_ACTIVITY_ORDER_MUNICIPALITY, AJ_ACTIVITY_ORDER_TIME,
                                           AJ_ACTIVITY_ORDER_TARGETS, AJ_ACTIVITY_ORDER_STATE };
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part = dup_text (self, activity, parts[i]);

      if (aj_text_or_null (part) != NULL)
        g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
    }
  return g_string_free (line, FALSE);
}

static void
show_line (AjActivityCell *self, const char *title, const char *line)
{
  g_autofree char *text = g_strdup_printf ("%s\n%s", title, line);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *scale = pango_attr_scale_new (LINE_SCALE);
  PangoAttribute *alpha = pango_attr_foreground_alpha_new (LINE_ALPHA);

  scale->start_index = alpha->start_index = (guint) strlen (title) + 1;
  pango_attr_list_insert (attributes, scale);
  pango_attr_list_insert (attributes, alpha);
  gtk_label_set_text (self->label, text);
  gtk_label_set_attributes (self->label, attributes);
}

/* The row around the cells is what takes the cursor, and GTK 4.8 gives it no name. */
static void
show_title (AjActivityCell *self, const AjValues *activity, const char *title)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self->label));
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *line = activity != NULL ? dup_line (self, activity) : g_strdup ("");
  g_autofree char *name = g_strdup_printf (_ ("%s, %s"), title, line);

  if (self->with_line)
    show_line (self, title, line);
  else
    gtk_label_set_attributes (self->label, NULL);
  if (row != NULL)
    aj_accessible_set_name (row, activity != NULL ? name : "");
}

static void
update (AjActivityCell *self)
{
  const AjValues *activity = self->activity != NULL ? aj_record_get_values (self->activity) : NULL;
  g_autofree char *text = activity != NULL ? dup_text (self, activity, self->column)
                                           : g_strdup ("");

  gtk_label_set_text (self->label, text);
  if (self->column == AJ_ACTIVITY_ORDER_STATE)
    show_tag (self, activity != NULL ? aj_values_get_text (activity, "state") : NULL);
  if (self->column == AJ_ACTIVITY_ORDER_NAME)
    show_title (self, activity, text);
}

static void
set_other (AjActivityCell *self, AjRecord *other)
{
  if (self->other == other)
    return;
  if (self->other != NULL)
    g_signal_handlers_disconnect_by_func (self->other, update, self);
  g_set_object (&self->other, other);
  if (other != NULL)
    g_signal_connect_swapped (other, "notify::title", G_CALLBACK (update), self);
}

/* FALSE when that is shown already. */
static gboolean
see (AjActivityCell *self)
{
  const AjValues *values = self->activity != NULL ? aj_record_get_values (self->activity) : NULL;

  if (values != NULL && values == self->seen)
    return FALSE;
  g_clear_pointer (&self->seen, aj_values_unref);
  self->seen = values != NULL ? aj_values_ref (values) : NULL;
  return TRUE;
}

static void
follow (AjActivityCell *self)
{
  const char *field = get_reference (self->column);
  const char *id = field != NULL && self->activity != NULL
                       ? aj_record_get_text (self->activity, field)
                       : NULL;
  g_autoptr (AjRecord) other = NULL;

  if (!see (self))
    return;
  if (id != NULL)
    other = aj_store_ref_record (
        self->store,
        aj_record_type_lookup (
            aj_record_type_get_field (&aj_activity_record_type, field, NULL)->target),
        id);
  set_other (self, other);
  update (self);
}

static void
set_activity (AjActivityCell *self, AjRecord *activity)
{
  if (self->activity != NULL)
    g_signal_handlers_disconnect_by_func (self->activity, follow, self);
  g_set_object (&self->activity, activity);
  g_clear_pointer (&self->seen, aj_values_unref);
  if (activity != NULL)
    g_signal_connect_swapped (activity, "notify", G_CALLBACK (follow), self);
}

static void
slot_changed_cb (AjActivityCell *self)
{
  set_activity (self, self->slot != NULL ? aj_slot_get_record (self->slot) : NULL);
  follow (self);
}

static void
aj_activity_cell_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AjActivityCell *self = AJ_ACTIVITY_CELL (object);

  switch ((AjActivityCellProperty) prop_id)
    {
    case PROP_WITH_LINE:
      g_value_set_boolean (value, self->with_line);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_activity_cell_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  AjActivityCell *self = AJ_ACTIVITY_CELL (object);

  switch ((AjActivityCellProperty) prop_id)
    {
    case PROP_WITH_LINE:
      self->with_line = g_value_get_boolean (value);
      if (self->column == AJ_ACTIVITY_ORDER_NAME)
        update (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_activity_cell_dispose (GObject *object)
{
  AjActivityCell *self = AJ_ACTIVITY_CELL (object);

  set_other (self, NULL);
  set_activity (self, NULL);
  if (self->slot != NULL)
    g_signal_handlers_disconnect_by_func (self->slot, slot_changed_cb, self);
  g_clear_object (&self->slot);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (aj_activity_cell_parent_class)->dispose (object);
}

static void
aj_activity_cell_class_init (AjActivityCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = aj_activity_cell_get_property;
  object_class->set_property = aj_activity_cell_set_property;
  object_class->dispose = aj_activity_cell_dispose;
  properties[PROP_WITH_LINE] = g_param_spec_boolean ("with-line", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
aj_activity_cell_init (AjActivityCell *self)
{
}

GtkWidget *
aj_activity_cell_new_label (AjStore *store, AjActivityOrder column)
{
  AjActivityCell *self = g_object_new (AJ_TYPE_ACTIVITY_CELL, NULL);
  GtkWidget *label = gtk_label_new (NULL);
  gboolean is_number = column == AJ_ACTIVITY_ORDER_EXPECTED || column == AJ_ACTIVITY_ORDER_ACTUAL;

  self->store = g_object_ref (store);
  self->column = column;
  self->label = GTK_LABEL (label);
  gtk_label_set_xalign (self->label, is_number ? 1 : 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  if (is_number)
    gtk_widget_add_css_class (label, "numeric");
  if (column == AJ_ACTIVITY_ORDER_STATE)
    {
      gtk_widget_set_halign (label, GTK_ALIGN_START);
      gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (label, "tag");
    }
  g_object_set_data_full (G_OBJECT (label), CELL_KEY, self, g_object_unref);
  return label;
}

AjActivityCell *
aj_activity_cell_of (GtkWidget *label)
{
  return g_object_get_data (G_OBJECT (label), CELL_KEY);
}

void
aj_activity_cell_set_slot (AjActivityCell *self, AjSlot *slot)
{
  g_return_if_fail (AJ_IS_ACTIVITY_CELL (self));

  if (self->slot != NULL)
    g_signal_handlers_disconnect_by_func (self->slot, slot_changed_cb, self);
  g_set_object (&self->slot, slot);
  if (slot != NULL)
    g_signal_connect_swapped (slot, "notify::record", G_CALLBACK (slot_changed_cb), self);
  slot_changed_cb (self);
}

void
aj_activity_cell_set_with_day (AjActivityCell *self, gboolean with_day)
{
  g_return_if_fail (AJ_IS_ACTIVITY_CELL (self));

  self->with_day = with_day;
}
