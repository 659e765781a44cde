/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-activity-cell.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-activity-line.h"
#include "aj-activity.h"
#include "aj-text.h"

struct _AjActivityCell
{
  GtkWidget parent_instance;

  AjStore *store; /* (owned) */
  AjActivityOrder column;
  AjRecord *activity; /* (owned) (nullable) */
  AjValues
      *seen; /* (owned) (nullable): what is shown of it: each of its fields tells of a change */
  AjRecord *other; /* (owned) (nullable): the municipality or organisation that is named */
  gboolean with_day;

  GtkLabel *label; /* (unowned): a child */
  GtkLabel *line;  /* (unowned) (nullable): a child; only of the title */
};

G_DEFINE_FINAL_TYPE (AjActivityCell, aj_activity_cell, GTK_TYPE_WIDGET)

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

/* The row around the cells is what takes the cursor, and GTK 4.8 gives it no name. */
static void
show_title (AjActivityCell *self, const AjValues *activity)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *line = activity != NULL ? dup_line (self, activity) : g_strdup ("");
  g_autofree char *name = activity != NULL
                              ? g_strdup_printf (_ ("%s, %s"),
                                                 aj_values_get_text (activity, "name"), line)
                              : g_strdup ("");

  gtk_label_set_text (self->line, line);
  if (row != NULL)
    aj_accessible_set_name (row, name);
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
    show_title (self, activity);
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
aj_activity_cell_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AjActivityCell *self = AJ_ACTIVITY_CELL (object);

  switch ((AjActivityCellProperty) prop_id)
    {
    case PROP_WITH_LINE:
      g_value_set_boolean (value,
                           self->line != NULL && gtk_widget_get_visible (GTK_WIDGET (self->line)));
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
      if (self->line != NULL)
        gtk_widget_set_visible (GTK_WIDGET (self->line), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_activity_cell_dispose (GObject *object)
{
  AjActivityCell *self = AJ_ACTIVITY_CELL (object);
  GtkWidget *child;

  set_other (self, NULL);
  if (self->activity != NULL)
    g_signal_handlers_disconnect_by_func (self->activity, follow, self);
  g_clear_object (&self->activity);
  g_clear_pointer (&self->seen, aj_values_unref);
  g_clear_object (&self->store);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
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
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
aj_activity_cell_init (AjActivityCell *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (
                                      gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

static GtkLabel *
add_label (AjActivityCell *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return GTK_LABEL (label);
}

GtkWidget *
aj_activity_cell_new (AjStore *store, AjActivityOrder column)
{
  AjActivityCell *self = g_object_new (AJ_TYPE_ACTIVITY_CELL, "valign", GTK_ALIGN_CENTER, NULL);

  self->store = g_object_ref (store);
  self->column = column;
  self->label = add_label (self);
  if (column == AJ_ACTIVITY_ORDER_EXPECTED || column == AJ_ACTIVITY_ORDER_ACTUAL)
    {
      gtk_label_set_xalign (self->label, 1);
      gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
    }
  if (column == AJ_ACTIVITY_ORDER_STATE)
    {
      gtk_widget_set_halign (GTK_WIDGET (self->label), GTK_ALIGN_START);
      gtk_widget_add_css_class (GTK_WIDGET (self->label), "tag");
    }
  if (column == AJ_ACTIVITY_ORDER_NAME)
    {
      self->line = add_label (self);
      gtk_widget_add_css_class (GTK_WIDGET (self->line), "caption");
      gtk_widget_add_css_class (GTK_WIDGET (self->line), "dim-label");
      gtk_widget_set_visible (GTK_WIDGET (self->line), FALSE);
    }
  return GTK_WIDGET (self);
}

void
aj_activity_cell_set_activity (AjActivityCell *self, AjRecord *activity)
{
  g_return_if_fail (AJ_IS_ACTIVITY_CELL (self));

  if (self->activity != NULL)
    g_signal_handlers_disconnect_by_func (self->activity, follow, self);
  g_set_object (&self->activity, activity);
  g_clear_pointer (&self->seen, aj_values_unref);
  if (activity != NULL)
    g_signal_connect_swapped (activity, "notify", G_CALLBACK (follow), self);
  follow (self);
}

void
aj_activity_cell_set_with_day (AjActivityCell *self, gboolean with_day)
{
  g_return_if_fail (AJ_IS_ACTIVITY_CELL (self));

  self->with_day = with_day;
}
