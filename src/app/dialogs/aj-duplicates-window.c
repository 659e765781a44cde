/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-duplicates-window.h"

#include <glib/gi18n-lib.h>

#include "aj-duplicate-search.h"
#include "aj-feedback.h"
#include "aj-merge-form.h"
#include "aj-merge.h"

struct _AjDuplicatesWindow
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle *title;
  GtkStack *stack;
  GtkLabel *reason_label;
  AjMergeForm *form;
  GtkWidget *apart_button;
  AdwStatusPage *problem_page;

  AjServices *services;      /* (owned) */
  const AjRecordType *type;  /* of the records */
  GCancellable *cancellable; /* (owned): of the search */
  GArray *pairs;             /* (owned) (nullable) (element-type AjDuplicate) */
  guint index;               /* of the pair in view */
  gboolean is_busy;          /* an edit is on its way */
};

G_DEFINE_FINAL_TYPE (AjDuplicatesWindow, aj_duplicates_window, ADW_TYPE_WINDOW)

static const AjDuplicate *
get_pair (AjDuplicatesWindow *self)
{
  if (self->pairs == NULL || self->index >= self->pairs->len)
    return NULL;
  return &g_array_index (self->pairs, AjDuplicate, self->index);
}

static void
update_actions (AjDuplicatesWindow *self)
{
  AjStore *store = aj_services_get_store (self->services);
  gboolean can_decide = get_pair (self) != NULL && !self->is_busy && !aj_store_is_read_only (store);
  guint n_pairs = self->pairs != NULL ? self->pairs->len : 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "duplicates.merge", can_decide);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "duplicates.apart", can_decide);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "duplicates.previous", self->index > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "duplicates.next", self->index + 1 < n_pairs);
}

static void
show_pair (AjDuplicatesWindow *self)
{
  const AjDuplicate *pair = get_pair (self);
  g_autofree char *place = NULL;

  if (pair != NULL)
    {
      /* Translators: which pair of how many. */
      place = g_strdup_printf (_ ("%u of %u"), self->index + 1, self->pairs->len);
      gtk_label_set_text (self->reason_label, aj_duplicate_reason_describe (pair->reason));
      aj_merge_form_set_pair (self->form, pair->first, pair->second);
    }
  else
    aj_merge_form_set_pair (self->form, NULL, NULL);
  adw_window_title_set_subtitle (self->title, place != NULL ? place : "");
  gtk_stack_set_visible_child_name (self->stack, pair != NULL ? "pair" : "none");
  update_actions (self);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjDuplicatesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  GArray *pairs = aj_duplicate_search_finish (AJ_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_pointer (&self->pairs, g_array_unref);
  self->pairs = pairs;
  if (pairs == NULL)
    {
      g_autofree char *markup = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->problem_page, markup);
      gtk_stack_set_visible_child_name (self->stack, "problem");
      update_actions (self);
      return;
    }
  if (self->index >= pairs->len)
    self->index = pairs->len > 0 ? pairs->len - 1 : 0;
  show_pair (self);
}

static void
search (AjDuplicatesWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  aj_duplicate_search_async (aj_services_get_store (self->services), self->type, self->cancellable,
                             searched_cb, g_object_ref (self));
}

/* Which pairs there are may be another matter after any change of such records. */
static void
store_changed_cb (AjDuplicatesWindow *self, AjChanges *changes)
{
  if (aj_changes_concern (changes, self->type))
    search (self);
}

static void
decided_cb (AjEdit *edit, const GError *error, gpointer user_data)
{
  g_autoptr (AjDuplicatesWindow) self = user_data;

  self->is_busy = FALSE;
  /* The search that follows the change shows the next pair; after a failure this one is there still. */
  if (self->services != NULL && error != NULL)
    search (self);
}

static void
commit (AjDuplicatesWindow *self, AjEdit *edit)
{
  aj_feedback_commit (GTK_WIDGET (self->stack), edit, AJ_COMMIT_OFFER_UNDO, decided_cb,
                      g_object_ref (self));
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjDuplicatesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjEdit) edit = aj_merge_prepare_finish (AJ_STORE (source), result, &error);

  /* It was closed meanwhile. */
  if (self->services == NULL)
    return;
  if (edit != NULL)
    {
      commit (self, edit);
      return;
    }
  self->is_busy = FALSE;
  aj_feedback_error (GTK_WIDGET (self->stack), error);
  search (self);
}

static void
merge_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjDuplicatesWindow *self = AJ_DUPLICATES_WINDOW (widget);
  const AjDuplicate *pair = get_pair (self);

  if (pair == NULL || self->is_busy)
    return;
  self->is_busy = TRUE;
  update_actions (self);
  aj_merge_prepare_async (aj_services_get_store (self->services), pair->first, pair->second,
                          aj_merge_form_get_from_second (self->form), NULL, prepared_cb,
                          g_object_ref (self));
}

static void
apart_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjDuplicatesWindow *self = AJ_DUPLICATES_WINDOW (widget);
  const AjDuplicate *pair = get_pair (self);
  g_autoptr (AjEdit) edit = NULL;

  if (pair == NULL || self->is_busy)
    return;
  self->is_busy = TRUE;
  update_actions (self);
  edit = aj_merge_keep_apart (aj_services_get_store (self->services), pair->first, pair->second);
  commit (self, edit);
}

static void
step (AjDuplicatesWindow *self, int by)
{
  self->index = (guint) ((int) self->index + by);
  show_pair (self);
}

static void
previous_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  step (AJ_DUPLICATES_WINDOW (widget), -1);
}

static void
next_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  step (AJ_DUPLICATES_WINDOW (widget), 1);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjDuplicatesWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!aj_store_undo_finish (AJ_STORE (source), result, NULL, &error) && self->services != NULL)
    aj_feedback_error (GTK_WIDGET (self->stack), error);
}

static void
undo_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjDuplicatesWindow *self = AJ_DUPLICATES_WINDOW (widget);

  aj_feedback_withdraw_undo (GTK_WIDGET (self->stack));
  aj_store_undo_async (aj_services_get_store (self->services), NULL, undone_cb,
                       g_object_ref (self));
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjDuplicatesWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!aj_store_redo_finish (AJ_STORE (source), result, NULL, &error) && self->services != NULL)
    aj_feedback_error (GTK_WIDGET (self->stack), error);
}

static void
redo_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjDuplicatesWindow *self = AJ_DUPLICATES_WINDOW (widget);

  aj_store_redo_async (aj_services_get_store (self->services), NULL, redone_cb,
                       g_object_ref (self));
}

static void
aj_duplicates_window_dispose (GObject *object)
{
  AjDuplicatesWindow *self = AJ_DUPLICATES_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->pairs, g_array_unref);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_DUPLICATES_WINDOW);
  G_OBJECT_CLASS (aj_duplicates_window_parent_class)->dispose (object);
}

static void
aj_duplicates_window_finalize (GObject *object)
{
  g_object_unref (AJ_DUPLICATES_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (aj_duplicates_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  const GdkModifierType shift_control = GDK_SHIFT_MASK | GDK_CONTROL_MASK;

  gtk_widget_class_install_action (widget_class, "duplicates.merge", NULL, merge_activated_cb);
  gtk_widget_class_install_action (widget_class, "duplicates.apart", NULL, apart_activated_cb);
  gtk_widget_class_install_action (widget_class, "duplicates.previous", NULL,
                                   previous_activated_cb);
  gtk_widget_class_install_action (widget_class, "duplicates.next", NULL, next_activated_cb);
  /* Called as in the main window, for that is what a toast names. */
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "duplicates.merge", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK,
                                       "duplicates.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "duplicates.next",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, shift_control, "win.redo", NULL);
}

static void
aj_duplicates_window_class_init (AjDuplicatesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_duplicates_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_duplicates_window_finalize;
  g_type_ensure (AJ_TYPE_MERGE_FORM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-duplicates-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AjDuplicatesWindow, title);
  gtk_widget_class_bind_template_child (widget_class, AjDuplicatesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AjDuplicatesWindow, reason_label);
  gtk_widget_class_bind_template_child (widget_class, AjDuplicatesWindow, form);
  gtk_widget_class_bind_template_child (widget_class, AjDuplicatesWindow, apart_button);
  gtk_widget_class_bind_template_child (widget_class, AjDuplicatesWindow, problem_page);
  install_actions (widget_class);
}

static void
aj_duplicates_window_init (AjDuplicatesWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AjDuplicatesWindow *
aj_duplicates_window_show (GtkWindow *parent, AjServices *services, const AjRecordType *type)
{
  AjDuplicatesWindow *self = g_object_new (AJ_TYPE_DUPLICATES_WINDOW, "transient-for", parent,
                                           NULL);

  self->services = g_object_ref (services);
  self->type = type;
  aj_merge_form_set_services (self->form, services);
  g_signal_connect_object (aj_services_get_store (services), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               MIN (gtk_widget_get_width (GTK_WIDGET (parent)), 640),
                               CLAMP (gtk_widget_get_height (GTK_WIDGET (parent)) - 40, 294, 640));
  update_actions (self);
  search (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
