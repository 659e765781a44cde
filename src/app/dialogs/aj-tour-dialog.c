/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-tour-dialog.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-dialog.h"
#include "aj-doubt-bar.h"
#include "aj-draft-row.h"
#include "aj-loan.h"
#include "aj-tour-doubt.h"
#include "aj-tour-job.h"
#include "aj-tour-reason.h"
#include "aj-tour-stop-row.h"
#include "aj-tour.h"
#include "aj-town-picker.h"
#include "aj-week.h"

/* Under this width of the window behind it, the stops go under what is asked instead of beside it. */
#define WIDE_ENOUGH   760
#define NARROW_DIALOG 480
/* How high the list of municipalities is before it scrolls. */
#define TOWNS_HEIGHT 260

struct _AjTourDialog
{
  AdwWindow parent_instance;

  /* Template */
  GtkWidget *title;
  GtkBox *columns;
  GtkWidget *asked_pane;
  AdwPreferencesGroup *asked_group;
  GtkSpinButton *days_spin;
  GtkSwitch *holidays_switch;
  AjTownPicker *towns;
  GtkListBox *stop_list;
  GtkWidget *empty_label;
  AjDoubtBar *doubt_bar;
  GtkLabel *outcome_label;
  GtkLabel *fault_label;
  AjDraftRow *material_row; /* (unowned): in the group, as those below; hidden when that is known */
  AjDraftRow *from_row;
  AjDraftRow *name_row;

  AjServices *services;  /* (owned) */
  GtkWidget *origin;     /* (nullable): weak */
  AjValues *loan;        /* (owned): what is asked of every stop: the thing, and the first day */
  AjValues *tour;        /* (owned): what it is called */
  AjRolloutFacts *facts; /* (unowned) (nullable): the last of those below */
  GPtrArray *
      read; /* (owned) (element-type AjRolloutFacts): a plan may still be thought out from one before */
  GPtrArray *stops;          /* (owned) (element-type AjTourStopRow): in order */
  GCancellable *cancellable; /* (owned) */
  AjTourPlan *plan;          /* (owned) (nullable): of what is asked now */
  char *made;                /* (owned) (nullable): the id of what is being stored */
  gboolean as_given;         /* somebody chose the order */
  gboolean is_planning;      /* on another thread, which reads the facts */
  gboolean is_stale;         /* something else was asked since that began */
  gboolean is_wanted;        /* make it as soon as it is planned */
  gboolean is_loading;       /* the facts */
  gboolean is_outdated;      /* something changed since that began */
  gboolean is_storing;
  gboolean was_refused; /* why stays in view until something else is asked */
};

G_DEFINE_FINAL_TYPE (AjTourDialog, aj_tour_dialog, ADW_TYPE_WINDOW)

static AjTourStopRow *
get_stop (AjTourDialog *self, guint index)
{
  return g_ptr_array_index (self->stops, index);
}

static void
show_fault (AjTourDialog *self, const char *sentence)
{
  gtk_label_set_text (self->fault_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), sentence != NULL);
}

static AjTourWish
get_wish (AjTourDialog *self, guint index)
{
  return (AjTourWish){ aj_tour_stop_row_get_id (get_stop (self, index)),
                       aj_tour_stop_row_get_asked (get_stop (self, index)) };
}

/* (transfer full) (element-type AjTourWish) */
static GArray *
list_wishes (AjTourDialog *self)
{
  GArray *wishes = g_array_new (FALSE, FALSE, sizeof (AjTourWish));

  for (guint i = 0; i < self->stops->len; i++)
    {
      AjTourWish wish = get_wish (self, i);

      g_array_append_val (wishes, wish);
    }
  return wishes;
}

static AjTourRequest
make_request (AjTourDialog *self, GArray *wishes)
{
  return (AjTourRequest){
    .material = aj_values_get_text (self->loan, "material"),
    .name = aj_values_get_text (self->tour, "name"),
    .starts_on = aj_values_get_date (self->loan, "from"),
    .days = gtk_spin_button_get_value_as_int (self->days_spin),
    .in_holidays = !gtk_switch_get_active (self->holidays_switch),
    .as_given = self->as_given,
    .wishes = (const AjTourWish *) (gpointer) wishes->data,
    .n_wishes = wishes->len,
  };
}

/* (nullable): what is still to be filled in. */
static const char *
find_gap (AjTourDialog *self)
{
  if (aj_draft_row_get_fault (self->from_row) != NULL)
    return aj_draft_row_get_fault (self->from_row);
  if (aj_draft_row_get_fault (self->name_row) != NULL)
    return aj_draft_row_get_fault (self->name_row);
  if (aj_values_is_empty (self->loan, "material"))
    return _ ("Choose what goes round.");
  if (aj_values_is_empty (self->loan, "from"))
    return _ ("Say from when.");
  if (self->stops->len == 0)
    return _ ("Tick where it goes.");
  if (self->stops->len > AJ_TOUR_MAX_STOPS)
    return _ ("A tour has 100 places at most. Make two of it.");
  for (guint i = 0; i < self->stops->len; i++)
    if (aj_tour_stop_row_get_fault (get_stop (self, i)) != NULL)
      return aj_tour_stop_row_get_fault (get_stop (self, i));
  return NULL;
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer user_data)
{
  AjTourDialog *self = user_data;
  guint left = 0, right = 0;

  g_ptr_array_find (self->stops, a, &left);
  g_ptr_array_find (self->stops, b, &right);
  return (int) left - (int) right;
}

/* (transfer full) (nullable) */
static char *
describe_reason (AjTourDialog *self, guint index, const AjTourLeg *leg)
{
  AjTourWish wish = get_wish (self, index);

  return aj_tour_reason_describe (self->facts, aj_services_get_holidays (self->services),
                                  aj_values_get_text (self->loan, "material"), &wish, leg);
}

/* In the order of the plan, once there is one. */
static void
show_stops (AjTourDialog *self)
{
  for (guint i = 0; i < self->stops->len; i++)
    {
      const AjTourLeg *leg = self->plan != NULL ? &g_array_index (self->plan->legs, AjTourLeg, i)
                                                : NULL;
      g_autofree char *reason = leg != NULL ? describe_reason (self, i, leg) : NULL;

      aj_tour_stop_row_show (get_stop (self, i), i + 1, leg, reason);
    }
  gtk_list_box_invalidate_sort (self->stop_list);
  gtk_widget_set_visible (GTK_WIDGET (self->stop_list), self->stops->len > 0);
  gtk_widget_set_visible (self->empty_label, self->stops->len == 0);
}

/* What is planned is told before it is stored when it is seldom meant. */
static void
update_doubt (AjTourDialog *self)
{
  g_autoptr (GArray) wishes = list_wishes (self);
  AjTourRequest request = make_request (self, wishes);
  AjDate proposal = AJ_DATE_NONE;
  g_autofree char *doubt = self->plan == NULL
                               ? NULL
                               : aj_tour_doubt_plan (self->facts, &request, self->plan,
                                                     aj_services_get_today (self->services),
                                                     &proposal);

  aj_doubt_bar_show (self->doubt_bar, doubt, proposal);
}

static void
update_outcome (AjTourDialog *self)
{
  const char *gap = find_gap (self);
  g_autofree char *text = self->plan != NULL ? aj_tour_reason_sum_up (self->plan) : NULL;

  update_doubt (self);
  gtk_label_set_text (self->outcome_label, text != NULL        ? text
                                           : gap != NULL       ? gap
                                           : self->is_planning ? _ ("Working it out…")
                                                               : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tour.make",
                                 self->facts != NULL && gap == NULL && !self->is_storing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tour.best-order",
                                 self->as_given && self->stops->len > 1);
}

static void make (AjTourDialog *self);
static void update (AjTourDialog *self);

/* The rows go as the plan goes; from there it is the order that is asked for when somebody changes it. */
static void
take_order (AjTourDialog *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->stops);

  self->stops = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->plan->legs->len; i++)
    {
      AjTourLeg *leg = &g_array_index (self->plan->legs, AjTourLeg, i);

      g_ptr_array_add (self->stops, g_object_ref (before->pdata[leg->stop]));
      leg->stop = i;
    }
}

static gboolean
holidays_are_known (AjTourDialog *self)
{
  g_autoptr (GArray) wishes = list_wishes (self);
  AjTourRequest request = make_request (self, wishes);

  return request.in_holidays ||
         aj_tour_job_knows_holidays (self->facts, aj_services_get_holidays (self->services),
                                     &request, self->plan);
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjTourDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  AjTourPlan *plan = aj_tour_job_plan_finish (result, &error);

  self->is_planning = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->stop_list == NULL)
    return;
  if (self->is_stale)
    {
      g_clear_pointer (&plan, aj_tour_plan_free);
      update (self);
      return;
    }
  self->plan = plan;
  if (plan != NULL)
    take_order (self);
  show_stops (self);
  update_outcome (self);
  if (error != NULL)
    show_fault (self, error->message);
  else if (plan != NULL && !holidays_are_known (self))
    show_fault (self, _ ("The school holidays are not known on all of these days."));
  if (!self->is_wanted)
    return;
  /* It was wanted before that could be read. */
  if (gtk_widget_get_visible (GTK_WIDGET (self->doubt_bar)))
    self->is_wanted = FALSE;
  else
    make (self);
}

static void
begin_planning (AjTourDialog *self)
{
  g_autoptr (GArray) wishes = list_wishes (self);
  AjTourRequest request = make_request (self, wishes);

  self->is_planning = TRUE;
  self->is_stale = FALSE;
  aj_tour_job_plan_async (self->facts, aj_services_get_holidays (self->services), &request,
                          self->cancellable, planned_cb, g_object_ref (self));
}

static void
plan_anew (AjTourDialog *self)
{
  g_clear_pointer (&self->plan, aj_tour_plan_free);
  for (guint i = 0; i < self->stops->len; i++)
    aj_tour_stop_row_set_earliest (get_stop (self, i), aj_values_get_date (self->loan, "from"));
  if (self->is_planning)
    self->is_stale = TRUE;
  else if (self->facts != NULL && find_gap (self) == NULL)
    begin_planning (self);
  else
    self->is_wanted = FALSE;
  show_stops (self);
  update_outcome (self);
}

/* Something else is asked. */
static void
update (AjTourDialog *self)
{
  /* A week is left as well when the window goes. */
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  self->was_refused = FALSE;
  show_fault (self, NULL);
  plan_anew (self);
}

static void
move_stop (AjTourDialog *self, guint from, guint to)
{
  g_autoptr (GObject) row = g_object_ref (self->stops->pdata[from]);

  g_ptr_array_remove_index (self->stops, from);
  g_ptr_array_insert (self->stops, (int) to, g_steal_pointer (&row));
  self->as_given = TRUE;
  update (self);
}

static void
stepped_cb (AjTourDialog *self, int delta, AjTourStopRow *row)
{
  guint index;

  if (!g_ptr_array_find (self->stops, row, &index) || (delta < 0 && index == 0) ||
      (delta > 0 && index + 1 >= self->stops->len))
    return;
  g_clear_pointer (&self->plan, aj_tour_plan_free);
  move_stop (self, index, (guint) ((int) index + delta));
}

static void
dropped_cb (AjTourDialog *self, AjTourStopRow *other, AjTourStopRow *row)
{
  guint from, to;

  if (!g_ptr_array_find (self->stops, other, &from) || !g_ptr_array_find (self->stops, row, &to))
    return;
  g_clear_pointer (&self->plan, aj_tour_plan_free);
  move_stop (self, from, to);
}

static void
removed_cb (AjTourDialog *self, AjTourStopRow *row)
{
  aj_town_picker_untick (self->towns, aj_tour_stop_row_get_id (row));
}

static void
add_stop (AjTourDialog *self, const char *id)
{
  GtkWidget *row = aj_tour_stop_row_new (id, aj_rollout_facts_get_name (self->facts, id));

  g_signal_connect_object (row, "wished", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->stops, g_object_ref (row));
  gtk_list_box_append (self->stop_list, row);
}

static void
remove_stop (AjTourDialog *self, const char *id)
{
  for (guint i = 0; i < self->stops->len; i++)
    if (g_str_equal (aj_tour_stop_row_get_id (get_stop (self, i)), id))
      {
        gtk_list_box_remove (self->stop_list, self->stops->pdata[i]);
        g_ptr_array_remove_index (self->stops, i);
        return;
      }
}

static void
ticked_cb (AjTourDialog *self, const char *id, gboolean active)
{
  g_clear_pointer (&self->plan, aj_tour_plan_free);
  if (active)
    add_stop (self, id);
  else
    remove_stop (self, id);
}

static void
proposal_taken_cb (AjTourDialog *self, int day)
{
  aj_values_set_date (self->loan, "from", day);
  aj_draft_row_set_draft (self->from_row, self->loan);
  update (self);
}

static void
best_order_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjTourDialog *self = AJ_TOUR_DIALOG (widget);

  self->as_given = FALSE;
  update (self);
}

static void load (AjTourDialog *self);

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjTourDialog) self = user_data;
  g_autoptr (GtkWidget) origin = self->origin != NULL ? g_object_ref (self->origin) : NULL;
  g_autoptr (GError) error = NULL;

  self->is_storing = FALSE;
  if (aj_dialog_conclude (GTK_WINDOW (self), origin, source, result, &error))
    {
      if (origin != NULL)
        gtk_widget_activate_action (origin, "win.show-record", "(ss)", aj_tour_record_type.name,
                                    self->made);
      return;
    }
  self->was_refused = TRUE;
  show_fault (self, error->message);
  /* Somebody was first: what is thought out next knows of it. */
  load (self);
}

static void
make (AjTourDialog *self)
{
  g_autoptr (GArray) wishes = list_wishes (self);
  AjTourRequest request = make_request (self, wishes);
  g_autoptr (AjEdit) edit = NULL;

  self->is_wanted = FALSE;
  if (self->plan == NULL)
    return;
  g_clear_pointer (&self->made, g_free);
  edit = aj_tour_job_make (aj_services_get_store (self->services), self->facts, &request,
                           self->plan, &self->made);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tour.make", FALSE);
  self->is_storing = TRUE;
  aj_dialog_commit (GTK_WINDOW (self), edit, committed_cb);
}

static void
make_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjTourDialog *self = AJ_TOUR_DIALOG (widget);

  for (guint i = 0; i < self->stops->len; i++)
    aj_tour_stop_row_finish (get_stop (self, i));
  self->is_wanted = TRUE;
  if (!self->is_planning && self->plan == NULL)
    update (self);
  else if (!self->is_planning)
    make (self);
}

/* Those that went meanwhile are no stops any more. */
static void
drop_lost_stops (AjTourDialog *self)
{
  g_autoptr (GPtrArray) ticked = aj_town_picker_list_ticked (self->towns);

  for (guint i = self->stops->len; i-- > 0;)
    {
      g_autofree char *id = g_strdup (aj_tour_stop_row_get_id (get_stop (self, i)));

      if (!g_ptr_array_find_with_equal_func (ticked, id, g_str_equal, NULL))
        remove_stop (self, id);
    }
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjTourDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  AjRolloutFacts *facts = aj_rollout_facts_load_finish (AJ_STORE (source), result, &error);

  self->is_loading = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (facts == NULL)
    {
      show_fault (self, error->message);
      return;
    }
  self->facts = facts;
  g_ptr_array_add (self->read, facts);
  g_clear_pointer (&self->plan, aj_tour_plan_free);
  aj_town_picker_set_facts (self->towns, facts, aj_services_get_today (self->services));
  drop_lost_stops (self);
  if (self->was_refused)
    plan_anew (self);
  else
    update (self);
  if (self->is_outdated)
    load (self);
}

static void
load (AjTourDialog *self)
{
  self->is_outdated = self->is_loading;
  if (self->is_loading)
    return;
  self->is_loading = TRUE;
  aj_rollout_facts_load_async (aj_services_get_store (self->services), self->cancellable, loaded_cb,
                               g_object_ref (self));
}

static void
changed_cb (AjTourDialog *self, AjChanges *changes)
{
  /* What it stores itself is told when that is done. */
  if (self->services == NULL || self->is_storing ||
      (self->facts != NULL && !aj_rollout_facts_are_concerned (self->facts, changes)))
    return;
  load (self);
}

static void
aj_tour_dialog_dispose (GObject *object)
{
  AjTourDialog *self = AJ_TOUR_DIALOG (object);
  AjDraftRow **rows[] = { &self->material_row, &self->from_row, &self->name_row };

  g_cancellable_cancel (self->cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (*rows[i] != NULL)
      {
        aj_draft_row_set_draft (*rows[i], NULL);
        *rows[i] = NULL;
      }
  g_clear_weak_pointer (&self->origin);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_TOUR_DIALOG);
  g_ptr_array_set_size (self->stops, 0);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_tour_dialog_parent_class)->dispose (object);
}

static void
aj_tour_dialog_finalize (GObject *object)
{
  AjTourDialog *self = AJ_TOUR_DIALOG (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->stops);
  g_clear_pointer (&self->plan, aj_tour_plan_free);
  aj_values_unref (self->loan);
  aj_values_unref (self->tour);
  g_free (self->made);
  g_ptr_array_unref (self->read);
  G_OBJECT_CLASS (aj_tour_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-tour-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AjTourDialog, title);
  gtk_widget_class_bind_template_child (widget_class, AjTourDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, AjTourDialog, asked_pane);
  gtk_widget_class_bind_template_child (widget_class, AjTourDialog, asked_group);
  gtk_widget_class_bind_template_child (widget_class, AjTourDialog, days_spin);
  gtk_widget_class_bind_template_child (widget_class, AjTourDialog, holidays_switch);
  gtk_widget_class_bind_template_child (widget_class, AjTourDialog, towns);
  gtk_widget_class_bind_template_child (widget_class, AjTourDialog, stop_list);
  gtk_widget_class_bind_template_child (widget_class, AjTourDialog, empty_label);
  gtk_widget_class_bind_template_child (widget_class, AjTourDialog, doubt_bar);
  gtk_widget_class_bind_template_child (widget_class, AjTourDialog, outcome_label);
  gtk_widget_class_bind_template_child (widget_class, AjTourDialog, fault_label);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, ticked_cb);
  gtk_widget_class_bind_template_callback (widget_class, proposal_taken_cb);
}

static void
aj_tour_dialog_class_init (AjTourDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_tour_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_tour_dialog_finalize;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "tour.make", NULL, make_activated_cb);
  gtk_widget_class_install_action (widget_class, "tour.best-order", NULL, best_order_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "tour.make",
                                       NULL);
}

static void
aj_tour_dialog_init (AjTourDialog *self)
{
  g_type_ensure (AJ_TYPE_DOUBT_BAR);
  g_type_ensure (AJ_TYPE_TOWN_PICKER);
  self->cancellable = g_cancellable_new ();
  self->loan = aj_values_new (&aj_loan_record_type, NULL);
  self->tour = aj_values_new (&aj_tour_record_type, NULL);
  self->stops = g_ptr_array_new_with_free_func (g_object_unref);
  self->read = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_rollout_facts_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->stop_list, compare_rows, self, NULL);
  aj_town_picker_set_height (self->towns, TOWNS_HEIGHT);
}

static AjDraftRow *
add_row (AjTourDialog *self, AjValues *draft, const char *field)
{
  GtkWidget *row = aj_draft_row_new (aj_values_get_record_type (draft), field);

  aj_draft_row_set_services (AJ_DRAFT_ROW (row), self->services);
  aj_draft_row_set_draft (AJ_DRAFT_ROW (row), draft);
  g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->asked_group, row);
  return AJ_DRAFT_ROW (row);
}

/* libadwaita 1.2 has no breakpoints, and a dialog seldom changes its width. */
static void
fit_to_parent (AjTourDialog *self, GtkWindow *parent)
{
  int width = gtk_widget_get_width (GTK_WIDGET (parent));
  int height = gtk_widget_get_height (GTK_WIDGET (parent));
  gboolean is_wide = width >= WIDE_ENOUGH;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  is_wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (self->asked_pane, is_wide ? 360 : -1, -1);
  /* Between two buttons that say what they do there is room for three dots of it. */
  gtk_widget_set_visible (self->title, width >= NARROW_DIALOG);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               is_wide ? MIN (width - 60, 960) : MIN (width, NARROW_DIALOG),
                               MAX (MIN (height - 40, 760), 294));
}

AjTourDialog *
aj_tour_dialog_show (GtkWidget *origin, AjServices *services, AjRecord *material)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (origin));
  AjTourDialog *self = g_object_new (AJ_TYPE_TOUR_DIALOG, NULL);
  g_autofree char *title = NULL;

  g_set_weak_pointer (&self->origin, origin);
  self->services = g_object_ref (services);
  if (material != NULL)
    {
      aj_values_set_text (self->loan, "material", aj_record_get_id (material));
      /* Translators: the name of a thing. */
      title = g_strdup_printf (_ ("Tour of %s"), aj_record_get_title (material));
    }
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _ ("New Tour"));
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title),
                              gtk_window_get_title (GTK_WINDOW (self)));
  aj_values_set_date (self->loan, "from",
                      aj_week_get_monday (aj_services_get_today (services)) + 7);
  self->material_row = add_row (self, self->loan, "material");
  gtk_widget_set_visible (GTK_WIDGET (self->material_row), material == NULL);
  self->from_row = add_row (self, self->loan, "from");
  self->name_row = add_row (self, self->tour, "name");
  aj_accessible_name_lists (self->asked_pane, _ ("When"));
  g_signal_connect_object (aj_services_get_store (services), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  update (self);
  load (self);
  fit_to_parent (self, parent);
  aj_dialog_set_parent (GTK_WINDOW (self), parent);
  if (material != NULL)
    aj_town_picker_focus (self->towns);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->material_row));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
