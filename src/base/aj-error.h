/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What each layer's own error domain does not name: input that is not what it should be. */
#define AJ_ERROR (aj_error_quark ())
GQuark aj_error_quark (void);

typedef enum
{
  AJ_ERROR_INVALID,   /* the text is not what it should be */
  AJ_ERROR_NOT_FOUND, /* there is no such thing */
  AJ_ERROR_LIMIT,     /* larger than what is read */
  AJ_ERROR_EXISTS,    /* it is there already */
} AjErrorCode;

/* Sets @text to a copy of @value; TRUE when that changed it. (g_set_str() came with GLib 2.76.) */
gboolean aj_set_string (char **text, const char *value);

G_END_DECLS
