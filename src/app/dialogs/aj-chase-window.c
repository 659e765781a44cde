/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-chase-window.h"

#include <glib/gi18n.h>

#include "aj-accessible.h"
#include "aj-chase-list.h"
#include "aj-chase-mailer.h"
#include "aj-chase-preview.h"
#include "aj-dialog.h"
#include "aj-drop-down.h"
#include "aj-feedback.h"
#include "aj-form-drafts.h"
#include "aj-live-reader.h"
#include "aj-progress-frame.h"
#include "aj-waiting.h"

struct _AjChaseWindow
{
  AdwWindow parent_instance;

  AjServices *services;  /* (owned) */
  AjChaseOutbox *outbox; /* (owned) */
  AjLiveReader *reader;  /* (owned): of the book */
  GPtrArray *items; /* (owned) (nullable) (element-type AjChaseItem): of the book, what is shown */
  gboolean all;     /* also of whom an answer may still be waited for */
  GCancellable *making; /* (owned) (nullable): while forms are written */

  /* Template widgets */
  GtkStack *stack;
  AjChaseList *list;
  GtkListBox *preview_list;
  GtkDropDown *order_drop_down;
  GtkDropDown *shape_drop_down;
  GtkCheckButton *forms_check;
  GtkWidget *forms_label;
  AdwStatusPage *nothing_page;
  AdwStatusPage *error_page;
  GtkWidget *bottom;
  GtkLabel *status_label;
  GtkButton *draft_button;
  GtkWidget *note_button;
  GtkWidget *back_button;
  GtkWidget *preview_button;
};

G_DEFINE_FINAL_TYPE (AjChaseWindow, aj_chase_window, ADW_TYPE_WINDOW)

enum
{
  PROP_0,
  PROP_ALL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gpointer
load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  return aj_chase_book_load_finish (store, result, error);
}

static gboolean
is_concerned (gpointer result, AjChanges *changes)
{
  return aj_chase_book_is_concerned (result, changes);
}

static const AjLiveReaderKind reader_kind = {
  .load_async = aj_chase_book_load_async,
  .load_finish = load_finish,
  .is_concerned = is_concerned,
  .free = (GDestroyNotify) aj_chase_book_free,
  .fails_without_record = TRUE,
};

static AjChaseBook *
get_book (AjChaseWindow *self)
{
  return aj_live_reader_get_result (self->reader);
}

static const char *
get_edition_id (AjChaseWindow *self)
{
  return aj_values_get_id (
      aj_edition_facts_get_edition (aj_chase_book_get_facts (get_book (self))));
}

static AjDate
get_today (AjChaseWindow *self)
{
  return aj_services_get_today (self->services);
}

static gboolean
is_per_district (AjChaseWindow *self)
{
  return gtk_drop_down_get_selected (self->shape_drop_down) == 0;
}

/* One form each needs one mail each. */
static gboolean
is_with_forms (AjChaseWindow *self)
{
  return !is_per_district (self) && gtk_check_button_get_active (self->forms_check);
}

static gboolean
is_by_round (AjChaseWindow *self)
{
  return gtk_drop_down_get_selected (self->order_drop_down) == 0;
}

/* When the next comes up, else that there is nobody left. */
static void
show_nothing (AjChaseWindow *self)
{
  AjCoverage *coverage = aj_edition_facts_get_coverage (aj_chase_book_get_facts (get_book (self)));
  AjDate next = aj_chase_get_next_day (coverage, get_today (self));
  g_autofree char *day = next != AJ_DATE_NONE ? aj_date_format_long (next) : NULL;
  /* Translators: a day. */
  g_autofree char *text = day != NULL ? g_strdup_printf (_ ("The next comes up on %s."), day)
                                      : g_strdup (_ ("Everybody who takes part has answered."));

  adw_status_page_set_description (self->nothing_page, text);
  gtk_widget_set_visible (adw_status_page_get_child (self->nothing_page), day != NULL);
}

/* (transfer full): what can be done, or why it cannot. */
static char *
describe_status (AjChaseWindow *self, guint n_ticked, guint n_mails, guint n_written)
{
  g_autofree char *mails = NULL;

  if (n_written > 0 && aj_store_is_read_only (aj_services_get_store (self->services)))
    return g_strdup (_ ("The drafts are made. That they are out cannot be noted: this file can "
                        "only be read."));
  if (n_written > 0)
    return g_strdup_printf (
        ngettext ("The draft to %u municipality is made. Once it is sent, say that it is out.",
                  "The drafts to %u municipalities are made. Once they are sent, say that they "
                  "are out.",
                  n_written),
        n_written);
  if (n_ticked == 0)
    return g_strdup (_ ("Tick whom you want to ask."));
  mails = g_strdup_printf (ngettext ("%u mail", "%u mails", n_mails), n_mails);
  return g_strdup_printf (
      /* Translators: how many, and "3 mails". */
      ngettext ("%1$u municipality in %2$s.", "%1$u municipalities in %2$s.", n_ticked), n_ticked,
      mails);
}

/* What comes next: to make the drafts, or to say that they are out. */
static void
suggest (AjChaseWindow *self, gboolean is_note)
{
  GtkWidget *draft_button = GTK_WIDGET (self->draft_button);

  gtk_widget_add_css_class (is_note ? self->note_button : draft_button, "suggested-action");
  gtk_widget_remove_css_class (is_note ? draft_button : self->note_button, "suggested-action");
}

static void
show_bottom (AjChaseWindow *self)
{
  g_autoptr (GPtrArray) ticked = aj_chase_list_get_ticked (self->list);
  guint n_mails = aj_chase_mail_count (ticked, is_per_district (self));
  gboolean is_read_only = aj_store_is_read_only (aj_services_get_store (self->services));
  gboolean can_write = n_mails > 0 && self->making == NULL;
  guint n_written = 0;
  g_autofree char *status = NULL, *label = NULL;

  for (guint i = 0; i < ticked->len; i++)
    n_written += aj_chase_list_is_written (self->list, ticked->pdata[i]) ? 1 : 0;
  status = describe_status (self, ticked->len, n_mails, n_written);
  label = n_mails > 0
              ? g_strdup_printf (ngettext ("_Make %u Draft", "_Make %u Drafts", n_mails), n_mails)
              : g_strdup (_ ("_Make Drafts"));
  gtk_label_set_label (self->status_label, status);
  gtk_button_set_label (self->draft_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->forms_check), !is_per_district (self));
  gtk_widget_set_visible (self->forms_label, is_per_district (self));
  suggest (self, n_written > 0 && n_written == ticked->len);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chase.draft", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chase.save", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chase.preview", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chase.note",
                                 n_written > 0 && !is_read_only &&
                                     !aj_chase_outbox_is_noting (self->outbox));
}

static gboolean
is_previewing (AjChaseWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "preview") == 0;
}

static void
show_child (AjChaseWindow *self, const char *name)
{
  gboolean is_preview = g_str_equal (name, "preview");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->back_button, is_preview);
  gtk_widget_set_visible (self->preview_button, g_str_equal (name, "list"));
  gtk_widget_set_visible (self->bottom, is_preview || g_str_equal (name, "list"));
}

/* What is looked at may not be what would be mailed any more, so a change ends the preview. */
static void
show (AjChaseWindow *self)
{
  AjChaseBook *book = get_book (self);

  if (book == NULL)
    {
      aj_chase_list_forget (self->list);
      g_clear_pointer (&self->items, g_ptr_array_unref);
      show_bottom (self);
      show_child (self, "reading");
      return;
    }
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = aj_chase_book_list (book, get_today (self), self->all);
  if (self->items->len == 0)
    show_nothing (self);
  aj_chase_list_show (self->list, book, self->items, is_by_round (self), get_today (self));
  show_bottom (self);
  show_child (self, self->items->len > 0 ? "list" : "nothing");
}

static void
failed_cb (AjChaseWindow *self, const GError *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->error_page, markup);
  show_child (self, "error");
}

static void
choice_changed_cb (AjChaseWindow *self)
{
  if (self->reader != NULL)
    show (self);
}

static AjMailSender
get_sender (AjChaseWindow *self)
{
  AjNetworkSettings *network = aj_services_get_network (self->services);

  return (AjMailSender){ aj_network_settings_get_organiser (network),
                         aj_network_settings_get_name (network) };
}

/* What is done with mails (element-type AjChaseMail) once they are written, which are taken. */
typedef void (*MailsFunc) (AjChaseWindow *self, GPtrArray *mails);

typedef struct
{
  AjChaseWindow *self; /* (owned) */
  MailsFunc func;
} Making;

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Making *making = user_data;
  g_autoptr (AjChaseWindow) self = making->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjFormDrafts) drafts = aj_form_drafts_load_finish (AJ_STORE (source), result, &error);

  /* It was closed meanwhile. */
  if (self->reader == NULL)
    return;
  g_clear_object (&self->making);
  aj_progress_frame_end (aj_progress_frame_find (GTK_WIDGET (self->stack)));
  if (get_book (self) != NULL)
    show_bottom (self);
  if (drafts != NULL)
    making->func (self, g_ptr_array_ref (drafts->mails));
  else
    aj_feedback_error (GTK_WIDGET (self->stack), error);
}

static void
progress_cb (guint n_written, guint n_all, gpointer user_data)
{
  AjChaseWindow *self = user_data;

  if (self->reader != NULL)
    aj_progress_frame_set_count (aj_progress_frame_find (GTK_WIDGET (self->stack)), n_written,
                                 n_all);
}

static void
make_with_forms (AjChaseWindow *self, GPtrArray *ticked, MailsFunc func)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  AjFormDraftsRequest request = { .edition = get_edition_id (self),
                                  .today = get_today (self),
                                  .sender = get_sender (self) };
  Making *making = g_new0 (Making, 1);

  for (guint i = 0; i < ticked->len; i++)
    g_ptr_array_add (ids, (gpointer) aj_values_get_id (
                              ((AjChaseItem *) ticked->pdata[i])->line->municipality));
  g_ptr_array_add (ids, NULL);
  request.municipalities = (const char *const *) ids->pdata;
  making->self = g_object_ref (self);
  making->func = func;
  self->making = g_cancellable_new ();
  aj_progress_frame_begin (aj_progress_frame_find (GTK_WIDGET (self->stack)),
                           _ ("Writing the forms…"), self->making);
  show_bottom (self);
  aj_form_drafts_load_async (aj_services_get_store (self->services), &request, self->making,
                             progress_cb, self, made_cb, making);
}

/* To those that are ticked. */
static void
write_mails (AjChaseWindow *self, MailsFunc func)
{
  g_autoptr (GPtrArray) ticked = aj_chase_list_get_ticked (self->list);
  const AjMailSender sender = get_sender (self);

  if (is_with_forms (self))
    make_with_forms (self, ticked, func);
  else
    func (self, aj_chase_mail_write_all (get_book (self), ticked, is_per_district (self),
                                         get_today (self), &sender, NULL));
}

static void
show_preview (AjChaseWindow *self, GPtrArray *written)
{
  g_autoptr (GPtrArray) mails = written;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->preview_list))) != NULL)
    gtk_list_box_remove (self->preview_list, row);
  for (guint i = 0; i < mails->len; i++)
    gtk_list_box_append (self->preview_list, aj_chase_preview_row_new (mails->pdata[i]));
  row = gtk_widget_get_first_child (GTK_WIDGET (self->preview_list));
  /* All that were ticked may have answered meanwhile. */
  if (row == NULL)
    return;
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  show_child (self, "preview");
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

static void
preview (GtkWidget *widget, const char *action, GVariant *parameter)
{
  write_mails (AJ_CHASE_WINDOW (widget), show_preview);
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjChaseWindow *self = AJ_CHASE_WINDOW (widget);

  if (!is_previewing (self))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  show_child (self, "list");
  gtk_widget_grab_focus (self->preview_button);
}

static void
written_cb (const AjChaseMail *mail, gpointer user_data)
{
  AjChaseWindow *self = user_data;

  if (get_book (self) != NULL)
    aj_chase_outbox_add (self->outbox, get_edition_id (self), mail);
}

static void
open_mails (AjChaseWindow *self, GPtrArray *mails)
{
  aj_chase_mailer_open (GTK_WIDGET (self->stack), mails, written_cb, G_OBJECT (self));
}

static void
draft (GtkWidget *widget, const char *action, GVariant *parameter)
{
  write_mails (AJ_CHASE_WINDOW (widget), open_mails);
}

static void
save_mails (AjChaseWindow *self, GPtrArray *mails)
{
  aj_chase_mailer_save (GTK_WIDGET (self->stack), mails, written_cb, G_OBJECT (self));
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  write_mails (AJ_CHASE_WINDOW (widget), save_mails);
}

static void
noted_cb (AjEdit *edit, const GError *error, gpointer user_data)
{
  g_autoptr (AjChaseOutbox) outbox = user_data;

  aj_chase_outbox_settle (outbox, error == NULL);
}

static void
note (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjChaseWindow *self = AJ_CHASE_WINDOW (widget);
  AjStore *store = aj_services_get_store (self->services);
  g_autoptr (GPtrArray) ticked = aj_chase_list_get_ticked (self->list);
  g_autoptr (GHashTable) municipalities = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (AjEdit) edit = NULL;

  for (guint i = 0; i < ticked->len; i++)
    {
      const AjChaseItem *item = ticked->pdata[i];

      g_hash_table_add (municipalities, (gpointer) aj_values_get_id (item->line->municipality));
    }
  edit = aj_chase_outbox_note (self->outbox, aj_chase_book_get_facts (get_book (self)),
                               municipalities, store, get_today (self),
                               aj_store_get_author (store));
  if (edit == NULL)
    return;
  /* Until it is known how that ends. */
  gtk_widget_action_set_enabled (widget, "chase.note", FALSE);
  /* Whose turn it is next time is another question. */
  aj_chase_list_forget_ticks (self->list, municipalities);
  aj_feedback_commit (GTK_WIDGET (self->stack), edit, AJ_COMMIT_OFFER_UNDO, noted_cb,
                      g_object_ref (self->outbox));
}

static void
show_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_object_set (widget, "all", TRUE, NULL);
}

static void
aj_chase_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AjChaseWindow *self = AJ_CHASE_WINDOW (object);

  if (id != PROP_ALL)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (self->all == g_value_get_boolean (value))
    return;
  self->all = g_value_get_boolean (value);
  choice_changed_cb (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
aj_chase_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ALL)
    g_value_set_boolean (value, AJ_CHASE_WINDOW (object)->all);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
aj_chase_window_dispose (GObject *object)
{
  AjChaseWindow *self = AJ_CHASE_WINDOW (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  if (self->reader != NULL)
    aj_live_reader_set_active (self->reader, FALSE);
  g_clear_object (&self->reader);
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_object (&self->outbox);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_CHASE_WINDOW);
  G_OBJECT_CLASS (aj_chase_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AJ_TYPE_CHASE_LIST);
  g_type_ensure (AJ_TYPE_PROGRESS_FRAME);
  g_type_ensure (AJ_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-chase-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AjChaseWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AjChaseWindow, list);
  gtk_widget_class_bind_template_child (widget_class, AjChaseWindow, preview_list);
  gtk_widget_class_bind_template_child (widget_class, AjChaseWindow, order_drop_down);
  gtk_widget_class_bind_template_child (widget_class, AjChaseWindow, shape_drop_down);
  gtk_widget_class_bind_template_child (widget_class, AjChaseWindow, forms_check);
  gtk_widget_class_bind_template_child (widget_class, AjChaseWindow, forms_label);
  gtk_widget_class_bind_template_child (widget_class, AjChaseWindow, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, AjChaseWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, AjChaseWindow, bottom);
  gtk_widget_class_bind_template_child (widget_class, AjChaseWindow, status_label);
  gtk_widget_class_bind_template_child (widget_class, AjChaseWindow, draft_button);
  gtk_widget_class_bind_template_child (widget_class, AjChaseWindow, note_button);
  gtk_widget_class_bind_template_child (widget_class, AjChaseWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, AjChaseWindow, preview_button);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_bottom);
}

static void
aj_chase_window_class_init (AjChaseWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aj_chase_window_dispose;
  object_class->set_property = aj_chase_window_set_property;
  object_class->get_property = aj_chase_window_get_property;
  properties[PROP_ALL] = g_param_spec_boolean ("all", NULL, NULL, FALSE,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_property_action (widget_class, "chase.all", "all");
  gtk_widget_class_install_action (widget_class, "chase.show-all", NULL, show_all);
  gtk_widget_class_install_action (widget_class, "chase.preview", NULL, preview);
  gtk_widget_class_install_action (widget_class, "chase.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "chase.draft", NULL, draft);
  gtk_widget_class_install_action (widget_class, "chase.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "chase.note", NULL, note);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "chase.back", NULL);
  bind_template (widget_class);
}

static void
aj_chase_window_init (AjChaseWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  aj_drop_down_set_up (self->order_drop_down);
  aj_drop_down_set_name (self->order_drop_down, _ ("Order"));
  aj_drop_down_set_up (self->shape_drop_down);
  aj_drop_down_set_name (self->shape_drop_down, _ ("How many mails"));
}

void
aj_chase_window_show (GtkWindow *parent,
                      AjServices *services,
                      AjChaseOutbox *outbox,
                      const char *edition)
{
  AjChaseWindow *self = g_object_new (AJ_TYPE_CHASE_WINDOW, NULL);

  self->services = g_object_ref (services);
  self->outbox = g_object_ref (outbox);
  self->reader = aj_live_reader_new (aj_services_get_store (services), &reader_kind);
  aj_chase_list_set_outbox (self->list, outbox);
  g_settings_bind (aj_services_get_settings (services), "chase-forms", self->forms_check, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->reader, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (outbox, "changed", G_CALLBACK (choice_changed_cb), self,
                           G_CONNECT_SWAPPED);
  aj_live_reader_set_id (self->reader, edition);
  aj_live_reader_set_active (self->reader, TRUE);
  aj_dialog_set_parent (GTK_WINDOW (self), parent);
  show (self);
  gtk_window_present (GTK_WINDOW (self));
}
