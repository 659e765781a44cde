/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-xml-private.h"

#include <libxml/parser.h>
#include <string.h>

#define PER_ATTRIBUTE 5

typedef struct
{
  AjZip *zip;
  const AjXmlHandlers *handlers;
  gpointer user_data;
  xmlParserCtxtPtr parser; /* (owned) */
  GError *failure;         /* (owned) (nullable) */
  gboolean is_refused;
} Parsing;

const char *
aj_xml_element_peek (const AjXmlElement *self, const char *attribute, gsize *length)
{
  const unsigned char **one = self->attributes;

  for (guint i = 0; i < self->n_attributes; i++, one += PER_ATTRIBUTE)
    if (strcmp ((const char *) one[0], attribute) == 0)
      {
        *length = (gsize) (one[4] - one[3]);
        return (const char *) one[3];
      }
  return NULL;
}

char *
aj_xml_element_dup (const AjXmlElement *self, const char *attribute)
{
  gsize length;
  const char *text = aj_xml_element_peek (self, attribute, &length);

  return text != NULL ? g_strndup (text, length) : NULL;
}

gboolean
aj_xml_element_is (const AjXmlElement *self, const char *attribute, const char *value)
{
  gsize length;
  const char *text = aj_xml_element_peek (self, attribute, &length);

  return text != NULL && strlen (value) == length && memcmp (text, value, length) == 0;
}

guint
aj_xml_element_get_number (const AjXmlElement *self, const char *attribute)
{
  gsize length;
  const char *text = aj_xml_element_peek (self, attribute, &length);
  guint64 number = 0;

  for (gsize i = 0; text != NULL && i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return 0;
      number = MIN (number * 10 + (guint64) (text[i] - '0'), (guint64) G_MAXUINT32);
    }
  return (guint) number;
}

static void
stop (Parsing *parsing)
{
  parsing->is_refused = TRUE;
  xmlStopParser (parsing->parser);
}

static void
start_cb (void *user_data,
          const xmlChar *name,
          const xmlChar *prefix,
          const xmlChar *uri,
          int n_namespaces,
          const xmlChar **namespaces,
          int n_attributes,
          int n_defaulted,
          const xmlChar **attributes)
{
  Parsing *parsing = user_data;
  AjXmlElement element = { (const char *) name, attributes, (guint) n_attributes };

  if (!parsing->is_refused && parsing->handlers->start != NULL &&
      !parsing->handlers->start (&element, parsing->user_data, &parsing->failure))
    stop (parsing);
}

static void
end_cb (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Parsing *parsing = user_data;

  if (!parsing->is_refused && parsing->handlers->end != NULL &&
      !parsing->handlers->end ((const char *) name, parsing->user_data, &parsing->failure))
    stop (parsing);
}

static void
text_cb (void *user_data, const xmlChar *text, int length)
{
  Parsing *parsing = user_data;

  if (!parsing->is_refused && parsing->handlers->text != NULL &&
      !parsing->handlers->text ((const char *) text, (gsize) length, parsing->user_data,
                                &parsing->failure))
    stop (parsing);
}

/* No office program declares a document type; who wants a page of text to be a terabyte does. */
static void
document_type_cb (void *user_data, const xmlChar *name, const xmlChar *id, const xmlChar *system)
{
  stop (user_data);
}

/* Nothing is printed: what is wrong is told once, by whoever asked. */
static void
error_cb (void *user_data, xmlErrorPtr error)
{
}

static gboolean
parse_piece (const char *piece, gsize length, gpointer user_data, GError **error)
{
  Parsing *parsing = user_data;
  int result = xmlParseChunk (parsing->parser, piece, (int) length, 0);

  if (parsing->failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&parsing->failure));
      return FALSE;
    }
  return (result == XML_ERR_OK && !parsing->is_refused) ||
         aj_zip_fail_damaged (parsing->zip, error);
}

static gboolean
finish (Parsing *parsing, GError **error)
{
  int result = xmlParseChunk (parsing->parser, "", 0, 1);

  if (parsing->failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&parsing->failure));
      return FALSE;
    }
  return (result == XML_ERR_OK && !parsing->is_refused) ||
         aj_zip_fail_damaged (parsing->zip, error);
}

gboolean
aj_xml_parse (AjZip *zip,
              const char *path,
              const AjXmlHandlers *handlers,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  static gsize is_begun = 0;
  xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC };
  Parsing parsing = { .zip = zip, .handlers = handlers, .user_data = user_data };
  gboolean done;

  if (g_once_init_enter (&is_begun))
    {
      xmlInitParser ();
      g_once_init_leave (&is_begun, 1);
    }
  sax.startElementNs = start_cb;
  sax.endElementNs = end_cb;
  sax.characters = text_cb;
  sax.ignorableWhitespace = text_cb;
  sax.cdataBlock = text_cb;
  sax.internalSubset = document_type_cb;
  sax.serror = error_cb;
  parsing.parser = xmlCreatePushParserCtxt (&sax, &parsing, NULL, 0, NULL);
  if (parsing.parser == NULL)
    g_error ("out of memory");
  xmlCtxtUseOptions (parsing.parser, XML_PARSE_NONET);
  done = aj_zip_read (zip, path, parse_piece, &parsing, cancellable, error) &&
         finish (&parsing, error);
  xmlFreeParserCtxt (parsing.parser);
  g_clear_error (&parsing.failure);
  return done;
}
