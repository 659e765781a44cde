/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-zip-private.h"

G_BEGIN_DECLS

/* XML out of an archive as it is unpacked: no tree is built, nothing is fetched, and a document that declares entities is
 * refused. Names are without their prefix, for programs choose those as they like. */

typedef struct
{
  const char *name;
  const unsigned char *
      *attributes; /* five for each: name, prefix, URI, begin and end of the value */
  guint n_attributes;
} AjXmlElement;

typedef struct
{
  /* Each is nullable; FALSE stops. */
  gboolean (*start) (const AjXmlElement *element, gpointer user_data, GError **error);
  gboolean (*end) (const char *name, gpointer user_data, GError **error);
  gboolean (*text) (const char *text, gsize length, gpointer user_data, GError **error);
} AjXmlHandlers;

/* (nullable) (transfer none): not ended by a zero byte. */
const char *aj_xml_element_peek (const AjXmlElement *self, const char *attribute, gsize *length);
/* (nullable) (transfer full) */
char *aj_xml_element_dup (const AjXmlElement *self, const char *attribute);
/* Whether it has that value. */
gboolean aj_xml_element_is (const AjXmlElement *self, const char *attribute, const char *value);
/* 0 when it is not there or no whole number; at most G_MAXUINT32. */
guint aj_xml_element_get_number (const AjXmlElement *self, const char *attribute);

gboolean aj_xml_parse (AjZip *zip,
                       const char *path,
                       const AjXmlHandlers *handlers,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error);

G_END_DECLS
