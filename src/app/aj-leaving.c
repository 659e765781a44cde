/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-leaving.h"

#include <glib/gi18n.h>

/* More than this many are not all named. */
#define NAMED 5

typedef struct
{
  GtkWindow *window;    /* (nullable): weak */
  AjServices *services; /* (owned) */
  gboolean may_leave;
  AjLeavingAnswered answered;
  gpointer user_data;
} Leaving;

static void
answer (Leaving *leaving, gboolean may_leave, AjFieldRow *unsaved)
{
  if (leaving->window != NULL)
    leaving->answered (may_leave, unsaved, leaving->user_data);
  g_clear_weak_pointer (&leaving->window);
  g_object_unref (leaving->services);
  g_free (leaving);
}

/* (element-type AjFieldRow): those whose text is in no file, on whatever page they stand. */
static void
collect_unsaved (GtkWidget *widget, GPtrArray *found)
{
  if (AJ_IS_FIELD_ROW (widget) && aj_field_row_is_unsaved (AJ_FIELD_ROW (widget)))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_unsaved (child, found);
}

static char *
describe (GPtrArray *unsaved)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (unsaved->len, NAMED); i++)
    {
      AjFieldRow *row = g_ptr_array_index (unsaved, i);

      g_string_append_printf (text, "%s: %s\n\n",
                              adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                              aj_field_row_get_fault (row));
    }
  if (unsaved->len > NAMED)
    {
      /* Translators: how many more fields hold something that is not saved. */
      g_string_append_printf (text, ngettext ("And %u more.", "And %u more.", unsaved->len - NAMED),
                              unsaved->len - NAMED);
      g_string_append (text, "\n\n");
    }
  g_string_append (text, _ ("What is typed there is lost when you close the file."));
  return g_string_free (text, FALSE);
}

static void
pass_response_cb (gpointer user_data)
{
  Leaving *leaving = user_data;
  g_autoptr (GPtrArray) unsaved = g_ptr_array_new ();

  if (leaving->window != NULL)
    collect_unsaved (GTK_WIDGET (leaving->window), unsaved);
  answer (leaving, leaving->may_leave, unsaved->len > 0 ? g_ptr_array_index (unsaved, 0) : NULL);
}

/* The dialog goes first: it must not outlive its window. */
static void
responded_cb (AdwMessageDialog *dialog, const char *response, Leaving *leaving)
{
  leaving->may_leave = g_str_equal (response, "close");
  g_idle_add_once (pass_response_cb, leaving);
}

static void
ask (Leaving *leaving, GPtrArray *unsaved)
{
  g_autofree char *body = describe (unsaved);
  GtkWidget *dialog = adw_message_dialog_new (leaving->window, _ ("Not Everything Is Saved"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _ ("_Stay Here"), "close",
                                    _ ("_Close All the Same"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_signal_connect (dialog, "response", G_CALLBACK (responded_cb), leaving);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
has_dialog (GtkWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == window && gtk_window_get_modal (l->data) &&
        gtk_widget_get_visible (l->data))
      return TRUE;
  return FALSE;
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Leaving *leaving = user_data;
  g_autoptr (GPtrArray) unsaved = g_ptr_array_new ();
  gboolean is_open;

  is_open = aj_store_settle_finish (AJ_STORE (source), result, NULL);
  if (leaving->window == NULL || has_dialog (leaving->window))
    {
      answer (leaving, FALSE, NULL);
      return;
    }
  /* Who was answered may have asked for more. */
  if (is_open && aj_services_is_working (leaving->services))
    {
      aj_store_settle_async (AJ_STORE (source), NULL, settled_cb, leaving);
      return;
    }
  collect_unsaved (GTK_WIDGET (leaving->window), unsaved);
  if (unsaved->len == 0)
    answer (leaving, TRUE, NULL);
  else
    ask (leaving, unsaved);
}

void
aj_leaving_ask (GtkWindow *window,
                AjServices *services,
                AjLeavingAnswered answered,
                gpointer user_data)
{
  Leaving *leaving = g_new0 (Leaving, 1);

  g_set_weak_pointer (&leaving->window, window);
  leaving->services = g_object_ref (services);
  leaving->answered = answered;
  leaving->user_data = user_data;
  /* What is being typed is saved when the cursor leaves it. */
  gtk_window_set_focus (window, NULL);
  aj_store_settle_async (aj_services_get_store (services), NULL, settled_cb, leaving);
}
