/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-as-of-button.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-date-button.h"
#include "aj-text.h"
#include "aj-undo-keys.h"

struct _AjAsOfButton
{
  AdwBin parent_instance;

  /* Template */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkCheckButton *today_check;
  GtkCheckButton *day_check;
  GtkCheckButton *all_check;
  GtkEntry *day_entry;
  AjDateButton *day_button;
  GtkWidget *fault_label;

  AjServices *services; /* (owned) (nullable) */
  AjAsOfButton *twin;   /* (nullable): weak; says the same */
  AjDate day;           /* AJ_DATE_NONE: none was chosen yet */
  gboolean is_setting;
};

G_DEFINE_FINAL_TYPE (AjAsOfButton, aj_as_of_button, ADW_TYPE_BIN)

typedef enum
{
  PROP_ONE_DAY = 1,
} AjAsOfButtonProperty;

static GParamSpec *properties[PROP_ONE_DAY + 1];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_day_chosen (AjAsOfButton *self)
{
  return self->day != AJ_DATE_NONE && gtk_check_button_get_active (self->day_check);
}

static void
update_label (AjAsOfButton *self)
{
  g_autofree char *day = aj_date_format_plain (self->day);
  const char *text = _ ("Today");
  g_autofree char *name = NULL;
  GtkWidget *inner;

  if (gtk_check_button_get_active (self->all_check))
    /* Translators: all there ever was, former municipalities as well. */
    text = C_ ("as of", "Ever");
  else if (is_day_chosen (self))
    text = day;
  gtk_menu_button_set_label (self->button, text);
  /* Translators: of which day the list shows what there was: "As of: today". */
  name = g_strdup_printf (_ ("As of: %s"), text);
  /* The button inside is what the focus reaches; its own label would be read after the name. */
  inner = gtk_widget_get_first_child (GTK_WIDGET (self->button));
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  aj_accessible_set_name (inner, name);
}

static gboolean
has_all (AjAsOfButton *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->all_check));
}

/* One that cannot say "ever" says "today" instead. */
static void
follow (AjAsOfButton *self, AjAsOfButton *twin)
{
  GtkCheckButton *check = self->today_check;

  if (gtk_check_button_get_active (twin->all_check))
    check = has_all (self) ? self->all_check : self->today_check;
  else if (is_day_chosen (twin))
    check = self->day_check;
  self->day = twin->day;
  self->is_setting = TRUE;
  gtk_check_button_set_active (check, TRUE);
  self->is_setting = FALSE;
  update_label (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
tell_changed (AjAsOfButton *self)
{
  update_label (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (self->twin != NULL)
    follow (self->twin, self);
}

static gboolean
read_day (AjAsOfButton *self, AjDate *day)
{
  g_autofree char *text = aj_text_clean_line (
      gtk_editable_get_text (GTK_EDITABLE (self->day_entry)));

  return aj_date_parse_iso (text, day) ||
         aj_date_parse_human (text, aj_services_get_today (self->services), day);
}

/* FALSE when what is typed is no day. */
static gboolean
take_day (AjAsOfButton *self)
{
  AjDate day;
  gboolean is_day = read_day (self, &day);

  gtk_widget_set_visible (self->fault_label, !is_day);
  if (!is_day)
    return FALSE;
  if (day == self->day && is_day_chosen (self))
    return TRUE;
  self->day = day;
  self->is_setting = TRUE;
  gtk_check_button_set_active (self->day_check, TRUE);
  self->is_setting = FALSE;
  tell_changed (self);
  return TRUE;
}

static void
toggled_cb (AjAsOfButton *self, GtkCheckButton *check)
{
  if (self->is_setting || !gtk_check_button_get_active (check))
    return;
  gtk_widget_set_visible (self->fault_label, FALSE);
  if (check == self->day_check && self->day == AJ_DATE_NONE)
    gtk_widget_grab_focus (GTK_WIDGET (self->day_entry));
  else
    tell_changed (self);
}

static void
day_changed_cb (AjAsOfButton *self)
{
  gtk_widget_set_visible (self->fault_label, FALSE);
}

static void
day_activated_cb (AjAsOfButton *self)
{
  if (take_day (self))
    gtk_menu_button_popdown (self->button);
}

static void
calendar_opened_cb (AjAsOfButton *self)
{
  AjDate day;

  aj_date_button_set_date (self->day_button, read_day (self, &day) ? day : AJ_DATE_NONE);
}

static void
day_picked_cb (AjAsOfButton *self)
{
  g_autofree char *text = aj_date_format_plain (aj_date_button_get_date (self->day_button));

  gtk_editable_set_text (GTK_EDITABLE (self->day_entry), text);
  day_activated_cb (self);
}

static void
shown_cb (AjAsOfButton *self)
{
  g_autofree char *text = aj_date_format_plain (self->day);

  gtk_editable_set_text (GTK_EDITABLE (self->day_entry), text);
  gtk_widget_set_visible (self->fault_label, FALSE);
}

/* Who typed a day and clicked away meant it; who chose "on this day" and typed none has chosen nothing. */
static void
closed_cb (AjAsOfButton *self)
{
  if (!gtk_check_button_get_active (self->day_check) || take_day (self))
    return;
  self->is_setting = TRUE;
  if (self->day == AJ_DATE_NONE)
    gtk_check_button_set_active (self->today_check, TRUE);
  self->is_setting = FALSE;
  tell_changed (self);
}

static void
aj_as_of_button_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((AjAsOfButtonProperty) prop_id)
    {
    case PROP_ONE_DAY:
      g_value_set_boolean (value, !has_all (AJ_AS_OF_BUTTON (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_as_of_button_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  AjAsOfButton *self = AJ_AS_OF_BUTTON (object);

  switch ((AjAsOfButtonProperty) prop_id)
    {
    case PROP_ONE_DAY:
      gtk_widget_set_visible (GTK_WIDGET (self->all_check), !g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_as_of_button_dispose (GObject *object)
{
  AjAsOfButton *self = AJ_AS_OF_BUTTON (object);

  g_clear_weak_pointer (&self->twin);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_as_of_button_parent_class)->dispose (object);
}

static void
aj_as_of_button_class_init (AjAsOfButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = aj_as_of_button_get_property;
  G_OBJECT_CLASS (klass)->set_property = aj_as_of_button_set_property;
  G_OBJECT_CLASS (klass)->dispose = aj_as_of_button_dispose;

  properties[PROP_ONE_DAY] = g_param_spec_boolean ("one-day", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (AJ_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-as-of-button.ui");
  gtk_widget_class_bind_template_child (widget_class, AjAsOfButton, button);
  gtk_widget_class_bind_template_child (widget_class, AjAsOfButton, popover);
  gtk_widget_class_bind_template_child (widget_class, AjAsOfButton, today_check);
  gtk_widget_class_bind_template_child (widget_class, AjAsOfButton, day_check);
  gtk_widget_class_bind_template_child (widget_class, AjAsOfButton, all_check);
  gtk_widget_class_bind_template_child (widget_class, AjAsOfButton, day_entry);
  gtk_widget_class_bind_template_child (widget_class, AjAsOfButton, day_button);
  gtk_widget_class_bind_template_child (widget_class, AjAsOfButton, fault_label);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
aj_as_of_button_init (AjAsOfButton *self)
{
  self->day = AJ_DATE_NONE;
  self->is_setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_setting = FALSE;
  aj_undo_keys_let_through_entry (GTK_EDITABLE (self->day_entry));
  update_label (self);
}

void
aj_as_of_button_set_services (AjAsOfButton *self, AjServices *services)
{
  g_set_object (&self->services, services);
  aj_date_button_set_services (self->day_button, services);
}

void
aj_as_of_button_share (AjAsOfButton *self, AjAsOfButton *twin)
{
  g_set_weak_pointer (&self->twin, twin);
  g_set_weak_pointer (&twin->twin, self);
}

AjDate
aj_as_of_button_get_day (AjAsOfButton *self)
{
  return is_day_chosen (self) ? self->day : aj_services_get_today (self->services);
}

void
aj_as_of_button_apply (AjAsOfButton *self, AjQuery *query)
{
  aj_query_order_over_last (query, aj_services_get_today (self->services));
  if (!gtk_check_button_get_active (self->all_check))
    aj_query_where_exist_on (query, aj_as_of_button_get_day (self));
}
