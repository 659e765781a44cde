/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-duty-button.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"

/* As high as the list grows before it scrolls, in pixels. */
#define MAX_HEIGHT 420
/* As wide as a name makes the button, in characters; the rest is in the tooltip. */
#define MAX_CHARS 22
#define MAX_LINES 3

struct _AjDutyButton
{
  AdwBin parent_instance;

  AjDuty duty;
  AjDutyRoster *roster;   /* (owned) (nullable) */
  const AjDutyLine *line; /* (borrowed) (nullable): of the roster */

  /* All borrowed: inside */
  GtkMenuButton *button;
  GtkLabel *caption_label;
  GtkLabel *name_label;
  GtkListBox *list; /* (nullable): once it was opened */

  char *text; /* (owned) (nullable): all that it says */
};

G_DEFINE_FINAL_TYPE (AjDutyButton, aj_duty_button, ADW_TYPE_BIN)

/* Kept with a row of the popover: under which title it stands, and what it is for. A row that has an action itself does not
 * tell its list that it was chosen, and the popover is to close. */
#define HEADING "aj-duty-heading"
#define ACTION  "aj-duty-action"
#define TARGET  "aj-duty-target"

static const char *
get_name (const AjValues *person)
{
  const char *name = person != NULL ? aj_values_get_text (person, "name") : NULL;

  return name != NULL ? name : "–";
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* @target is taken; @note is nullable. */
static GtkWidget *
add_row (AjDutyButton *self,
         const char *heading,
         const char *title,
         const char *note,
         const char *action,
         GVariant *target)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = note != NULL ? g_strdup_printf ("%s, %s", title, note) : g_strdup (title);

  gtk_box_append (GTK_BOX (box), make_label (title, NULL));
  if (note != NULL)
    {
      GtkWidget *label = make_label (note, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (line), box);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  g_object_set_data (G_OBJECT (row), HEADING, (gpointer) heading);
  g_object_set_data (G_OBJECT (row), ACTION, (gpointer) action);
  g_object_set_data_full (G_OBJECT (row), TARGET, g_variant_ref_sink (target),
                          (GDestroyNotify) g_variant_unref);
  aj_accessible_set_name (row, name);
  gtk_list_box_append (self->list, row);
  return row;
}

static GVariant *
target_of_person (AjDutyButton *self, const char *person)
{
  return g_variant_new ("(sus)", aj_values_get_id (self->line->meeting), (guint32) self->duty,
                        person);
}

/* Who stands there now, of those who could. */
static void
mark_chosen (GtkWidget *row)
{
  GtkWidget *line = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("object-select-symbolic"));
  aj_accessible_describe (row, _ ("Chosen"));
}

static void
add_candidate (AjDutyButton *self, const AjDutyCandidate *candidate)
{
  g_autofree char *last = aj_duty_candidate_describe (self->roster, candidate, self->duty);
  g_autofree char *note = NULL;
  GtkWidget *row;

  if (candidate->person == self->line->proposed[self->duty])
    /* Translators: when somebody did it last: "never chaired". */
    note = g_strdup_printf (_ ("%s · proposed"), last);
  row = add_row (self, _ ("Who Leads a District"), get_name (candidate->person),
                 note != NULL ? note : last, "roster.put",
                 target_of_person (self, aj_values_get_id (candidate->person)));
  if (candidate->person == self->line->taken[self->duty])
    mark_chosen (row);
}

static void
add_candidates (AjDutyButton *self)
{
  g_autoptr (GArray) candidates = aj_duty_roster_list_candidates (self->roster, self->line,
                                                                  self->duty);

  for (guint i = 0; i < candidates->len; i++)
    add_candidate (self, &g_array_index (candidates, AjDutyCandidate, i));
  if (self->line->taken[self->duty] != NULL)
    add_row (self, _ ("Who Leads a District"), _ ("Nobody"), NULL, "roster.put",
             target_of_person (self, ""));
}

/* Only those where something would change; why one of them cannot be is said, for who looks for it. */
static void
add_swap (AjDutyButton *self, const AjDutyLine *other)
{
  const AjValues *person = other->taken[self->duty];
  g_autofree char *bar = aj_duty_roster_describe_bar (self->roster, self->line, other, self->duty);
  g_autofree char *day = aj_date_format_short (other->date);
  g_autofree char *title = g_strdup_printf ("%s · %s", day,
                                            person != NULL ? get_name (person) : _ ("Nobody"));
  GtkWidget *row;

  if (!other->is_open || person == self->line->taken[self->duty])
    return;
  row = add_row (self, _ ("Swap With"), title, bar, "roster.swap",
                 g_variant_new ("(ssu)", aj_values_get_id (self->line->meeting),
                                aj_values_get_id (other->meeting), (guint32) self->duty));
  gtk_widget_set_sensitive (row, bar == NULL);
}

static void
fill_list (AjDutyButton *self)
{
  GArray *lines = aj_duty_roster_get_lines (self->roster);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  add_candidates (self);
  for (guint i = 0; i < lines->len; i++)
    add_swap (self, &g_array_index (lines, AjDutyLine, i));
}

static void
put_heading (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *heading = g_object_get_data (G_OBJECT (row), HEADING);
  const char *earlier = before != NULL ? g_object_get_data (G_OBJECT (before), HEADING) : NULL;
  GtkWidget *label;

  if (g_strcmp0 (heading, earlier) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = make_label (heading, "heading");
  gtk_widget_add_css_class (label, "duty-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
row_activated_cb (AjDutyButton *self, GtkListBoxRow *row)
{
  const char *action = g_object_get_data (G_OBJECT (row), ACTION);
  GVariant *target = g_object_get_data (G_OBJECT (row), TARGET);

  gtk_menu_button_popdown (self->button);
  gtk_widget_activate_action_variant (GTK_WIDGET (self), action, target);
}

static void
make_popover (AjDutyButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (self->list, put_heading, NULL, NULL);
  gtk_widget_add_css_class (list, "duty-list");
  aj_accessible_set_name (list, self->duty == AJ_DUTY_CHAIR ? _ ("Chair") : _ ("Host"));
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_size_request (scroller, 260, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (self->button, popover);
}

/* A year has two dozen of these buttons, and few are ever opened. */
static void
create_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  AjDutyButton *self = user_data;

  if (self->list == NULL)
    make_popover (self);
  if (self->line != NULL)
    fill_list (self);
}

static void
aj_duty_button_dispose (GObject *object)
{
  AjDutyButton *self = AJ_DUTY_BUTTON (object);

  self->line = NULL;
  g_clear_pointer (&self->roster, aj_duty_roster_unref);
  G_OBJECT_CLASS (aj_duty_button_parent_class)->dispose (object);
}

static void
aj_duty_button_finalize (GObject *object)
{
  g_free (AJ_DUTY_BUTTON (object)->text);
  G_OBJECT_CLASS (aj_duty_button_parent_class)->finalize (object);
}

/* A menu button says that it is as high at any width; what is in it is not when a name takes more lines. */
static GtkSizeRequestMode
aj_duty_button_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
aj_duty_button_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (GTK_WIDGET (AJ_DUTY_BUTTON (widget)->button)),
                      orientation, for_size, minimum, natural, NULL, NULL);
}

static void
aj_duty_button_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (GTK_WIDGET (AJ_DUTY_BUTTON (widget)->button), width, height, baseline, NULL);
}

static void
aj_duty_button_class_init (AjDutyButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = aj_duty_button_get_request_mode;
  widget_class->measure = aj_duty_button_measure;
  widget_class->size_allocate = aj_duty_button_size_allocate;
  G_OBJECT_CLASS (klass)->dispose = aj_duty_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_duty_button_finalize;
}

static void
aj_duty_button_init (AjDutyButton *self)
{
  /* It is measured and laid out here. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_create_popup_func (self->button, create_popover_cb, self, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

GtkWidget *
aj_duty_button_new (AjDuty duty)
{
  AjDutyButton *self = g_object_new (AJ_TYPE_DUTY_BUTTON, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *caption = gtk_label_new (NULL);
  GtkWidget *name = gtk_label_new (NULL);

  self->duty = duty;
  self->caption_label = GTK_LABEL (caption);
  self->name_label = GTK_LABEL (name);
  gtk_label_set_xalign (self->caption_label, 0);
  gtk_label_set_ellipsize (self->caption_label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_label_set_xalign (self->name_label, 0);
  gtk_label_set_ellipsize (self->name_label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->name_label, MAX_CHARS);
  /* A long name takes more lines rather than being cut off. */
  gtk_label_set_wrap (self->name_label, TRUE);
  gtk_label_set_wrap_mode (self->name_label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->name_label, MAX_LINES);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), name);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_menu_button_set_child (self->button, box);
  /* GTK puts it in the middle of the button; names beneath each other are read from their beginning. */
  gtk_widget_set_halign (gtk_widget_get_parent (box), GTK_ALIGN_FILL);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "duty-button");
  return GTK_WIDGET (self);
}

static void
set_class (GtkLabel *label, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (label), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), name);
}

typedef enum
{
  PLACE_TAKEN,
  PLACE_PROPOSED,
  PLACE_AWAY, /* taken by somebody who is away */
  N_PLACES,
} Place;

/* Translators: above the name of who it is; there is little room. */
static const char *const captions[AJ_N_DUTIES][N_PLACES] = {
  { N_ ("Chairs"), N_ ("Chairs (proposed)"), N_ ("Chairs (away)") },
  { N_ ("Hosts"), N_ ("Hosts (proposed)"), N_ ("Hosts (away)") },
};

/* Who stands on the button, and above it how: a word, for who sees no colour. */
static void
show_labels (AjDutyButton *self, const AjValues *person, Place place)
{
  const char *name = person != NULL ? get_name (person) : _ ("Nobody");
  const char *caption = _ (captions[self->duty][place]);

  gtk_label_set_text (self->caption_label, caption);
  gtk_label_set_text (self->name_label, name);
  set_class (self->caption_label, "warning", place == PLACE_AWAY);
  set_class (self->caption_label, "dim-label", place != PLACE_AWAY);
  set_class (self->name_label, "dim-label", person == NULL);
  set_class (self->name_label, "proposed", place == PLACE_PROPOSED);
  g_free (self->text);
  self->text = g_strdup_printf ("%s: %s", caption, name);
}

static void
name_button (AjDutyButton *self)
{
  g_autofree char *day = aj_date_format_short (self->line->date);
  g_autofree char *name = g_strdup_printf ("%s, %s", day, self->text);

  /* The button inside is what the focus reaches. */
  aj_accessible_set_name (GTK_WIDGET (self->button), name);
  aj_accessible_set_name (gtk_widget_get_first_child (GTK_WIDGET (self->button)), name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), self->text);
}

void
aj_duty_button_show (AjDutyButton *self,
                     AjDutyRoster *roster,
                     const AjDutyLine *line,
                     gboolean writable)
{
  const AjValues *taken, *proposed;

  g_return_if_fail (AJ_IS_DUTY_BUTTON (self));

  taken = line->taken[self->duty];
  proposed = line->proposed[self->duty];
  aj_duty_roster_ref (roster);
  g_clear_pointer (&self->roster, aj_duty_roster_unref);
  self->roster = roster;
  self->line = line;
  if (taken == NULL && proposed != NULL)
    show_labels (self, proposed, PLACE_PROPOSED);
  else
    show_labels (self, taken,
                 aj_duty_roster_is_away (roster, line, self->duty) ? PLACE_AWAY : PLACE_TAKEN);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), writable && line->is_open);
  name_button (self);
}

void
aj_duty_button_open (AjDutyButton *self)
{
  gtk_menu_button_popup (self->button);
}

const char *
aj_duty_button_get_text (AjDutyButton *self)
{
  return self->text;
}
