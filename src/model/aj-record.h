/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-values.h"

G_BEGIN_DECLS

#define AJ_TYPE_RECORD (aj_record_get_type ())

/**
 * AjRecord:
 *
 * The one object for one stored record: every view of it holds the same object, which follows the
 * store. It is read through properties (one per field, named as in the table, plus "id", "title",
 * "loaded" and "removed") and changed only through an edit of the store. It may be there before its
 * values are ("loaded" is FALSE: all fields are empty). Belongs to the main thread.
 */
G_DECLARE_DERIVABLE_TYPE (AjRecord, aj_record, AJ, RECORD, GObject)

struct _AjRecordClass
{
  GObjectClass parent_class;
  const AjRecordType *type;
};

const AjRecordType *aj_record_get_record_type (AjRecord *self);
const char *aj_record_get_id (AjRecord *self);
/* (transfer none): the state as of now; take a reference to keep it. NULL while not loaded. */
const AjValues *aj_record_get_values (AjRecord *self);
gboolean aj_record_is_loaded (AjRecord *self);
/* It was removed from the store; undo may bring it back, to this same object. */
gboolean aj_record_is_removed (AjRecord *self);
/* The title field, or "". */
const char *aj_record_get_title (AjRecord *self);

/* As aj_values_get_…; empty while not loaded. */
const char *aj_record_get_text (AjRecord *self, const char *field);
gint64 aj_record_get_integer (AjRecord *self, const char *field);
double aj_record_get_real (AjRecord *self, const char *field);
gboolean aj_record_get_boolean (AjRecord *self, const char *field);
AjDate aj_record_get_date (AjRecord *self, const char *field);
gboolean aj_record_get_wall_time (AjRecord *self, const char *field, AjWallTime *time);
int aj_record_get_time (AjRecord *self, const char *field);
/* The form for people; "" when empty. */
char *aj_record_display (AjRecord *self, const char *field);

/* Used by AJ_DEFINE_RECORD: ties the class to its table and installs the properties. */
void aj_record_class_set_record_type (AjRecordClass *klass, const AjRecordType *type);

/* In the header of a record type. */
#define AJ_DECLARE_RECORD(TypeName, type_name, TYPE_NAME)                                          \
  G_DECLARE_FINAL_TYPE (TypeName, type_name, AJ, TYPE_NAME, AjRecord)                              \
  extern const AjRecordType type_name##_record_type;

/* In its source: the GObject class behind the table, which the file defines as type_name_record_type. */
#define AJ_DEFINE_RECORD(TypeName, type_name)                                                      \
  struct _##TypeName                                                                               \
  {                                                                                                \
    AjRecord parent_instance;                                                                      \
  };                                                                                               \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, AJ_TYPE_RECORD)                                        \
  static void type_name##_class_init (TypeName##Class *klass)                                      \
  {                                                                                                \
    aj_record_class_set_record_type (AJ_RECORD_CLASS (klass), &type_name##_record_type);           \
  }                                                                                                \
  static void type_name##_init (TypeName *self)                                                    \
  {                                                                                                \
  }

G_END_DECLS
