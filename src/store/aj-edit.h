/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-store.h"

G_BEGIN_DECLS

#define AJ_TYPE_EDIT (aj_edit_get_type ())

/**
 * AjEdit:
 *
 * One change as a person sees it: one transaction, one line of history, one step of undo. It is
 * filled, committed once, and done; the records show it when the commit has succeeded, never before.
 * An edit that turns out to change nothing leaves no trace.
 */
G_DECLARE_FINAL_TYPE (AjEdit, aj_edit, AJ, EDIT, GObject)

/* What an edit was about to do when it found that somebody else had been there. */
typedef enum
{
  AJ_CONFLICT_CHANGE, /* set the field to something else */
  AJ_CONFLICT_REMOVAL, /* remove the record, of which this field was different when it was looked at */
  AJ_CONFLICT_GUARD, /* something that was thought out from the record as it was */
} AjConflictCause;

/* What somebody else did to a field while this edit was being made. */
typedef struct
{
  AjConflictCause cause;
  const AjRecordType *type;
  char *id;
  const AjField *field; /* NULL: the whole record was removed */
  AjValue mine;         /* what it was to become; of a removal and a guard, what it was */
  AjValue theirs;
  char *author;
  gint64 at; /* seconds since 1970, UTC */
} AjConflict;

/* @label says what was done in the language of who does it: "Move meeting to 12 March". */
AjEdit *aj_edit_new (AjStore *store, const char *label);
/* A better label, once it is known what the edit does. */
void aj_edit_set_label (AjEdit *self, const char *label);
const char *aj_edit_get_label (AjEdit *self);
/* FALSE for what the program notes down for itself: in history, but not a step of undo. Such a note changes only records
 * that are there: of one that was removed meanwhile it is passed over, whatever aj_edit_set_overwrite() says. */
void aj_edit_set_undoable (AjEdit *self, gboolean undoable);

/* (transfer none): a new record with the initial values of its table, to be filled before the commit; valid until
 * then. Its id is known at once. */
AjValues *aj_edit_add (AjEdit *self, const AjRecordType *type);
/* The same for a type of which an owner has only one for each (once_for): when somebody else made it meanwhile, what is filled in
 * here becomes a change of theirs, and is merged with it as any change is. Nothing may refer to it in the same edit. */
AjValues *aj_edit_add_once (AjEdit *self, const AjRecordType *type);
/* The same with a given id, for data that comes from elsewhere. */
AjValues *aj_edit_add_with_id (AjEdit *self, const AjRecordType *type, const char *id);
/* (transfer none): the record's values, to be changed before the commit; valid until then. Only fields that then
 * differ from @base are written. The same record gives the same values every time. */
AjValues *aj_edit_change_values (AjEdit *self, const AjValues *base);
/* The same from a loaded record. */
AjValues *aj_edit_change (AjEdit *self, AjRecord *record);
/* Removes the record that was seen as @base: a conflict when somebody changed it since. That somebody removed it too is
 * none. What only rises does not count, and neither does what was changed and changed back. */
void aj_edit_remove_values (AjEdit *self, const AjValues *base);
/* Removes it whatever it is by now: for those who have seen nothing of it. */
void aj_edit_remove (AjEdit *self, const AjRecordType *type, const char *id);
/* What the edit does was thought out from the record as it is in @base: a conflict when it was changed since, in any
 * field that does not only rise, or removed. By itself a guard writes nothing; it goes with a change or a removal too. */
void aj_edit_guard (AjEdit *self, const AjValues *base);
/* Whether anything would be written. */
gboolean aj_edit_is_empty (AjEdit *self);

/* Fills in what follows, checks, writes. Fails with an error of AJ_MODEL_ERROR (a rule) or AJ_STORE_ERROR, and then
 * nothing is changed. Waits. */
gboolean aj_edit_commit (AjEdit *self, GError **error);
void aj_edit_commit_async (AjEdit *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean aj_edit_commit_finish (AjEdit *self, GAsyncResult *result, GError **error);
/* The number of the edit in history, once committed; 0 when it changed nothing. */
gint64 aj_edit_get_revision (AjEdit *self);
/* (element-type AjConflict) (transfer none): what stood in the way when the commit failed with
 * AJ_STORE_ERROR_CONFLICT. An edit that so failed may be committed again after aj_edit_set_overwrite(). */
GPtrArray *aj_edit_get_conflicts (AjEdit *self);
/* The choice "keep mine": the next commit writes over the conflicts, guards included. A record that was removed meanwhile
 * comes back. */
void aj_edit_set_overwrite (AjEdit *self, gboolean overwrite);

G_END_DECLS
