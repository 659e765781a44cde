/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define AJ_STORE_ERROR (aj_store_error_quark ())
GQuark aj_store_error_quark (void);

/* Causes, each of which calls for another next step of the person at the keyboard. */
typedef enum
{
  AJ_STORE_ERROR_FAILED,     /* none of the below; the message has SQLite's words */
  AJ_STORE_ERROR_NOT_FOUND,  /* no such file, no such record */
  AJ_STORE_ERROR_EXISTS,     /* a new file was asked for where one is */
  AJ_STORE_ERROR_FOREIGN,    /* a file of some other program */
  AJ_STORE_ERROR_DAMAGED,    /* a data file that cannot be read any more */
  AJ_STORE_ERROR_NEWER,      /* a data file of a newer program; left untouched */
  AJ_STORE_ERROR_IN_USE,     /* on a shared drive, and open elsewhere: by whom, since when */
  AJ_STORE_ERROR_BUSY,       /* another window was writing for too long; trying again may help */
  AJ_STORE_ERROR_READ_ONLY,  /* the file or its folder may not be written */
  AJ_STORE_ERROR_FULL,       /* the disk is full */
  AJ_STORE_ERROR_CONFLICT,   /* somebody else changed the same field meanwhile */
  AJ_STORE_ERROR_NOT_UNIQUE, /* another record has this value already */
  AJ_STORE_ERROR_REFERENCED, /* other records still refer to it, or it refers to one that is not there */
  AJ_STORE_ERROR_NOTHING, /* nothing to undo or to redo */
} AjStoreErrorCode;

G_END_DECLS
