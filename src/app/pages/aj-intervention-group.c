/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-intervention-group.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-intervention-use.h"
#include "aj-keyed-rows.h"
#include "aj-rollout-reader.h"
#include "aj-trainer-cover.h"

/* Rows are real widgets here; the report has them all. */
#define MAX_SHOWN 100

/* What is told of an intervention. */
typedef struct
{
  const char *title;          /* shown, translated */
  const char *empty;          /* shown, translated: when there is nothing */
  AjRolloutReaderKind reader; /* gives an Account */
} Subject;

typedef struct
{
  GPtrArray *lines; /* (owned) (element-type AjInterventionLine): at most MAX_SHOWN */
  guint n_all;
  char *summary; /* (owned): a sentence on all of them */
} Account;

static void
account_free (gpointer data)
{
  Account *account = data;

  g_ptr_array_unref (account->lines);
  g_free (account->summary);
  g_free (account);
}

struct _AjInterventionGroup
{
  AdwPreferencesGroup parent_instance;

  const Subject *subject;
  AjRolloutReader *reader; /* (owned) */
  GtkListBox *list_box;    /* (borrowed): a child */
};

G_DEFINE_FINAL_TYPE (AjInterventionGroup, aj_intervention_group, ADW_TYPE_PREFERENCES_GROUP)

static gpointer
list_users (AjRolloutFacts *facts, const AjRolloutQuestion *question)
{
  Account *account = g_new0 (Account, 1);
  AjInterventionUseCount count;

  account->lines = aj_intervention_use_list (facts, question->id, question->today, MAX_SHOWN,
                                             &count);
  account->n_all = count.n_uses;
  account->summary = g_strdup_printf (ngettext ("In %u place.", "In %u places.", count.n_places),
                                      count.n_places);
  return account;
}

static const Subject users = {
  .title = N_ ("Who Used It"),
  .empty = N_ ("Nobody yet, as far as rollouts and the activities of action days tell."),
  .reader = { .work = list_users, .free = account_free, .is_whole = TRUE },
};

/* (transfer full) */
static char *
describe_trainers (GPtrArray *places, AjRolloutFacts *facts, const char *intervention, AjDate today)
{
  g_autofree char *homeless = aj_trainer_cover_describe_homeless (facts, intervention, today);
  g_autofree char *able = NULL;
  guint n_able = 0;

  for (guint i = 0; i < places->len; i++)
    n_able += ((AjTrainerPlace *) places->pdata[i])->cover != AJ_COVER_LACKS;
  able = g_strdup_printf (ngettext ("%u municipality can do it themselves.",
                                    "%u municipalities can do it themselves.", n_able),
                          n_able);
  return homeless != NULL ? g_strdup_printf ("%s %s", able, homeless) : g_steal_pointer (&able);
}

static gpointer
list_trainers (AjRolloutFacts *facts, const AjRolloutQuestion *question)
{
  g_autoptr (GPtrArray) places = aj_trainer_cover_list (facts, question->id, question->today);
  Account *account = g_new0 (Account, 1);

  account->lines = g_ptr_array_new_with_free_func (aj_intervention_line_free);
  account->n_all = places->len;
  account->summary = describe_trainers (places, facts, question->id, question->today);
  for (guint i = 0; i < MIN (places->len, MAX_SHOWN); i++)
    g_ptr_array_add (account->lines,
                     g_steal_pointer (&((AjTrainerPlace *) places->pdata[i])->line));
  return account;
}

static const Subject trainers = {
  .title = N_ ("Who Can Give It"),
  .empty = N_ ("No municipality can do it themselves yet."),
  .reader = { .work = list_trainers, .free = account_free },
};

static GtkWidget *
make_row_cb (guint index, gpointer user_data)
{
  const AjInterventionLine *line = g_ptr_array_index ((GPtrArray *) user_data, index);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "records.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", line->type->name, line->id);
  return row;
}

static void
update_row_cb (GtkWidget *row, guint index, gpointer user_data)
{
  const AjInterventionLine *line = g_ptr_array_index ((GPtrArray *) user_data, index);
  /* Translators: a place, and what was done there: one of several at the same place. */
  g_autofree char *name = g_strdup_printf (_ ("%1$s, %2$s"), line->place, line->text);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line->place);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line->text);
  aj_accessible_set_name (row, name);
}

/* (transfer full) */
static char *
describe (AjInterventionGroup *self, guint n_all, const char *summary)
{
  g_autofree char *limited = NULL;

  if (n_all == 0)
    return g_strdup (_ (self->subject->empty));
  if (n_all <= MAX_SHOWN)
    return g_strdup (summary);
  limited = g_strdup_printf (ngettext ("Only the first %u is shown.",
                                       "Only the first %u are shown.", MAX_SHOWN),
                             MAX_SHOWN);
  return g_strdup_printf ("%s %s", summary, limited);
}

static void
show_lines (AjInterventionGroup *self)
{
  Account *account = aj_rollout_reader_get_result (self->reader);
  GPtrArray *lines = account->lines;
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autofree char *description = describe (self, account->n_all, account->summary);

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (keys, ((AjInterventionLine *) lines->pdata[i])->id);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), description);
  gtk_widget_set_visible (GTK_WIDGET (self->list_box), lines->len > 0);
  aj_keyed_rows_sync (self->list_box, keys, make_row_cb, update_row_cb, lines);
}

static void
failed_cb (AjInterventionGroup *self, const GError *error)
{
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), error->message);
}

static void
aj_intervention_group_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (aj_intervention_group_parent_class)->map (widget);
  aj_rollout_reader_set_active (AJ_INTERVENTION_GROUP (widget)->reader, TRUE);
}

static void
aj_intervention_group_unmap (GtkWidget *widget)
{
  aj_rollout_reader_set_active (AJ_INTERVENTION_GROUP (widget)->reader, FALSE);
  GTK_WIDGET_CLASS (aj_intervention_group_parent_class)->unmap (widget);
}

static void
aj_intervention_group_dispose (GObject *object)
{
  AjInterventionGroup *self = AJ_INTERVENTION_GROUP (object);

  /* Unmapped on the way, it still speaks to its reader. */
  G_OBJECT_CLASS (aj_intervention_group_parent_class)->dispose (object);
  if (self->reader != NULL)
    g_signal_handlers_disconnect_by_data (self->reader, self);
  g_clear_object (&self->reader);
}

static void
aj_intervention_group_class_init (AjInterventionGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_intervention_group_dispose;
  GTK_WIDGET_CLASS (klass)->map = aj_intervention_group_map;
  GTK_WIDGET_CLASS (klass)->unmap = aj_intervention_group_unmap;
}

static void
aj_intervention_group_init (AjInterventionGroup *self)
{
}

static GtkWidget *
group_new (AjServices *services, AjRecord *intervention, const Subject *subject)
{
  AjInterventionGroup *self = g_object_new (AJ_TYPE_INTERVENTION_GROUP, "title", _ (subject->title),
                                            NULL);
  GtkWidget *list_box = gtk_list_box_new ();

  self->subject = subject;
  self->list_box = GTK_LIST_BOX (list_box);
  gtk_list_box_set_selection_mode (self->list_box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list_box, "boxed-list");
  gtk_widget_set_visible (list_box, FALSE);
  aj_accessible_set_name (list_box, _ (subject->title));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), list_box);
  self->reader = aj_rollout_reader_new (services, &subject->reader);
  aj_rollout_reader_ask (self->reader, aj_record_get_id (intervention), 0);
  g_signal_connect_swapped (self->reader, "changed", G_CALLBACK (show_lines), self);
  g_signal_connect_swapped (self->reader, "failed", G_CALLBACK (failed_cb), self);
  return GTK_WIDGET (self);
}

GtkWidget *
aj_intervention_group_new_users (AjServices *services, AjRecord *intervention)
{
  return group_new (services, intervention, &users);
}

GtkWidget *
aj_intervention_group_new_trainers (AjServices *services, AjRecord *intervention)
{
  return group_new (services, intervention, &trainers);
}
