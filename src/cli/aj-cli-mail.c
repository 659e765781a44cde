/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-mail.h"

#include <glib/gi18n-lib.h>

#include "aj-cli-output.h"

static JsonArray *
texts_to_json (char *const *texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);
  return array;
}

static JsonObject *
mail_to_json (const AjGroupMail *mail, AjDate date, AjMailtoField field, const char *subject)
{
  const char *const *addresses = (const char *const *) mail->addresses;
  g_autofree char *uri = aj_mailto_build (addresses, field, subject);
  g_autofree char *day = aj_date_to_iso (date);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "on", day);
  json_object_set_array_member (object, "addresses", texts_to_json (mail->addresses));
  json_object_set_array_member (object, "without", texts_to_json (mail->without));
  json_object_set_string_member (object, "field", field == AJ_MAILTO_BCC ? "bcc" : "to");
  json_object_set_string_member (object, "mailto", uri);
  json_object_set_boolean_member (object, "mailto-too-long", uri == NULL && addresses[0] != NULL);
  return object;
}

void
aj_cli_print_mail (
    AjCli *cli, const AjGroupMail *mail, AjDate date, AjMailtoField field, const char *subject)
{
  g_autofree char *missing = aj_group_mail_describe_missing (mail, G_MAXUINT);

  if (cli->json)
    {
      aj_cli_print_json_object (mail_to_json (mail, date, field, subject));
      return;
    }
  for (guint i = 0; mail->addresses[i] != NULL; i++)
    aj_cli_print_line (mail->addresses[i]);
  if (mail->addresses[0] == NULL)
    aj_cli_warn (cli, _ ("There is no mail address to write to."));
  if (*missing != '\0')
    aj_cli_warn (cli, missing);
}
