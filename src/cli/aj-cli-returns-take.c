/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-returns-take.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-text.h"

char *
aj_cli_return_dup_name (AjReturnRow *row)
{
  const char *file = aj_return_row_get_file (row);
  const char *title = aj_return_row_get_title (row);
  guint line = aj_return_row_get_line (row);

  if (line > 0)
    return g_strdup_printf ("%s:%u", file, line);
  return *title != '\0' ? g_strdup_printf ("%s:%s", file, title) : g_strdup (file);
}

static gboolean
is_called (AjReturnRow *row, const char *word, gboolean is_one_file)
{
  g_autofree char *name = aj_cli_return_dup_name (row);
  g_autofree char *folded = aj_text_fold (name);
  g_autofree char *wanted = aj_text_fold (word);
  g_autofree char *short_name = is_one_file
                                    ? aj_text_fold (name + strlen (aj_return_row_get_file (row)))
                                    : NULL;

  return g_str_equal (folded, wanted) ||
         (short_name != NULL && *short_name == ':' && g_str_equal (short_name + 1, wanted));
}

/* (transfer full) (nullable) */
static AjReturnRow *
find_row (AjReturns *returns, const char *word, gboolean is_one_file, GError **error)
{
  g_autoptr (AjReturnRow) found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (returns)); i++)
    {
      g_autoptr (AjReturnRow) row = g_list_model_get_item (G_LIST_MODEL (returns), i);

      if (!is_called (row, word, is_one_file))
        continue;
      if (found != NULL)
        {
          g_set_error (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
                       _ ("Several rows are called “%s”. Take the files in one by one."), word);
          return NULL;
        }
      found = g_steal_pointer (&row);
    }
  if (found == NULL)
    g_set_error (error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
                 _ ("No row is called “%s”. With --dry-run the first column shows what they are "
                    "called."),
                 word);
  return g_steal_pointer (&found);
}

static gboolean
check_row (AjReturnRow *row, const char *word, GError **error)
{
  const char *reason = aj_return_row_get_reason (row);

  if (aj_return_row_get_verdict (row) != AJ_IMPORT_REFUSED)
    return TRUE;
  g_set_error (
      error, AJ_CLI_ERROR, AJ_CLI_ERROR_REFUSED,
      /* Translators: what a row is called, and why it cannot be taken, in whole sentences. */
      _ ("“%1$s” cannot be taken: %2$s"), word, reason != NULL ? reason : "");
  return FALSE;
}

static void
take (AjReturnRow *row, GPtrArray *taken)
{
  if (aj_return_row_get_wanted (row) || !aj_return_row_can_be_wanted (row))
    return;
  aj_return_row_set_wanted (row, TRUE);
  g_ptr_array_add (taken, g_object_ref (row));
}

/* What may be a mistake costs least when nothing is called off for it. */
static gboolean
is_for_all (AjReturnRow *row)
{
  return aj_return_row_get_kind (row) != AJ_RETURN_LEFT_OUT && !aj_return_row_has_rival (row) &&
         !aj_return_row_cancels (row);
}

static void
take_doubtful (AjReturns *returns, GPtrArray *taken)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (returns)); i++)
    {
      g_autoptr (AjReturnRow) row = g_list_model_get_item (G_LIST_MODEL (returns), i);

      if (is_for_all (row))
        take (row, taken);
    }
}

GPtrArray *
aj_cli_returns_take (
    AjReturns *returns, char **words, gboolean is_one_file, gboolean takes_doubtful, GError **error)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func (g_object_unref);

  if (takes_doubtful)
    take_doubtful (returns, taken);
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      g_autoptr (AjReturnRow) row = find_row (returns, words[i], is_one_file, error);

      if (row == NULL || !check_row (row, words[i], error))
        return NULL;
      take (row, taken);
    }
  /* Of two versions, the one that was named last is taken. */
  for (guint i = taken->len; i > 0; i--)
    if (!aj_return_row_get_wanted (taken->pdata[i - 1]))
      g_ptr_array_remove_index (taken, i - 1);
  return g_steal_pointer (&taken);
}
