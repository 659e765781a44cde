/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-participation-view.h"

#include <glib/gi18n.h>

#include "aj-activities-group.h"
#include "aj-chase-mailer.h"
#include "aj-contact-group.h"
#include "aj-edition-job.h"
#include "aj-error.h"
#include "aj-feedback.h"
#include "aj-field-row.h"
#include "aj-form-drafts.h"
#include "aj-municipality.h"
#include "aj-participation.h"

struct _AjParticipationView
{
  AdwBin parent_instance;

  /* Template */
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkLabel *standing_label;
  GtkLabel *previous_label;
  GtkWidget *ask_button;
  GtkWidget *take_part_button;
  GtkWidget *answer_button;
  AdwPreferencesGroup *answer_group;
  AjActivitiesGroup *activities;
  GtkBox *log_box;

  AjServices *services;       /* (owned) (nullable) */
  AjEditionFacts *facts;      /* (borrowed) (nullable) */
  const AjCoverageLine *line; /* (borrowed) (nullable): of the facts */
  char *municipality;         /* (owned) (nullable): whose log is shown */
  char *participation;        /* (owned) (nullable): whose fields are shown */
  GPtrArray *rows;            /* (owned) (element-type AjFieldRow) */
  GCancellable *cancellable;  /* (owned) (nullable): while addresses are looked up */
  AjChaseBook *book;          /* (owned) (nullable): what the last mail was written from */
};

G_DEFINE_FINAL_TYPE (AjParticipationView, aj_participation_view, ADW_TYPE_BIN)

static AjStore *
get_store (AjParticipationView *self)
{
  return aj_services_get_store (self->services);
}

static const AjValues *
get_participation (AjParticipationView *self)
{
  return self->line != NULL ? self->line->participation : NULL;
}

/* (transfer full): "reminded 2 times, last on Thu 12 Mar 2026". */
static char *
describe_standing (const AjCoverageLine *line)
{
  AjDate asked = aj_coverage_line_get_asked_on (line);
  guint round = aj_coverage_line_get_round (line);
  g_autofree char *day = NULL;

  if (asked == AJ_DATE_NONE || !aj_standing_is_waited_for (line->standing))
    return g_strdup (aj_standing_get_label (line->standing));
  day = aj_date_format_short (asked);
  if (line->standing == AJ_STANDING_REMINDED)
    return g_strdup_printf (
        /* Translators: of a municipality; how often, and the day of the last time. */
        ngettext ("reminded %1$u time, on %2$s", "reminded %1$u times, last on %2$s", round), round,
        day);
  /* Translators: of a municipality; a day. */
  return g_strdup_printf (_ ("invited on %s"), day);
}

/* Whether somebody is named who leads its district; whether they can be written to is known when it comes to that. */
static gboolean
has_lead (AjParticipationView *self)
{
  const char *id = aj_values_get_text (self->line->municipality, "district");
  const AjValues *district = aj_edition_facts_get_district (self->facts, id);

  return district != NULL && !aj_values_is_empty (district, "lead");
}

/* What comes next: first it is invited, then reminded, and in the end whoever leads its district is asked. */
static void
show_next_step (AjParticipationView *self)
{
  const AjCoverageLine *line = self->line;
  gboolean is_writable = !aj_store_is_read_only (get_store (self));
  AjChaseRound round = aj_chase_get_round (line, has_lead (self));
  g_autofree char *label = NULL;

  if (round == AJ_CHASE_INVITATION)
    label = g_strdup (_ ("Mail an _Invitation"));
  else if (round == AJ_CHASE_LAST_CALL)
    label = g_strdup (_ ("Mail the District _Lead"));
  else
    /* Translators: a button; how often a municipality will have been reminded then. */
    label = g_strdup_printf (_ ("Mail _Reminder %u"), aj_coverage_line_get_round (line) + 1);
  gtk_button_set_label (GTK_BUTTON (self->ask_button), label);
  gtk_widget_set_visible (self->ask_button,
                          is_writable && aj_standing_is_waited_for (line->standing));
}

static void
show_standing (AjParticipationView *self)
{
  static const char *const classes[AJ_N_STANDINGS] = {
    [AJ_STANDING_REMINDED] = "warning",
    [AJ_STANDING_REGISTERED] = "success",
    [AJ_STANDING_DECLINED] = "error",
  };
  g_autofree char *text = describe_standing (self->line);
  const char *class = classes[self->line->standing];

  for (guint i = 0; i < AJ_N_STANDINGS; i++)
    if (classes[i] != NULL)
      gtk_widget_remove_css_class (GTK_WIDGET (self->standing_label), classes[i]);
  if (class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->standing_label), class);
  gtk_label_set_label (self->standing_label, text);
}

/* What it did the time before: whoever asks can ask for the same again. */
static void
show_previous (AjParticipationView *self)
{
  AjCoverage *previous = aj_edition_facts_get_previous (self->facts);
  const AjCoverageLine *line = previous != NULL
                                   ? aj_coverage_look_up (previous, aj_values_get_id (
                                                                        self->line->municipality))
                                   : NULL;
  guint n = line != NULL ? line->count.n_activities : 0;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->previous_label), previous != NULL);
  if (previous == NULL)
    return;
  text = g_strdup_printf (
      /* Translators: how many activities there were, and the edition of the action day before this one. */
      ngettext ("%1$u activity in %2$s", "%1$u activities in %2$s", n), n,
      aj_values_get_text (aj_coverage_get_edition (previous), "name"));
  gtk_label_set_label (self->previous_label, text);
}

static void
show_head (AjParticipationView *self)
{
  const char *district = aj_values_get_text (self->line->municipality, "district");
  gboolean is_writable = !aj_store_is_read_only (get_store (self));

  gtk_label_set_label (self->title_label, aj_values_get_text (self->line->municipality, "name"));
  gtk_label_set_label (self->subtitle_label,
                       aj_edition_facts_get_district_name (self->facts, district));
  show_standing (self);
  show_previous (self);
  show_next_step (self);
  gtk_widget_set_visible (self->take_part_button, get_participation (self) == NULL && is_writable);
  gtk_widget_set_visible (self->answer_button, get_participation (self) != NULL && is_writable);
}

static void
show_answer (AjParticipationView *self)
{
  const AjValues *participation = get_participation (self);
  const char *id = participation != NULL ? aj_values_get_id (participation) : NULL;
  g_autoptr (AjRecord) record = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->answer_group), id != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "participation.leave-out", id != NULL);
  if (!aj_set_string (&self->participation, id))
    return;
  if (id != NULL)
    record = aj_store_ref_record (get_store (self), &aj_participation_record_type, id);
  for (guint i = 0; i < self->rows->len; i++)
    aj_field_row_set_record (self->rows->pdata[i], record);
}

static void
show_log (AjParticipationView *self)
{
  static const char *const paths[] = { "municipality", "organisation.municipality", NULL };
  const char *id = aj_values_get_id (self->line->municipality);
  g_autoptr (AjRecord) record = NULL;
  GtkWidget *child;

  if (!aj_set_string (&self->municipality, id))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->log_box))) != NULL)
    gtk_box_remove (self->log_box, child);
  record = aj_store_ref_record (get_store (self), &aj_municipality_record_type, id);
  gtk_box_append (self->log_box, aj_contact_group_new (self->services, paths, record));
}

void
aj_participation_view_show (AjParticipationView *self,
                            AjEditionFacts *facts,
                            const AjCoverageLine *line)
{
  g_return_if_fail (AJ_IS_PARTICIPATION_VIEW (self));

  self->facts = facts;
  self->line = line;
  if (line == NULL)
    return;
  show_head (self);
  show_answer (self);
  aj_activities_group_show (self->activities, self->services,
                            aj_values_get_id (aj_edition_facts_get_edition (facts)),
                            aj_values_get_id (line->municipality));
  show_log (self);
}

/* The mail first: what is noted is that it is on its way. */
static void
written_cb (const AjChaseMail *mail, gpointer user_data)
{
  AjParticipationView *self = user_data;
  g_autoptr (AjEdit) edit = NULL;

  if (self->book == NULL)
    return;
  edit = aj_edition_job_note_asked (get_store (self), aj_chase_book_get_facts (self->book),
                                    mail->asked, "mail", aj_services_get_today (self->services),
                                    aj_store_get_author (get_store (self)));
  if (edit != NULL)
    aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

static AjMailSender
get_sender (AjParticipationView *self)
{
  AjNetworkSettings *network = aj_services_get_network (self->services);

  return (AjMailSender){ aj_network_settings_get_organiser (network),
                         aj_network_settings_get_name (network) };
}

/* (transfer full) (nullable): what is asked next, of whom there is an address; else it is said why not. */
static AjChaseItem *
make_item (AjParticipationView *self)
{
  AjChaseItem *item = aj_chase_book_make_item (self->book,
                                               aj_values_get_id (self->line->municipality),
                                               aj_services_get_today (self->services));

  if (item != NULL && item->to->len == 0)
    {
      aj_feedback_say (GTK_WIDGET (self), item->remark);
      g_clear_pointer (&item, aj_chase_item_free);
    }
  return item;
}

/* What it needs is read, into @book (nullable, taken). FALSE when there is no use for it. */
static gboolean
take_book (AjParticipationView *self, AjChaseBook *book, const GError *error)
{
  g_autoptr (AjChaseBook) taken = book;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  g_clear_object (&self->cancellable);
  if (taken == NULL)
    {
      aj_feedback_error (GTK_WIDGET (self), error);
      return FALSE;
    }
  g_clear_pointer (&self->book, aj_chase_book_free);
  self->book = g_steal_pointer (&taken);
  return self->line != NULL;
}

static void
book_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjParticipationView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;
  AjMailSender sender;
  AjChaseBook *book;
  AjChaseItem *item;

  book = aj_chase_book_load_finish (AJ_STORE (source), result, &error);
  if (!take_book (self, book, error))
    return;
  item = make_item (self);
  if (item == NULL)
    return;
  items = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_chase_item_free);
  g_ptr_array_add (items, item);
  sender = get_sender (self);
  aj_chase_mailer_open (GTK_WIDGET (self),
                        aj_chase_mail_write_all (self->book, items, FALSE,
                                                 aj_services_get_today (self->services), &sender,
                                                 NULL),
                        written_cb, G_OBJECT (self));
}

static void
drafts_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjParticipationView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjFormDrafts) drafts = aj_form_drafts_load_finish (AJ_STORE (source), result, &error);
  g_autoptr (AjChaseItem) item = NULL;

  if (!take_book (self, drafts != NULL ? g_steal_pointer (&drafts->book) : NULL, error))
    return;
  item = make_item (self);
  if (item != NULL)
    aj_chase_mailer_open (GTK_WIDGET (self), g_ptr_array_ref (drafts->mails), written_cb,
                          G_OBJECT (self));
}

/* With the form where whoever asks several at once has that go along. */
static void
ask (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjParticipationView *self = AJ_PARTICIPATION_VIEW (widget);
  const char *edition, *ids[2] = { NULL };

  if (self->line == NULL || self->cancellable != NULL)
    return;
  self->cancellable = g_cancellable_new ();
  edition = aj_values_get_id (aj_edition_facts_get_edition (self->facts));
  ids[0] = aj_values_get_id (self->line->municipality);
  if (g_settings_get_boolean (aj_services_get_settings (self->services), "chase-forms"))
    {
      const AjFormDraftsRequest request = { .edition = edition,
                                            .municipalities = ids,
                                            .today = aj_services_get_today (self->services),
                                            .sender = get_sender (self) };

      aj_form_drafts_load_async (get_store (self), &request, self->cancellable, NULL, NULL,
                                 drafts_made_cb, g_object_ref (self));
    }
  else
    aj_chase_book_load_async (get_store (self), edition, self->cancellable, book_read_cb,
                              g_object_ref (self));
}

static void
set_taking_part (AjParticipationView *self, gboolean takes_part)
{
  g_autoptr (AjEdit) edit = NULL;

  if (self->line == NULL)
    return;
  edit = aj_edition_job_set_taking_part (get_store (self), self->facts, self->line, takes_part);
  aj_feedback_commit (GTK_WIDGET (self), edit, takes_part ? AJ_COMMIT_QUIET : AJ_COMMIT_OFFER_UNDO,
                      NULL, NULL);
}

static void
take_part (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_taking_part (AJ_PARTICIPATION_VIEW (widget), TRUE);
}

static void
leave_out (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_taking_part (AJ_PARTICIPATION_VIEW (widget), FALSE);
}

static void
answer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjParticipationView *self = AJ_PARTICIPATION_VIEW (widget);
  g_autoptr (AjEdit) edit = NULL;

  if (self->line == NULL)
    return;
  edit = aj_edition_job_set_state (get_store (self), self->facts, self->line,
                                   g_variant_get_string (parameter, NULL),
                                   aj_services_get_today (self->services));
  aj_feedback_commit (widget, edit, AJ_COMMIT_QUIET, NULL, NULL);
}

static void
aj_participation_view_dispose (GObject *object)
{
  AjParticipationView *self = AJ_PARTICIPATION_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->book, aj_chase_book_free);
  g_clear_object (&self->services);
  self->facts = NULL;
  self->line = NULL;
  G_OBJECT_CLASS (aj_participation_view_parent_class)->dispose (object);
}

static void
aj_participation_view_finalize (GObject *object)
{
  AjParticipationView *self = AJ_PARTICIPATION_VIEW (object);

  g_free (self->municipality);
  g_free (self->participation);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (aj_participation_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AJ_TYPE_ACTIVITIES_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/pages/aj-participation-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AjParticipationView, title_label);
  gtk_widget_class_bind_template_child (widget_class, AjParticipationView, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, AjParticipationView, standing_label);
  gtk_widget_class_bind_template_child (widget_class, AjParticipationView, previous_label);
  gtk_widget_class_bind_template_child (widget_class, AjParticipationView, ask_button);
  gtk_widget_class_bind_template_child (widget_class, AjParticipationView, take_part_button);
  gtk_widget_class_bind_template_child (widget_class, AjParticipationView, answer_button);
  gtk_widget_class_bind_template_child (widget_class, AjParticipationView, answer_group);
  gtk_widget_class_bind_template_child (widget_class, AjParticipationView, activities);
  gtk_widget_class_bind_template_child (widget_class, AjParticipationView, log_box);
}

static void
aj_participation_view_class_init (AjParticipationViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_participation_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_participation_view_finalize;
  gtk_widget_class_install_action (widget_class, "participation.ask", NULL, ask);
  gtk_widget_class_install_action (widget_class, "participation.take-part", NULL, take_part);
  gtk_widget_class_install_action (widget_class, "participation.leave-out", NULL, leave_out);
  gtk_widget_class_install_action (widget_class, "participation.answer", "s", answer);
  bind_template (widget_class);
}

static void
aj_participation_view_init (AjParticipationView *self)
{
  static const char *const fields[] = { "state", "answered-on", "contact", "notes" };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *row = aj_field_row_new (&aj_participation_record_type, fields[i]);

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (self->answer_group, row);
    }
}

void
aj_participation_view_set_services (AjParticipationView *self, AjServices *services)
{
  g_return_if_fail (AJ_IS_PARTICIPATION_VIEW (self));

  g_set_object (&self->services, services);
  for (guint i = 0; i < self->rows->len; i++)
    aj_field_row_set_services (self->rows->pdata[i], services);
}

void
aj_participation_view_reveal (AjParticipationView *self, const char *activity)
{
  aj_activities_group_reveal (self->activities, activity);
}

void
aj_participation_view_focus_line (AjParticipationView *self)
{
  aj_activities_group_focus_line (self->activities);
}
