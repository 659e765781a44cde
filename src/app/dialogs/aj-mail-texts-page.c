/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-mail-texts-page.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-feedback.h"
#include "aj-mail-text-editor.h"
#include "aj-mail-texts.h"

struct _AjMailTextsPage
{
  AdwPreferencesPage parent_instance;

  AjServices *services;      /* (owned) (nullable) */
  AjMailTexts *texts;        /* (owned) (nullable): as read last */
  GCancellable *cancellable; /* (owned) */
  GPtrArray *rows; /* (owned) (element-type AdwActionRow): the group's, one for each kind */

  /* Template */
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (AjMailTextsPage, aj_mail_texts_page, ADW_TYPE_PREFERENCES_PAGE)

static void
show_texts (AjMailTextsPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *use = aj_mail_uses[i].code;
      gboolean is_own = aj_mail_texts_get_own (self->texts, use) != NULL;
      const char *subject = aj_mail_texts_get_subject (self->texts, use);
      /* Translators: the subject of a mail of which the network changed the text. */
      g_autofree char *text = is_own ? g_strdup_printf (_ ("%s · changed"), subject)
                                     : g_strdup (subject);

      adw_action_row_set_subtitle (self->rows->pdata[i], text);
      gtk_widget_set_sensitive (self->rows->pdata[i], TRUE);
    }
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AjMailTextsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  AjMailTexts *texts = aj_mail_texts_load_finish (AJ_STORE (source), result, &error);

  if (texts == NULL)
    {
      if (self->services != NULL)
        aj_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->texts, aj_mail_texts_unref);
  self->texts = texts;
  show_texts (self);
}

static void
load (AjMailTextsPage *self)
{
  aj_mail_texts_load_async (aj_services_get_store (self->services), self->cancellable, loaded_cb,
                            g_object_ref (self));
}

static void
changed_cb (AjMailTextsPage *self, AjChanges *changes)
{
  if (aj_changes_concern (changes, &aj_mail_text_record_type))
    load (self);
}

static void
row_activated_cb (AdwActionRow *row, AjMailTextsPage *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_WINDOW);
  guint index;

  if (self->texts == NULL || window == NULL || !g_ptr_array_find (self->rows, row, &index))
    return;
  adw_preferences_window_present_subpage (
      ADW_PREFERENCES_WINDOW (window),
      GTK_WIDGET (aj_mail_text_editor_new (self->services, self->texts, &aj_mail_uses[index],
                                           GTK_WIDGET (self))));
}

static void
add_row (AjMailTextsPage *self, const AjChoice *use)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = aj_mail_text_editor_dup_title (use);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_sensitive (row, FALSE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
aj_mail_texts_page_dispose (GObject *object)
{
  AjMailTextsPage *self = AJ_MAIL_TEXTS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->services);
  g_clear_pointer (&self->texts, aj_mail_texts_unref);
  G_OBJECT_CLASS (aj_mail_texts_page_parent_class)->dispose (object);
}

static void
aj_mail_texts_page_finalize (GObject *object)
{
  AjMailTextsPage *self = AJ_MAIL_TEXTS_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (aj_mail_texts_page_parent_class)->finalize (object);
}

static void
aj_mail_texts_page_class_init (AjMailTextsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_mail_texts_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_mail_texts_page_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-mail-texts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AjMailTextsPage, group);
}

static void
aj_mail_texts_page_init (AjMailTextsPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (const AjChoice *use = aj_mail_uses; use->code != NULL; use++)
    add_row (self, use);
  aj_accessible_name_lists (GTK_WIDGET (self->group),
                            aj_record_type_get_plural_label (&aj_mail_text_record_type));
}

void
aj_mail_texts_page_set_services (AjMailTextsPage *self, AjServices *services)
{
  g_return_if_fail (self->services == NULL);

  self->services = g_object_ref (services);
  g_signal_connect_object (aj_services_get_store (services), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  load (self);
}
