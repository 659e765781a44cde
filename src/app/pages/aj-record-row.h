/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-edit.h"
#include "aj-record.h"
#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_RECORD_ROW (aj_record_row_get_type ())

/* How many other records a row can name. */
#define AJ_RECORD_ROW_N_OTHERS 3

/**
 * AjRecordRow:
 *
 * A record that hangs on another one, as a row that opens: a seat, a function, a contact. Closed it says what it is; opened,
 * its fields can be changed and it can be removed, which can be undone. What it leads to can be gone to.
 */
G_DECLARE_DERIVABLE_TYPE (AjRecordRow, aj_record_row, AJ, RECORD_ROW, AdwExpanderRow)

struct _AjRecordRowClass
{
  AdwExpanderRowClass parent_class;

  const char *const *fields; /* that are there when it is opened; ends with NULL */
  /* (nullable): once, when it is opened the first time: a row beneath the fields. May be NULL. */
  GtkWidget *(*make_more) (AjRecordRow *self);
  /* The record changed: say which others it names. */
  void (*follow) (AjRecordRow *self);
  /* The record, or another one that it names, changed: say what it is. */
  void (*update) (AjRecordRow *self);
  /* (transfer full): the label of the edit that removes it. */
  char *(*describe_removal) (AjRecordRow *self);
  /* Fills that edit; NULL: the record goes. */
  void (*fill_removal) (AjRecordRow *self, AjEdit *edit);
  /* Whether the first of the others can be gone to. */
  gboolean can_open;
};

/* Once, before all else. */
void aj_record_row_set_record (AjRecordRow *self, AjServices *services, AjRecord *record);
AjServices *aj_record_row_get_services (AjRecordRow *self);
AjRecord *aj_record_row_get_record (AjRecordRow *self);

/* FALSE: its fields can be looked at, but not be changed, and it cannot be removed. TRUE at first. */
void aj_record_row_set_editable (AjRecordRow *self, gboolean editable);

/* For the kinds of rows: @index below AJ_RECORD_ROW_N_OTHERS. What the reference in @field leads to; @field NULL: nothing. */
void aj_record_row_follow_field (AjRecordRow *self, guint index, const char *field);
/* (transfer none) (nullable): that other record, which may not be loaded yet. */
AjRecord *aj_record_row_get_other (AjRecordRow *self, guint index);
/* (transfer none): its title; NULL while it is not known or when there is none. */
const char *aj_record_row_get_other_title (AjRecordRow *self, guint index);
/* @name is for screen readers. */
void
aj_record_row_show (AjRecordRow *self, const char *title, const char *subtitle, const char *name);
/* (transfer full): "since 1 January 2026", out of the fields "from" and "until"; empty when neither is known. What is over is
 * dimmed as well. */
char *aj_record_row_show_time (AjRecordRow *self);
/* A line of the text beneath the title takes two lines at most, and what does not fit is shown when it is opened. */
void aj_record_row_limit_subtitle (AjRecordRow *self);
/* Opens it, with the cursor in its first field as soon as the record is there. */
void aj_record_row_edit (AjRecordRow *self);

G_END_DECLS
