/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-page.h"
#include "aj-record-browser.h"
#include "aj-record-detail.h"
#include "aj-view-switch.h"

G_BEGIN_DECLS

#define AJ_TYPE_RECORDS_PAGE (aj_records_page_get_type ())

/**
 * AjRecordsPage:
 *
 * A page that is a table of kinds of records (AjRecordKind): a switcher of kinds, their list, and the one
 * in view whole. What derives from it says which kinds, may add pictures beside the list, and actions.
 *
 * Property: "view": how the list is shown where there is more than one way: "list", or one of get_views(). What a kind has
 * not is shown as the first that it has.
 *
 * Actions: "records.view", "records.new", "records.remove", "records.import", "records.export", "records.back",
 * "records.switch" (to the kind before or after), "records.show" and "records.show-new" (type and id),
 * "records.note-contact".
 */
G_DECLARE_DERIVABLE_TYPE (AjRecordsPage, aj_records_page, AJ, RECORDS_PAGE, AjPage)

struct _AjRecordsPageClass
{
  AjPageClass parent_class;

  /* In the order of the switcher. */
  const AjRecordKind *(*get_kinds) (guint *n_kinds);
  /* Another kind is shown. May be NULL. */
  void (*kind_changed) (AjRecordsPage *self);
  /* Another record is in view, or the one in view is another than it was. May be NULL. */
  void (*record_changed) (AjRecordsPage *self);
  /* (nullable): how the kind in view can be shown besides as a list. May be NULL, so may what it returns. */
  const char *const *(*get_views) (AjRecordsPage *self);
  /* The picture of what is shown, made ready for that: of "list" NULL. Called when either the view or the kind changes. */
  GtkWidget *(*show_view) (AjRecordsPage *self, const char *view);
};

/* Shows the first kind. Called by what derives from it, once in the end of its constructed (). */
void aj_records_page_begin (AjRecordsPage *self);
const AjRecordKind *aj_records_page_get_kind (AjRecordsPage *self);
/* (nullable): the one in view; NULL also while it is removed. */
AjRecord *aj_records_page_get_record (AjRecordsPage *self);
AjRecordBrowser *aj_records_page_get_browser (AjRecordsPage *self);
AjRecordDetail *aj_records_page_get_detail (AjRecordsPage *self);
/* Puts a widget above the list. */
void aj_records_page_add_notice (AjRecordsPage *self, GtkWidget *notice);
/* Adds another way to show what the list shows. A picture wants room: it has the page to itself as soon as it would get too
 * small beside the record. */
void aj_records_page_add_picture (AjRecordsPage *self, GtkWidget *picture);
/* Once: lets people choose how the list is shown, by a switch beside the search and @picture_switch above the pictures, both of
 * @subject, and keeps what they chose as @setting. */
void aj_records_page_add_views (AjRecordsPage *self,
                                const char *subject,
                                const char *setting,
                                AjViewSwitch *picture_switch);
/* How the kind in view is shown: "list" or one of get_views(). */
const char *aj_records_page_get_view (AjRecordsPage *self);
/* Turns to the list. */
void aj_records_page_turn_to_list (AjRecordsPage *self);
/* Shows a record that was chosen in the list or in a picture. It is of the kind that is shown. */
void aj_records_page_open (AjRecordsPage *self, AjRecord *record);
/* Shows a record of any of the kinds; FALSE when it is of none of them. */
gboolean aj_records_page_show (AjRecordsPage *self, const AjRecordType *type, const char *id);

G_END_DECLS
