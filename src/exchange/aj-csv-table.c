/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-csv-table.h"

#include "aj-csv.h"

char *
aj_csv_table_to_text (GPtrArray *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->len; i++)
    {
      char **row = table->pdata[i];

      for (guint column = 0; row[column] != NULL; column++)
        {
          g_autofree char *line = g_strdelimit (g_strdup (row[column]), "\t\r\n", ' ');
          g_autofree char *cell = aj_csv_guard (line);

          if (column > 0)
            g_string_append_c (text, '\t');
          g_string_append (text, cell);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

GBytes *
aj_csv_table_to_bytes (GPtrArray *table, AjCsvStyle style)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (AjCsvWriter) writer = aj_csv_writer_new (stream, style);

  for (guint i = 0; i < table->len; i++)
    {
      char **row = table->pdata[i];

      for (guint column = 0; row[column] != NULL; column++)
        aj_csv_writer_add_text (writer, row[column]);
      aj_csv_writer_end_row (writer, NULL, NULL);
    }
  /* Memory takes everything. */
  aj_csv_writer_finish (writer, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}
