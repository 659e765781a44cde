/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-tour-stop-row.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-error.h"
#include "aj-row-drag.h"
#include "aj-text.h"
#include "aj-week.h"

struct _AjTourStopRow
{
  AdwActionRow parent_instance;

  GtkWidget *number; /* (unowned): a prefix */
  GtkWidget *missed; /* (unowned): a suffix */
  GtkEntry *entry;   /* (unowned): a suffix */
  char *id;          /* (owned) */
  char *name;        /* (owned) */
  AjDate earliest;
  char *fault;            /* (owned) (nullable) */
  char *told;             /* (owned): the week that was told last … */
  gboolean is_told_wrong; /* … and whether that was no week */
};

G_DEFINE_FINAL_TYPE (AjTourStopRow, aj_tour_stop_row, ADW_TYPE_ACTION_ROW)

enum
{
  SIGNAL_WISHED,
  SIGNAL_STEPPED,
  SIGNAL_DROPPED,
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_text (AjTourStopRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

const char *
aj_tour_stop_row_get_fault (AjTourStopRow *self)
{
  return self->fault;
}

/* (transfer full) (nullable) */
static char *
find_fault (AjTourStopRow *self)
{
  AjDateRange days;

  if (aj_text_or_null (get_text (self)) == NULL)
    return NULL;
  if (!aj_weeks_parse (get_text (self), self->earliest, &days))
    /* Translators: a municipality. */
    return g_strdup_printf (_ ("%s: what is asked for is a week, as 41, 41-43 or 2027-W41."),
                            self->name);
  if (days.last < self->earliest)
    /* Translators: a municipality. */
    return g_strdup_printf (_ ("%s: that week is over before the tour begins."), self->name);
  return NULL;
}

static void
check (AjTourStopRow *self)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self->entry);

  g_free (self->fault);
  self->fault = find_fault (self);
  if (self->fault != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->fault,
                                      -1);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

void
aj_tour_stop_row_set_earliest (AjTourStopRow *self, AjDate earliest)
{
  self->earliest = earliest;
  check (self);
}

/* Told when the person is done with it: a 4 that becomes 41 would plan a year further on. */
static void
done_cb (AjTourStopRow *self)
{
  if (!aj_set_string (&self->told, get_text (self)))
    return;
  self->is_told_wrong = self->fault != NULL;
  g_signal_emit (self, signals[SIGNAL_WISHED], 0);
}

static void
typed_cb (AjTourStopRow *self)
{
  check (self);
  /* What stood in the way does so no longer. */
  if (self->fault == NULL && self->is_told_wrong)
    done_cb (self);
}

static void
step (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_STEPPED], 0, g_variant_get_int32 (parameter));
}

static void
remove_stop (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_REMOVED], 0);
}

static void
dropped_cb (GtkWidget *row, GtkWidget *other)
{
  g_signal_emit (row, signals[SIGNAL_DROPPED], 0, other);
}

static void
aj_tour_stop_row_finalize (GObject *object)
{
  AjTourStopRow *self = AJ_TOUR_STOP_ROW (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->told);
  g_free (self->fault);
  G_OBJECT_CLASS (aj_tour_stop_row_parent_class)->finalize (object);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int delta;
  } keys[] = {
    { GDK_KEY_KP_Up, -1 }, { GDK_KEY_Up, -1 }, { GDK_KEY_KP_Down, 1 }, { GDK_KEY_Down, 1 }
  };

  gtk_widget_class_install_action (widget_class, "stop.step", "i", step);
  gtk_widget_class_install_action (widget_class, "stop.remove", NULL, remove_stop);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_ALT_MASK, "stop.step", "i",
                                         keys[i].delta);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "stop.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "stop.remove", NULL);
}

static void
aj_tour_stop_row_class_init (AjTourStopRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aj_tour_stop_row_finalize;
  signals[SIGNAL_WISHED] = g_signal_new ("wished", AJ_TYPE_TOUR_STOP_ROW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_STEPPED] = g_signal_new ("stepped", AJ_TYPE_TOUR_STOP_ROW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_DROPPED] = g_signal_new ("dropped", AJ_TYPE_TOUR_STOP_ROW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, AJ_TYPE_TOUR_STOP_ROW);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", AJ_TYPE_TOUR_STOP_ROW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  install_keys (GTK_WIDGET_CLASS (klass));
}

static void
add_entry (AjTourStopRow *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = GTK_ENTRY (entry);
  gtk_entry_set_placeholder_text (self->entry, _ ("Week"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 6);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (entry,
                               _ ("The week in which it was asked for, if any: 41, or 41-43"));
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), entry);
}

static void
aj_tour_stop_row_init (AjTourStopRow *self)
{
  self->told = g_strdup ("");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  self->number = gtk_label_new ("");
  gtk_label_set_width_chars (GTK_LABEL (self->number), 3);
  gtk_label_set_xalign (GTK_LABEL (self->number), 0);
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_widget_add_css_class (self->number, "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->number);
  self->missed = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_set_visible (self->missed, FALSE);
  gtk_widget_add_css_class (self->missed, "warning");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->missed);
  add_entry (self);
  aj_row_drag_add (GTK_WIDGET (self), dropped_cb);
}

GtkWidget *
aj_tour_stop_row_new (const char *municipality, const char *name)
{
  AjTourStopRow *self = g_object_new (AJ_TYPE_TOUR_STOP_ROW, NULL);
  /* Translators: a municipality. */
  g_autofree char *entry_name = g_strdup_printf (_ ("Week asked for by %s"), name);

  self->id = g_strdup (municipality);
  self->name = g_strdup (name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  aj_accessible_set_name (GTK_WIDGET (self->entry), entry_name);
  return GTK_WIDGET (self);
}

const char *
aj_tour_stop_row_get_id (AjTourStopRow *self)
{
  return self->id;
}

AjDateRange
aj_tour_stop_row_get_asked (AjTourStopRow *self)
{
  AjDateRange days = { AJ_DATE_NONE, AJ_DATE_NONE };

  aj_weeks_parse (get_text (self), self->earliest, &days);
  return days;
}

void
aj_tour_stop_row_finish (AjTourStopRow *self)
{
  done_cb (self);
}

/* (transfer full): "Mon 5 Oct 2026 – Fri 9 Oct 2026 · 23 km", and why. */
static char *
describe (const AjTourLeg *leg, const char *reason)
{
  g_autofree char *first = aj_date_format_short (leg->days.first);
  g_autofree char *last = aj_date_format_short (leg->days.last);
  g_autofree char *line = leg->days.first == leg->days.last
                              /* Translators: a day, and a number of kilometres. */
                              ? g_strdup_printf (_ ("%1$s · %2$.0f km"), first, leg->kilometres)
                              /* Translators: two days, and a number of kilometres. */
                              : g_strdup_printf (_ ("%1$s – %2$s · %3$.0f km"), first, last,
                                                 leg->kilometres);

  return reason == NULL ? g_steal_pointer (&line) : g_strdup_printf ("%s\n%s", line, reason);
}

void
aj_tour_stop_row_show (AjTourStopRow *self, guint number, const AjTourLeg *leg, const char *reason)
{
  g_autofree char *shown = g_strdup_printf ("%u.", number);
  g_autofree char *text = leg != NULL ? describe (leg, reason) : g_strdup ("");
  /* Translators: for a screen reader: the number of a stop, a municipality, and when it would be there. */
  g_autofree char *spoken = g_strdup_printf (_ ("%1$u. %2$s, %3$s"), number, self->name, text);

  gtk_label_set_text (GTK_LABEL (self->number), shown);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  gtk_widget_set_visible (self->missed, leg != NULL && !leg->as_asked);
  aj_accessible_set_name (GTK_WIDGET (self), spoken);
}
