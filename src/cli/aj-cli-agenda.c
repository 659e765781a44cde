/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-agenda.h"

#include "aj-agenda-item.h"
#include "aj-agenda.h"
#include "aj-cli-arguments.h"
#include "aj-cli-output.h"
#include "aj-meeting.h"

static gboolean
take_values_cb (const AjValues *values, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, aj_values_ref (values));
  return TRUE;
}

/* What cannot be read is not warned of: what was asked is done. FALSE when there is no agenda. */
static gboolean
count_excess (AjCli *cli, const char *meeting_id, gint64 *excess)
{
  g_autoptr (AjValues) meeting = aj_cli_load (cli, &aj_meeting_record_type, meeting_id, NULL);
  g_autoptr (AjQuery) query = aj_query_new (&aj_agenda_item_record_type);
  g_autoptr (GPtrArray) items = NULL;

  if (meeting == NULL)
    return FALSE;
  items = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_values_unref);
  aj_query_where_text (query, "meeting", AJ_QUERY_EQUAL, meeting_id);
  if (!aj_store_each (cli->store, query, take_values_cb, items, NULL) || items->len == 0)
    return FALSE;
  *excess = aj_agenda_count_excess (meeting, items);
  return TRUE;
}

void
aj_cli_warn_of_agenda (AjCli *cli, const char *meeting_id)
{
  g_autofree char *sentence = NULL;
  gint64 excess;

  if (!count_excess (cli, meeting_id, &excess) || excess <= 0)
    return;
  sentence = aj_agenda_describe_excess (excess);
  aj_cli_warn (cli, sentence);
}

char *
aj_cli_describe_agenda (AjCli *cli, const char *meeting_id)
{
  gint64 excess;

  return count_excess (cli, meeting_id, &excess) ? aj_agenda_describe_excess (excess) : NULL;
}
