/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-seat-picker.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-drop-down.h"

struct _AjSeatPicker
{
  AdwPreferencesRow parent_instance;

  /* Template */
  AdwBin *bin;
  GtkDropDown *drop_down;

  GtkListBox *list_box; /* (borrowed) (nullable): that this row is in */
  GStrv ids;            /* (owned) (nullable): of the seats, without the first line */
  GStrv names;          /* (owned) (nullable): of all lines */
  gboolean is_following;
};

G_DEFINE_FINAL_TYPE (AjSeatPicker, aj_seat_picker, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The button is called what the row is, so the choice itself goes in the description. */
static void
describe_choice (AjSeatPicker *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->drop_down));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  selected != GTK_INVALID_LIST_POSITION ? self->names[selected]
                                                                        : "",
                                  -1);
  if (selected == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->bin), "nothing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->bin), "nothing");
}

static void
selected_cb (AjSeatPicker *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (self->is_following || self->ids == NULL || selected > g_strv_length (self->ids))
    return;
  describe_choice (self);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, selected > 0 ? self->ids[selected - 1] : NULL);
}

static void
row_activated_cb (AjSeatPicker *self, GtkListBoxRow *row)
{
  if (row == GTK_LIST_BOX_ROW (self) && gtk_widget_is_sensitive (GTK_WIDGET (self->drop_down)))
    g_signal_emit_by_name (self->drop_down, "activate");
}

static void
leave_list_box (AjSeatPicker *self)
{
  if (self->list_box != NULL)
    g_signal_handlers_disconnect_by_func (self->list_box, row_activated_cb, self);
  g_clear_weak_pointer (&self->list_box);
}

static void
aj_seat_picker_root (GtkWidget *widget)
{
  AjSeatPicker *self = AJ_SEAT_PICKER (widget);
  GtkWidget *parent = gtk_widget_get_parent (widget);

  GTK_WIDGET_CLASS (aj_seat_picker_parent_class)->root (widget);
  leave_list_box (self);
  if (!GTK_IS_LIST_BOX (parent))
    return;
  g_set_weak_pointer (&self->list_box, GTK_LIST_BOX (parent));
  g_signal_connect_swapped (parent, "row-activated", G_CALLBACK (row_activated_cb), self);
}

static void
aj_seat_picker_dispose (GObject *object)
{
  leave_list_box (AJ_SEAT_PICKER (object));
  G_OBJECT_CLASS (aj_seat_picker_parent_class)->dispose (object);
}

static void
aj_seat_picker_finalize (GObject *object)
{
  AjSeatPicker *self = AJ_SEAT_PICKER (object);

  g_strfreev (self->ids);
  g_strfreev (self->names);
  G_OBJECT_CLASS (aj_seat_picker_parent_class)->finalize (object);
}

static void
aj_seat_picker_class_init (AjSeatPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_seat_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_seat_picker_finalize;
  widget_class->root = aj_seat_picker_root;

  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-seat-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, AjSeatPicker, bin);
  gtk_widget_class_bind_template_child (widget_class, AjSeatPicker, drop_down);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
aj_seat_picker_init (AjSeatPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  aj_drop_down_set_up (self->drop_down);
  aj_accessible_set_name (GTK_WIDGET (self->drop_down), _ ("Takes the seat"));
  aj_drop_down_set_name (self->drop_down, _ ("Takes the seat"));
}

GtkWidget *
aj_seat_picker_new (void)
{
  return g_object_new (AJ_TYPE_SEAT_PICKER, NULL);
}

/* The line of the seat that was chosen. */
static guint
fill (AjSeatPicker *self, AjGroupBook *book, const AjComposition *composition, const char *chosen)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint selected = 0;

  /* Translators: in place of a seat: whichever one of the group's fits this member. */
  g_strv_builder_add (names, _ ("Whichever fits"));
  for (guint i = 0; i < composition->seats->len; i++)
    {
      const AjValues *seat = g_array_index (composition->seats, AjGroupSeat, i).seat;
      g_autofree char *name = aj_group_book_describe_seat (book, seat);

      g_strv_builder_add (ids, aj_values_get_id (seat));
      g_strv_builder_add (names, name);
      if (g_strcmp0 (aj_values_get_id (seat), chosen) == 0)
        selected = i + 1;
    }
  g_strfreev (self->ids);
  g_strfreev (self->names);
  self->ids = g_strv_builder_end (ids);
  self->names = g_strv_builder_end (names);
  return selected;
}

void
aj_seat_picker_show (AjSeatPicker *self, AjGroupBook *book, const AjSitter *sitter, AjDate date)
{
  g_autoptr (AjComposition) composition =
      aj_composition_new (book, aj_values_get_text (sitter->membership, "group"), date);
  g_auto (GStrv) before = g_steal_pointer (&self->names);
  guint selected;

  self->is_following = TRUE;
  selected = fill (self, book, composition, aj_values_get_text (sitter->membership, "seat"));
  if (before == NULL ||
      !g_strv_equal ((const char *const *) before, (const char *const *) self->names))
    {
      g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) self->names);

      gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (model));
    }
  gtk_drop_down_set_selected (self->drop_down, selected);
  self->is_following = FALSE;
  describe_choice (self);
  gtk_widget_set_visible (GTK_WIDGET (self), composition->seats->len > 0);
}
