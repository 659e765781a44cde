/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-group-list.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-group-line.h"
#include "aj-group.h"
#include "aj-keyed-rows.h"
#include "aj-undo-keys.h"
#include "aj-waiting.h"

#define OVERVIEW "overview"

struct _AjGroupList
{
  AdwBin parent_instance;

  /* Template */
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListBox *list_box;

  AjRoster *roster; /* (owned) (nullable) */
  GStrv words;      /* (owned): that are searched */
  GArray *lines;    /* (owned) (element-type Line): in the order of the list */
  char *selected;   /* (owned): the key of the row that is marked */
  gboolean folded;
  gboolean marking;
};

G_DEFINE_FINAL_TYPE (AjGroupList, aj_group_list, ADW_TYPE_BIN)

typedef enum
{
  PROP_FOLDED = 1,
} AjGroupListProperty;

static GParamSpec *properties[PROP_FOLDED + 1];

enum
{
  SIGNAL_OPENED,
  SIGNAL_SEARCHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a row is to show; the first is that of the overview, which has no group. */
typedef struct
{
  const AjValues *group; /* (nullable): borrowed from the roster */
  const char *section;   /* (nullable) */
  guint count;           /* of members; of the overview, the groups or who was found */
  guint n_empty;
  gboolean is_ended;
} Line;

static const char *const *
get_words (AjGroupList *self)
{
  return (const char *const *) self->words;
}

/* In the plural: it stands over several. */
static const char *
get_section (const AjValues *group, gboolean is_ended)
{
  static const struct
  {
    const char *kind, *title;
  } sections[] = {
    { "expert-team", N_ ("Expert Teams") },
    { "working-group", N_ ("Working Groups") },
    { "district-group", N_ ("District Groups") },
    { "platform", N_ ("Platforms") },
    { "learning-community", N_ ("Learning Communities") },
  };
  const char *kind = aj_values_get_text (group, "kind");

  /* Translators: over groups that are no more. */
  if (is_ended)
    return _ ("Ended");
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_strcmp0 (sections[i].kind, kind) == 0)
      return _ (sections[i].title);
  return NULL;
}

static gboolean
is_searching (AjGroupList *self)
{
  return self->words[0] != NULL;
}

static void
add_overview (AjGroupList *self)
{
  g_autoptr (GArray) sitters = aj_roster_list_sitters (self->roster, get_words (self), NULL);
  g_autoptr (GArray) empty = aj_roster_list_empty (self->roster, get_words (self));
  Line line = { .count = is_searching (self) ? sitters->len
                                             : aj_roster_get_groups (self->roster)->len };

  for (guint i = 0; i < empty->len; i++)
    line.n_empty += g_array_index (empty, AjGroupSeat, i).n_empty;
  g_array_append_val (self->lines, line);
}

static void
add_groups (AjGroupList *self)
{
  GPtrArray *groups = aj_roster_get_groups (self->roster);

  for (guint i = 0; i < groups->len; i++)
    {
      const AjRosterGroup *group = groups->pdata[i];
      Line line = { .group = group->group,
                    .section = get_section (group->group, group->is_ended),
                    .count = group->composition->sitters->len,
                    .n_empty = group->composition->n_empty,
                    .is_ended = group->is_ended };

      if (aj_roster_group_fits (group, get_words (self)))
        g_array_append_val (self->lines, line);
    }
}

static char *
describe (AjGroupList *self, const Line *line)
{
  if (line->group != NULL)
    return g_strdup_printf (ngettext ("%u member", "%u members", line->count), line->count);
  if (is_searching (self))
    return g_strdup_printf (ngettext ("%u found", "%u found", line->count), line->count);
  return g_strdup_printf (ngettext ("%u group", "%u groups", line->count), line->count);
}

static const char *
get_key (const Line *line)
{
  return line->group != NULL ? aj_values_get_id (line->group) : OVERVIEW;
}

static GtkWidget *
make_row_cb (guint index, gpointer user_data)
{
  return aj_group_line_new ();
}

static void
update_row_cb (GtkWidget *row, guint index, gpointer user_data)
{
  AjGroupList *self = user_data;
  const Line *line = &g_array_index (self->lines, Line, index);
  const char *title = line->group != NULL ? aj_values_get_text (line->group, "name")
                                          : _ ("Who Sits Where");
  g_autofree char *text = describe (self, line);

  g_object_set_data (G_OBJECT (row), "section", (gpointer) line->section);
  aj_group_line_show (AJ_GROUP_LINE (row), title, text, line->n_empty, line->is_ended);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *section = g_object_get_data (G_OBJECT (row), "section");
  const char *above = before != NULL ? g_object_get_data (G_OBJECT (before), "section") : NULL;
  GtkWidget *label;

  if (section == NULL || g_strcmp0 (section, above) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (section);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "group-section");
  gtk_list_box_row_set_header (row, label);
}

static void
mark_selected (AjGroupList *self)
{
  GtkListBoxRow *row = aj_keyed_rows_find (self->list_box, self->selected);

  self->marking = TRUE;
  if (row != NULL)
    gtk_list_box_select_row (self->list_box, row);
  else
    gtk_list_box_unselect_all (self->list_box);
  self->marking = FALSE;
}

static void
update (AjGroupList *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  if (self->roster == NULL)
    return;
  g_array_set_size (self->lines, 0);
  add_overview (self);
  add_groups (self);
  for (guint i = 0; i < self->lines->len; i++)
    g_ptr_array_add (keys, (char *) get_key (&g_array_index (self->lines, Line, i)));
  self->marking = TRUE;
  aj_keyed_rows_sync (self->list_box, keys, make_row_cb, update_row_cb, self);
  self->marking = FALSE;
  gtk_list_box_invalidate_headers (self->list_box);
  mark_selected (self);
  gtk_stack_set_visible_child_name (self->stack, aj_roster_get_groups (self->roster)->len > 0
                                                     ? "list"
                                                     : "empty");
}

static void
search_changed_cb (AjGroupList *self)
{
  g_auto (GStrv) words = aj_roster_split_words (
      gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  if (g_strv_equal ((const char *const *) words, get_words (self)))
    return;
  g_strfreev (self->words);
  self->words = g_steal_pointer (&words);
  update (self);
  g_signal_emit (self, signals[SIGNAL_SEARCHED], 0);
}

static void
search_stopped_cb (AjGroupList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search_changed_cb (self);
}

static void
open_row (AjGroupList *self, GtkListBoxRow *row)
{
  const char *key = aj_keyed_rows_get_key (row);

  g_free (self->selected);
  self->selected = g_strdup (key);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0,
                 g_str_equal (self->selected, OVERVIEW) ? NULL : self->selected);
}

static void
row_selected_cb (AjGroupList *self, GtkListBoxRow *row)
{
  if (row != NULL && !self->marking && !self->folded &&
      g_strcmp0 (aj_keyed_rows_get_key (row), self->selected) != 0)
    open_row (self, row);
}

static void
row_activated_cb (AjGroupList *self, GtkListBoxRow *row)
{
  open_row (self, row);
}

/* Enter goes to the group when there is but one, else to all that was found. */
static void
search_activated_cb (AjGroupList *self)
{
  GtkListBoxRow *row;

  search_changed_cb (self);
  row = gtk_list_box_get_row_at_index (self->list_box, self->lines->len == 2 ? 1 : 0);
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list_box, row);
  open_row (self, row);
}

static gboolean
search_key_pressed_cb (GtkEventControllerKey *controller,
                       guint keyval,
                       guint keycode,
                       GdkModifierType state,
                       AjGroupList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, 0);

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || row == NULL)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* In a list box Tab would go from row to row, and each would open: it goes past the list, and arrow keys go through it. */
static gboolean
aj_group_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AjGroupList *self = AJ_GROUP_LIST (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean is_in_list = focus != NULL &&
                        gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_box));

  if (is_in_list && direction == GTK_DIR_TAB_FORWARD)
    return FALSE;
  if (is_in_list && direction == GTK_DIR_TAB_BACKWARD)
    return gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  return GTK_WIDGET_CLASS (aj_group_list_parent_class)->focus (widget, direction);
}

static void
aj_group_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((AjGroupListProperty) prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, AJ_GROUP_LIST (object)->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_group_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AjGroupList *self = AJ_GROUP_LIST (object);

  switch ((AjGroupListProperty) prop_id)
    {
    case PROP_FOLDED:
      self->folded = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_group_list_finalize (GObject *object)
{
  AjGroupList *self = AJ_GROUP_LIST (object);

  g_array_unref (self->lines);
  g_clear_pointer (&self->roster, aj_roster_unref);
  g_strfreev (self->words);
  g_free (self->selected);
  G_OBJECT_CLASS (aj_group_list_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AJ_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-group-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AjGroupList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AjGroupList, stack);
  gtk_widget_class_bind_template_child (widget_class, AjGroupList, list_box);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
aj_group_list_class_init (AjGroupListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = aj_group_list_finalize;
  object_class->get_property = aj_group_list_get_property;
  object_class->set_property = aj_group_list_set_property;
  GTK_WIDGET_CLASS (klass)->focus = aj_group_list_focus;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SEARCHED] = g_signal_new ("searched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
aj_group_list_init (AjGroupList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->words = g_new0 (char *, 1);
  self->selected = g_strdup (OVERVIEW);
  gtk_list_box_set_header_func (self->list_box, header_cb, NULL, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (search_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
  aj_undo_keys_let_through_entry (GTK_EDITABLE (self->search_entry));
  /* Typing in the list searches. */
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->list_box));
  g_object_set (
      self->search_entry, "placeholder-text",
      /* Translators: what to type, by an example: an organisation's kind and a district. */
      _ ("Search, as in “education Twente”"), NULL);
  aj_accessible_set_name (GTK_WIDGET (self->search_entry), _ ("Search"));
  aj_accessible_set_name (GTK_WIDGET (self->list_box), _ ("Groups"));
}

void
aj_group_list_show (AjGroupList *self, AjRoster *roster)
{
  g_autoptr (AjRoster) before = self->roster;

  self->roster = aj_roster_ref (roster);
  update (self);
}

void
aj_group_list_select (AjGroupList *self, const char *id)
{
  g_free (self->selected);
  self->selected = g_strdup (id != NULL ? id : OVERVIEW);
  mark_selected (self);
}

void
aj_group_list_clear_search (AjGroupList *self)
{
  search_stopped_cb (self);
}

void
aj_group_list_focus_search (AjGroupList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

const char *const *
aj_group_list_get_words (AjGroupList *self)
{
  return get_words (self);
}
