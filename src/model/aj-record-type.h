/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "aj-field.h"

G_BEGIN_DECLS

typedef struct _AjValues AjValues;
typedef struct _AjRecordType AjRecordType;

#define AJ_RECORD_MAX_FIELDS 64

#define AJ_NAMING_MAX_CHOICES 3
#define AJ_NAMING_MAX_FIELDS  4

/* What a record without a title is called by: names of fields. Each list ends with NULL. See aj-naming.h. */
typedef struct
{
  /* Whose it is: all of the first list of which anything is there. */
  const char *who[AJ_NAMING_MAX_CHOICES + 1][AJ_NAMING_MAX_FIELDS + 1];
  const char *in_what[AJ_NAMING_MAX_CHOICES + 1]; /* or when: the first that is there */
} AjNaming;

/**
 * AjRecordType:
 *
 * A kind of record, described once: the properties, the SQL, the history, the checks, the columns of
 * exports and the search index all follow from @fields.
 */
struct _AjRecordType
{
  const char *name;  /* "meeting": the code name, the SQL table, the word on the command line */
  const char *label; /* shown, translated: "Meeting" */
  const char *plural_label; /* shown, translated: "Meetings" */
  const AjField *fields;
  guint n_fields;
  const char *title_field; /* what a record is called by; NULL when @naming tells it */
  AjNaming naming;         /* for where there is no title */
  /* Lists without a wish of their own are in this order; NULL: that of the title field. */
  const char *order_field;
  /* The first and the last day of what a record is about, date fields of the table; NULL: it has none. An empty one is open,
   * see aj_values_exist_on(). */
  const char *from_field;
  const char *until_field;
  /* The reference to the record that this one is part of and without which it is nothing, as an attendance is of its meeting:
   * it goes when that goes, and follows it by @derive. NULL: it stands by itself, as does one whose reference is empty. */
  const char *owner_field;
  /* What an owner has only one part for: references, ends with NULL, of which the first that is filled in tells, as the person
   * of an attendance does. The store adds no second one, and aj_edit_add_once() joins it to the one that is there. NULL, or
   * nothing filled in: there may be any number. */
  const char *const *once_for;
  /* What people tell two records apart by when there is neither an id nor a value that no two share: fields, ends with
   * NULL. Where that is the title, it comes first. */
  const char *const *identity;
  /* What one without a title is searched by beside its own fields: references, ends with NULL, to what people call it by
   * ("echt-nep deventer"). Not to people: of who is forgotten nothing is to be found anywhere. NULL: nothing. */
  const char *const *found_by;
  /* For a type of which each file holds one record, from the beginning: its id, which no other has. NULL: there may be many. */
  const char *single_id;
  /* For types of which two records may turn out to be one: texts of ids (see aj-id-text.h), of those that look like it
   * and are another, and of those that were merged into it; NULL: they are never merged. */
  const char *distinct_field;
  const char *merged_field;
  GType (*get_type) (void);

  /* What a person means with a change of some fields (@set, bit i for field i) for others that they left alone: who moves
   * the start of a meeting moves its end. By aj_values_follow(), where a person edits; never on undo or in bulk. */
  void (*follow) (const AjValues *before, AjValues *after, guint64 set);
  /* Runs on every change, before the check, by aj_values_prepare(): fills in what follows from the change. @before is NULL
   * for a new record; not on one that undo brings back, which was prepared when it was made. Called on the store's thread: a pure function of its arguments. */
  void (*prepare) (const AjValues *before, AjValues *after);
  /* Fills in what follows from the owner, after @prepare and whenever the owner changes; @before is NULL for a new record.
   * Pure as well; not called for a record that has no owner. */
  void (*derive) (const AjValues *owner, const AjValues *before, AjValues *self);
  /* Rules over several fields; the table's own checks have passed. Pure as well. */
  gboolean (*check) (const AjValues *values, GError **error);
  /* Whether the record may become @after as things stand: @before is NULL for a new one, @after for one that is removed,
   * @owner for one without an owner, which is that of after the change, or of before a removal. Pure as well. */
  gboolean (*check_change) (const AjValues *owner,
                            const AjValues *before,
                            const AjValues *after,
                            GError **error);
  /* Whether the parts of one owner may stand beside each other: loans of one thing do not overlap. Asked once at the end of
   * an edit, with all of them as they are then and those of them that the edit wrote (both element-type AjValues), so that
   * several may move past each other. Pure as well; NULL: any may. */
  gboolean (*check_parts) (const AjValues *owner,
                           GPtrArray *parts,
                           GPtrArray *changed,
                           GError **error);
  /* Whether the record may be removed, by hand or by an undo: AJ_MODEL_ERROR_RULE, with what to do instead, for one that
   * others hold on to. Pure as well; NULL: any may. */
  gboolean (*check_removal) (const AjValues *values, GError **error);
};

/* The index of a field in the table, or -1. */
int aj_record_type_find (const AjRecordType *self, const char *field);
/* The field by its name; NULL with AJ_MODEL_ERROR_UNKNOWN_FIELD when there is none. */
const AjField *
aj_record_type_get_field (const AjRecordType *self, const char *field, GError **error);
const char *aj_record_type_get_label (const AjRecordType *self);
const char *aj_record_type_get_plural_label (const AjRecordType *self);

/* Every record type there is, referenced types before those that refer to them where that is possible; ends with NULL. */
const AjRecordType *const *aj_record_types_all (void);
/* By code name; NULL when there is none. */
const AjRecordType *aj_record_type_lookup (const char *name);
/* The same, with AJ_MODEL_ERROR_UNKNOWN_TYPE. */
const AjRecordType *aj_record_type_require (const char *name, GError **error);

G_END_DECLS
