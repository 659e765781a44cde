/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-cli-person-json.h"

#include "aj-cli-history.h"
#include "aj-cli-output.h"
#include "aj-person.h"

static JsonNode *
take_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

static JsonArray *
texts_to_json (GPtrArray *texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < texts->len; i++)
    json_array_add_string_element (array, texts->pdata[i]);
  return array;
}

static void
add_references (AjSurroundings *around,
                const AjRecordType *type,
                const AjField *field,
                JsonArray *array)
{
  GPtrArray *records = aj_surroundings_list (around, type, field->name);

  for (guint i = 0; i < records->len; i++)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "type", type->name);
      json_object_set_string_member (object, "field", field->name);
      json_object_set_member (object, "record", aj_cli_values_to_json (records->pdata[i]));
      json_array_add_object_element (array, object);
    }
}

static JsonArray *
references_to_json (AjSurroundings *around)
{
  const AjRecordType *const *types = aj_record_types_all ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; types[i] != NULL; i++)
    for (guint j = 0; j < types[i]->n_fields; j++)
      {
        const AjField *field = &types[i]->fields[j];

        if (field->kind == AJ_FIELD_REFERENCE &&
            g_str_equal (field->target, aj_person_record_type.name))
          add_references (around, types[i], field, array);
      }
  return array;
}

static JsonArray *
mentions_to_json (GPtrArray *mentions)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < mentions->len; i++)
    {
      const AjMention *mention = mentions->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "type", mention->type->name);
      json_object_set_string_member (object, "id", mention->id);
      json_object_set_string_member (object, "field", mention->field->name);
      json_object_set_string_member (object, "text", mention->text);
      json_object_set_boolean_member (object, "shared", mention->shared);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
history_to_json (GPtrArray *entries)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < entries->len; i++)
    json_array_add_object_element (array, aj_cli_history_entry_to_json (entries->pdata[i]));
  return array;
}

JsonNode *
aj_cli_person_report_to_json (AjPersonReport *report, int months)
{
  AjSurroundings *around = aj_person_report_get_surroundings (report);
  g_autofree char *date = aj_date_to_iso (aj_person_report_get_date (report));
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "date", date);
  json_object_set_string_member (object, "by", aj_person_report_get_author (report));
  json_object_set_member (object, "person",
                          aj_cli_values_to_json (aj_person_report_get_person (report)));
  json_object_set_boolean_member (object, "removed", aj_surroundings_is_removed (around));
  json_object_set_array_member (object, "references", references_to_json (around));
  json_object_set_array_member (object, "mentions",
                                mentions_to_json (aj_person_report_get_mentions (report)));
  json_object_set_int_member (object, "signed", aj_person_report_get_n_signed (report));
  json_object_set_array_member (object, "history",
                                history_to_json (aj_surroundings_get_history (around)));
  json_object_set_array_member (object, "copies",
                                texts_to_json (aj_person_report_get_copies (report)));
  json_object_set_int_member (object, "term-months", months);
  return take_object (object);
}

JsonNode *
aj_cli_person_forgotten_to_json (
    AjForgetPlan *plan, const char *id, AjForgetFlags flags, gboolean done, gboolean wiped)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", id);
  json_object_set_boolean_member (object, "forgotten", done);
  json_object_set_boolean_member (object, "wiped", wiped);
  json_object_set_int_member (object, "mentions", aj_forget_plan_get_n_mentions (plan));
  json_object_set_boolean_member (object, "mentions-kept", (flags & AJ_FORGET_KEEP_MENTIONS) != 0);
  json_object_set_array_member (object, "copies", texts_to_json (aj_forget_plan_get_copies (plan)));
  return take_object (object);
}

static const char *
get_use_code (AjUseKind kind)
{
  static const char *const codes[] = {
    [AJ_USE_UNKNOWN] = "unknown",   [AJ_USE_EDIT] = "edit",       [AJ_USE_STAND_IN] = "stand-in",
    [AJ_USE_FUNCTION] = "function", [AJ_USE_REVIEW] = "review",   [AJ_USE_CONTACT] = "contact",
    [AJ_USE_MEETING] = "meeting",   [AJ_USE_LEAD] = "lead",       [AJ_USE_SEAT] = "seat",
    [AJ_USE_LEFT] = "left",         [AJ_USE_REMOVED] = "removed",
  };

  return codes[kind];
}

JsonNode *
aj_cli_person_due_to_json (GPtrArray *due)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < due->len; i++)
    {
      const AjUnused *unused = due->pdata[i];
      g_autofree char *date = aj_date_to_iso (unused->last_use);
      g_autofree char *why = aj_unused_describe (unused);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", aj_values_get_id (unused->person));
      json_object_set_string_member (object, "name", aj_values_get_text (unused->person, "name"));
      if (date != NULL)
        json_object_set_string_member (object, "last-use", date);
      else
        json_object_set_null_member (object, "last-use");
      json_object_set_string_member (object, "use", get_use_code (unused->kind));
      json_object_set_string_member (object, "why", why);
      json_array_add_object_element (array, object);
    }
  json_node_take_array (node, array);
  return node;
}
