/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-records-verbs.h"

#include <glib/gi18n-lib.h>

#include "aj-dialog.h"
#include "aj-edit.h"
#include "aj-export-dialog.h"
#include "aj-feedback.h"
#include "aj-import-opener.h"
#include "aj-new-record-dialog.h"
#include "aj-record-maker.h"

/* A record that is being made; the page may turn to another kind meanwhile. */
typedef struct
{
  AjRecordsPage *page; /* (owned) */
  const AjRecordType *type;
} Making;

static Making *
making_new (AjRecordsPage *page)
{
  Making *self = g_new (Making, 1);

  *self = (Making){ g_object_ref (page), aj_records_page_get_kind (page)->type };
  return self;
}

static void
made_cb (const char *id, gpointer user_data)
{
  Making *making = user_data;

  if (id != NULL)
    {
      aj_records_page_show (making->page, making->type, id);
      aj_record_detail_focus_name (aj_records_page_get_detail (making->page));
    }
  g_object_unref (making->page);
  g_free (making);
}

static void
ask_for_new (AjRecordsPage *self)
{
  const AjRecordKind *kind = aj_records_page_get_kind (self);
  AjNewRecordDialog *dialog = aj_new_record_dialog_new (GTK_WIDGET (self),
                                                        aj_page_get_services (AJ_PAGE (self)),
                                                        kind->type, kind->asked, NULL, NULL,
                                                        made_cb, making_new (self));

  gtk_window_set_title (GTK_WINDOW (dialog), _ (kind->new_label));
  aj_dialog_set_parent (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
new_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjRecordsPage *self = AJ_RECORDS_PAGE (widget);
  const AjRecordKind *kind = aj_records_page_get_kind (self);
  AjRecordWish wish = { .type = kind->type, .name = _ (kind->new_name), .numbered = TRUE };

  if (kind->new_action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), kind->new_action, NULL);
  else if (aj_record_maker_can_make (wish.type))
    aj_record_maker_make (widget, aj_page_get_store (AJ_PAGE (self)), &wish, made_cb,
                          making_new (self));
  else
    ask_for_new (self);
}

static void
remove_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  AjRecord *record = aj_records_page_get_record (AJ_RECORDS_PAGE (widget));
  g_autoptr (AjEdit) edit = NULL;
  g_autofree char *label = NULL;

  if (record == NULL)
    return;
  /* Translators: the name of what is removed. */
  label = g_strdup_printf (_ ("Remove %s"), aj_record_detail_get_title (aj_records_page_get_detail (
                                                AJ_RECORDS_PAGE (widget))));
  edit = aj_edit_new (aj_page_get_store (AJ_PAGE (widget)), label);
  aj_edit_remove_values (edit, aj_record_get_values (record));
  aj_feedback_commit (widget, edit, AJ_COMMIT_OFFER_UNDO, NULL, NULL);
}

static void
import_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  aj_import_opener_choose (widget, aj_page_get_services (AJ_PAGE (widget)),
                           aj_records_page_get_kind (AJ_RECORDS_PAGE (widget))->type);
}

static void
export_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  aj_export_dialog_show (widget, aj_page_get_services (AJ_PAGE (widget)),
                         aj_records_page_get_kind (AJ_RECORDS_PAGE (widget))->type);
}

void
aj_records_verbs_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "records.new", NULL, new_activated_cb);
  gtk_widget_class_install_action (widget_class, "records.remove", NULL, remove_activated_cb);
  gtk_widget_class_install_action (widget_class, "records.import", NULL, import_activated_cb);
  gtk_widget_class_install_action (widget_class, "records.export", NULL, export_activated_cb);
}
