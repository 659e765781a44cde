/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-store.h"

G_BEGIN_DECLS

/* Making a record from nothing but a name, to be filled in afterwards. */

/* What the new record starts with. */
typedef struct
{
  const AjRecordType *type;
  const char *name;      /* goes in the title field */
  gboolean numbered;     /* "New group" becomes "New group 2" when that name is taken */
  const char *reference; /* (nullable): a field that is filled as well … */
  const char *target_id; /* … with this record's id */
} AjRecordWish;

/* Whether a name is enough: nothing else is required that has no initial value and no choices. */
gboolean aj_record_maker_can_make (const AjRecordType *type);

/* @id is NULL when it failed, and the person has been told. */
typedef void (*AjRecordMade) (const char *id, gpointer user_data);
/* One edit, without blocking. @made is called once, also when @widget is gone. */
void aj_record_maker_make (GtkWidget *widget,
                           AjStore *store,
                           const AjRecordWish *wish,
                           AjRecordMade made,
                           gpointer user_data);

G_END_DECLS
