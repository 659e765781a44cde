/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-traces.h"

#include <locale.h>
#include <string.h>

#include "aj-store-error.h"

static void
seal (AjTraces *traces)
{
  g_autoptr (GError) error = NULL;

  aj_traces_seal (traces, &error);
  g_assert_no_error (error);
}

/* More than fits in one pattern: the first as well as the last is found. */
static void
test_many (void)
{
  g_autoptr (AjTraces) traces = aj_traces_new ();

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Persoon Nummer%04u", i);
      g_autofree char *mail = g_strdup_printf ("persoon%04u@gemeente.example", i);

      aj_traces_add_name (traces, name);
      aj_traces_add_mail (traces, mail);
    }
  seal (traces);
  for (guint i = 0; i < 2000; i += 57)
    {
      g_autofree char *text =
          g_strdup_printf ("Met PERSOON nummer%04u (persoon%04u@gemeente.example)", i, i);
      g_autofree char *replaced = aj_traces_replace (traces, text);

      g_assert_cmpstr (replaced, ==, "Met […] ([…])");
      g_assert_true (aj_traces_may_be_in (traces, text));
    }
  g_assert_null (aj_traces_replace (traces, "Persoon Nummer2000"));
  g_assert_true (aj_traces_check (traces, NULL));
}

/* A name that goes on is taken as a whole, whichever was added first. */
static void
test_longest (void)
{
  g_autoptr (AjTraces) traces = aj_traces_new ();
  g_autofree char *replaced = NULL;

  aj_traces_add_name (traces, "Pim Bos");
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("Pim %u Bos", i);

      aj_traces_add_name (traces, name);
    }
  aj_traces_add_name (traces, "Pim Bos van Dalen");
  seal (traces);
  replaced = aj_traces_replace (traces, "Pim Bos van Dalen, toen Pim Bos");
  g_assert_cmpstr (replaced, ==, "[…], toen […]");
}

/* What cannot be looked for is an error, which does not say what it was; nothing is written to the log. */
static void
test_too_long (void)
{
  g_autoptr (AjTraces) traces = aj_traces_new ();
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (name, "quilt ");
  aj_traces_add_name (traces, "Pim Bos");
  aj_traces_add_name (traces, name->str);
  g_assert_false (aj_traces_seal (traces, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FAILED);
  g_assert_null (strstr (error->message, "q"));
  g_clear_error (&error);
  g_assert_false (aj_traces_check (traces, &error));
  g_assert_error (error, AJ_STORE_ERROR, AJ_STORE_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/traces/many", test_many);
  g_test_add_func ("/traces/longest", test_longest);
  g_test_add_func ("/traces/too-long", test_too_long);
  return g_test_run ();
}
