/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-loan-notice.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-feedback.h"
#include "aj-loan-reminders.h"
#include "aj-loan.h"
#include "aj-mail-draft.h"
#include "aj-rollout-reader.h"
#include "aj-slim-bin.h"

/* More than these stay folded, so that the list beneath is not pushed off a small window. */
#define MAX_OPEN 3
/* Rows are real widgets here: more come when they are asked for. */
#define FIRST_SHOWN 5
#define MORE_SHOWN  20
/* Higher than this they scroll, and the window stays as high as it was. */
#define MAX_HEIGHT 400

struct _AjLoanNotice
{
  AdwBin parent_instance;

  AdwExpanderRow *expander; /* (unowned): a child */
  GPtrArray *rows;          /* (owned) (element-type GtkWidget): in it; unowned */
  GtkWidget *more_row;      /* (unowned) (nullable): beneath them, when there are more */
  guint n_shown;            /* how many rows there are to be at most */
  AjServices *services;     /* (owned) */
  AjRolloutReader *reader;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (AjLoanNotice, aj_loan_notice, ADW_TYPE_BIN)

static AjRolloutFacts *
get_facts (AjLoanNotice *self)
{
  return aj_rollout_reader_get_facts (self->reader);
}

/* (nullable) (element-type AjLoanReminder): all of them. */
static GArray *
get_reminders (AjLoanNotice *self)
{
  return aj_rollout_reader_get_result (self->reader);
}

static gpointer
list_reminders (AjRolloutFacts *facts, const AjRolloutQuestion *question)
{
  return aj_loan_reminders_list (facts, question->today);
}

static const AjRolloutReaderKind reminders_kind = { .work = list_reminders,
                                                    .free = (GDestroyNotify) g_array_unref };

/* (nullable): what the row of a button is about. */
static const AjLoanReminder *
find_reminder (AjLoanNotice *self, GtkWidget *row)
{
  guint index;

  return g_ptr_array_find (self->rows, row, &index)
             ? &g_array_index (get_reminders (self), AjLoanReminder, index)
             : NULL;
}

static void
open_cb (AjLoanNotice *self, GtkWidget *row)
{
  const AjLoanReminder *reminder = find_reminder (self, row);

  if (reminder != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "records.show", "(ss)", aj_loan_record_type.name,
                                aj_values_get_id (reminder->loan));
}

static void
mail_cb (GtkWidget *row, GtkButton *button)
{
  AjLoanNotice *self = AJ_LOAN_NOTICE (gtk_widget_get_ancestor (row, AJ_TYPE_LOAN_NOTICE));
  const AjLoanReminder *reminder = find_reminder (self, row);
  g_autoptr (AjGroupMail) mail = NULL;
  g_autofree char *subject = NULL, *body = NULL;

  if (reminder == NULL)
    return;
  mail = g_new0 (AjGroupMail, 1);
  mail->addresses = g_new0 (char *, 2);
  mail->addresses[0] = g_strdup (aj_loan_get_mail (get_facts (self), reminder->loan));
  mail->without = g_new0 (char *, 1);
  subject = aj_loan_reminder_make_subject (get_facts (self), reminder);
  body = aj_loan_reminder_make_body (get_facts (self), reminder);
  aj_mail_draft_open_with_text (GTK_WIDGET (self), mail, AJ_MAILTO_TO, subject, body, "");
}

static void
done_cb (GtkWidget *row, GtkButton *button)
{
  AjLoanNotice *self = AJ_LOAN_NOTICE (gtk_widget_get_ancestor (row, AJ_TYPE_LOAN_NOTICE));
  const AjLoanReminder *reminder = find_reminder (self, row);
  AjStore *store = aj_services_get_store (self->services);
  AjDate today = aj_services_get_today (self->services);
  g_autoptr (AjEdit) edit = NULL;

  if (reminder == NULL)
    return;
  edit = reminder->kind == AJ_LOAN_HANDOVER
             ? aj_loan_job_hand_over (store, get_facts (self), reminder->loan, today)
             : aj_loan_job_take_back (store, get_facts (self), reminder->loan, today);
  /* The row goes; the cursor stays near. */
  gtk_widget_grab_focus (GTK_WIDGET (self->expander));
  aj_feedback_commit (GTK_WIDGET (self), edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

static void
add_button (GtkWidget *row,
            const char *icon,
            const char *tip,
            const char *thing,
            void (*clicked) (GtkWidget *row, GtkButton *button))
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  /* Translators: what a button does, and to which thing. */
  g_autofree char *name = g_strdup_printf (_ ("%1$s: %2$s"), tip, thing);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tip);
  aj_accessible_set_name (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked), row, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_row (AjLoanNotice *self, const AjLoanReminder *reminder)
{
  static const char *const icons[] = { [AJ_LOAN_LATE] = "dialog-warning-symbolic",
                                       [AJ_LOAN_HANDOVER] = "go-next-symbolic",
                                       [AJ_LOAN_BACK] = "go-previous-symbolic" };
  const char *thing = aj_rollout_facts_get_subject (get_facts (self), reminder->loan);
  g_autofree char *text = aj_loan_reminder_describe (get_facts (self), reminder);
  gboolean writable = !aj_store_is_read_only (aj_services_get_store (self->services));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (icons[reminder->kind]);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), thing);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (reminder->kind == AJ_LOAN_LATE)
    gtk_widget_add_css_class (icon, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (aj_loan_get_mail (get_facts (self), reminder->loan) != NULL)
    add_button (row, "mail-message-new-symbolic", _ ("Write a mail"), thing, mail_cb);
  if (writable)
    add_button (row, "object-select-symbolic",
                reminder->kind == AJ_LOAN_HANDOVER ? _ ("Handed over") : _ ("Came back"), thing,
                done_cb);
  g_signal_connect_object (row, "activated", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (self->expander, row);
  g_ptr_array_add (self->rows, row);
}

static guint
count_late (GArray *reminders)
{
  guint n = 0;

  for (guint i = 0; i < reminders->len; i++)
    if (g_array_index (reminders, AjLoanReminder, i).kind == AJ_LOAN_LATE)
      n++;
  return n;
}

static void
show_summary (AjLoanNotice *self)
{
  guint n = get_reminders (self)->len, n_late = count_late (get_reminders (self));
  g_autofree char *title = g_strdup_printf (ngettext ("%u thing to hand over or fetch this week",
                                                      "%u things to hand over or fetch this week",
                                                      n),
                                            n);
  g_autofree char *late = g_strdup_printf (ngettext ("%u is not back yet", "%u are not back yet",
                                                     n_late),
                                           n_late);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expander), title);
  adw_expander_row_set_subtitle (self->expander, n_late > 0 ? late : "");
  aj_accessible_set_name (GTK_WIDGET (self->expander), title);
}

static void show_more_cb (AjLoanNotice *self);

static void
add_more_row (AjLoanNotice *self, guint n_more)
{
  g_autofree char *title = g_strdup_printf (ngettext ("And %'u more", "And %'u more", n_more),
                                            n_more);

  self->more_row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more_row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->more_row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->more_row),
                             gtk_image_new_from_icon_name ("go-down-symbolic"));
  g_signal_connect_object (self->more_row, "activated", G_CALLBACK (show_more_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (self->expander, self->more_row);
}

static void
drop_more_row (AjLoanNotice *self)
{
  if (self->more_row != NULL)
    adw_expander_row_remove (self->expander, g_steal_pointer (&self->more_row));
}

/* The rows that are to be there and are not yet. */
static void
add_rows (AjLoanNotice *self)
{
  GArray *reminders = get_reminders (self);

  for (guint i = self->rows->len; i < MIN (reminders->len, self->n_shown); i++)
    add_row (self, &g_array_index (reminders, AjLoanReminder, i));
  if (reminders->len > self->n_shown)
    add_more_row (self, reminders->len - self->n_shown);
}

/* The cursor goes to the first that comes. */
static void
show_more_cb (AjLoanNotice *self)
{
  GtkWidget *pressed = g_steal_pointer (&self->more_row);
  guint first = self->rows->len;

  self->n_shown += MORE_SHOWN;
  add_rows (self);
  /* Before the row that has it goes. */
  gtk_widget_grab_focus (self->rows->pdata[first]);
  adw_expander_row_remove (self->expander, pressed);
}

static void
update (AjLoanNotice *self)
{
  gboolean was_shown = gtk_widget_get_visible (GTK_WIDGET (self));
  gboolean is_shown = get_reminders (self)->len > 0;

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->expander, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  drop_more_row (self);
  gtk_widget_set_visible (GTK_WIDGET (self), is_shown);
  if (!is_shown)
    return;
  add_rows (self);
  show_summary (self);
  if (!was_shown)
    adw_expander_row_set_expanded (self->expander, get_reminders (self)->len <= MAX_OPEN);
}

static void
aj_loan_notice_dispose (GObject *object)
{
  AjLoanNotice *self = AJ_LOAN_NOTICE (object);

  if (self->reader != NULL)
    g_signal_handlers_disconnect_by_data (self->reader, self);
  g_clear_object (&self->reader);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (aj_loan_notice_parent_class)->dispose (object);
}

static void
aj_loan_notice_finalize (GObject *object)
{
  AjLoanNotice *self = AJ_LOAN_NOTICE (object);

  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (aj_loan_notice_parent_class)->finalize (object);
}

static void
aj_loan_notice_class_init (AjLoanNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_loan_notice_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_loan_notice_finalize;
}

static void
aj_loan_notice_init (AjLoanNotice *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *expander = adw_expander_row_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *slim;

  self->rows = g_ptr_array_new ();
  self->n_shown = FIRST_SHOWN;
  self->expander = ADW_EXPANDER_ROW (expander);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_margin_start (list, 12);
  gtk_widget_set_margin_end (list, 12);
  gtk_widget_set_margin_top (list, 6);
  gtk_widget_set_margin_bottom (list, 6);
  gtk_list_box_append (GTK_LIST_BOX (list), expander);
  aj_accessible_set_name (list, _ ("Handovers this week"));
  aj_accessible_name_lists (expander, _ ("Handovers this week"));
  /* Long names wrap; they do not make the list wider. */
  slim = g_object_new (AJ_TYPE_SLIM_BIN, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  adw_bin_set_child (ADW_BIN (slim), scroller);
  adw_bin_set_child (ADW_BIN (self), slim);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
aj_loan_notice_new (AjServices *services)
{
  AjLoanNotice *self = g_object_new (AJ_TYPE_LOAN_NOTICE, NULL);

  self->services = g_object_ref (services);
  self->reader = aj_rollout_reader_new (services, &reminders_kind);
  g_signal_connect_swapped (self->reader, "changed", G_CALLBACK (update), self);
  return GTK_WIDGET (self);
}

void
aj_loan_notice_set_active (AjLoanNotice *self, gboolean active)
{
  aj_rollout_reader_set_active (self->reader, active);
}
