/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record-form.h"

G_BEGIN_DECLS

/* Records that refer to the one in view: shown beneath its own fields. */
typedef struct
{
  const char *title; /* shown, translated: "Members" */
  const char *empty; /* shown, translated: when there are none */
  const char
      *add_label; /* (nullable): shown, translated; NULL when they cannot be added from here */
  const AjRecordType *type;
  const char *field; /* of @type, which refers to the one in view */
  /* (nullable): for memberships, the field that names the other side, a reference. */
  const char *other;
  gboolean is_quiet; /* not shown while there are none */
  /* (nullable): for those of which a name is not enough, what a new one is asked for (see aj-new-record-dialog.h) */
  const char *const *asked;
  const char *
      new_action; /* (nullable): of the page: what makes a new one, when that takes more than a record */
} AjRecordRelation;

/* What can be done with all records of a kind, or with the one in view: a line of a menu. */
typedef struct
{
  const char *label;  /* shown, translated: "Import…" */
  const char *action; /* of the page: "records.import" */
} AjRecordVerb;

/* (transfer floating): what else is known of a record, live. */
typedef GtkWidget *(*AjRecordGroupFunc) (AjServices *services, AjRecord *record);

/* What a page of records knows of one kind of them: a page is a table of these. */
typedef struct
{
  const AjRecordType *type;
  const char *icon_name;
  const char *new_label;    /* shown, translated: "New Person", of buttons and dialogs */
  const char *new_name;     /* shown, translated: "New person", as a tooltip and a first name */
  const char *remove_label; /* shown, translated: "Remove person", as a tooltip */
  const char *empty_title;  /* shown, translated: "No People Yet" */
  const char *empty_text;   /* shown, translated: what belongs here */
  const char *none_text;    /* shown, translated: when none is chosen */
  /* (transfer full): "76 municipalities" */
  char *(*format_count) (guint count);
  const AjRecordFormGroup *groups;
  guint n_groups;
  guint n_leading_groups;            /* how many of them stand above the relations */
  const AjRecordRelation *relations; /* ends with a NULL title */
  const AjRecordVerb *list_verbs;    /* (nullable): beside the list; ends with a NULL label */
  const AjRecordVerb *record_verbs;  /* (nullable): beside the record; likewise */
  /* (nullable): a widget for above the fields, invisible while it has nothing to say of the record. */
  GtkWidget *(*make_note) (AjServices *services, AjRecord *record);
  /* (nullable): groups that stand beneath the relations; ends with NULL. */
  AjRecordGroupFunc const *extra_groups;
  /* (nullable): of those one has contact with, what leads from a contact to them (see aj-contact-group.h); ends with NULL */
  const char *const *contact_paths;
  /* (nullable): for those of which a name is not enough, what a new one is asked for (see aj-new-record-dialog.h) */
  const char *const *asked;
  const char *
      new_action; /* (nullable): of the page: what makes a new one, when that takes more than a record */
  const char *page_title; /* (nullable): what a page is called that shows these alone */
} AjRecordKind;

/* The kind of such records among @kinds; NULL when there is none. */
const AjRecordKind *
aj_record_kind_find (const AjRecordKind *kinds, guint n_kinds, const AjRecordType *type);

G_END_DECLS
