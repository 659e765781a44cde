/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "aj-record.h"
#include "aj-text.h"

typedef void (*TypeTest) (const AjRecordType *type);

/* Each of these is asked of every record type there is. */
static void
for_each_type (gconstpointer data)
{
  const TypeTest *test = data;

  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    {
      g_test_message ("%s", (*type)->name);
      (*test) (*type);
    }
}

static void
check_type (const AjRecordType *type)
{
  g_assert_true (aj_record_type_lookup (type->name) == type);
  g_assert_true (aj_record_type_require (type->name, NULL) == type);
  g_assert_true (aj_text_or_null (aj_record_type_get_label (type)) != NULL);
  g_assert_true (aj_text_or_null (aj_record_type_get_plural_label (type)) != NULL);
  g_assert_cmpuint (type->n_fields, >, 0);
  g_assert_cmpuint (type->n_fields, <=, AJ_RECORD_MAX_FIELDS);
  g_assert_true (g_type_is_a (type->get_type (), AJ_TYPE_RECORD));
  g_assert_true (G_TYPE_IS_FINAL (type->get_type ()));
}

/* The name is a property and, with '_' for '-', a column: lower case, so that no two differ in case alone. */
static void
check_names (const AjRecordType *type)
{
  static const char *const reserved[] = { "id", "title", "loaded", "removed", "revision", NULL };

  for (guint i = 0; i < type->n_fields; i++)
    {
      const char *name = type->fields[i].name;

      g_test_message ("%s.%s", type->name, name);
      g_assert_true (g_param_spec_is_valid_name (name));
      g_assert_true (g_ascii_islower (name[0]));
      g_assert_cmpuint (strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-"), ==, strlen (name));
      g_assert_false (g_strv_contains (reserved, name));
      g_assert_cmpint (aj_record_type_find (type, name), ==, (int) i);
      g_assert_true (aj_record_type_get_field (type, name, NULL) == &type->fields[i]);
      g_assert_true (aj_text_or_null (aj_field_get_label (&type->fields[i])) != NULL);
    }
}

static void
check_columns (const AjRecordType *type)
{
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < type->n_fields; i++)
    g_assert_true (
        g_hash_table_add (columns, g_strdelimit (g_strdup (type->fields[i].name), "-", '_')));
}

/* What says something about one kind of field stands at no other. */
static void
check_kinds (const AjRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      gboolean number = field->kind == AJ_FIELD_INTEGER || field->kind == AJ_FIELD_REAL;

      g_test_message ("%s.%s", type->name, field->name);
      g_assert_true ((field->kind == AJ_FIELD_CHOICE) == (field->choices != NULL));
      g_assert_true ((field->kind == AJ_FIELD_REFERENCE) == (field->target != NULL));
      g_assert_cmpint (field->min, <=, field->max);
      if (!number)
        g_assert_cmpint (field->min, ==, 0);
      if (!number && field->kind != AJ_FIELD_TEXT)
        g_assert_cmpint (field->max, ==, 0);
      if (field->kind != AJ_FIELD_TEXT)
        g_assert_false (field->multiline || field->form != AJ_FORM_FREE);
      if (field->monotonic)
        g_assert_cmpint (field->kind, ==, AJ_FIELD_INTEGER);
    }
}

static void
check_references (const AjRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].target != NULL)
      g_assert_nonnull (aj_record_type_lookup (type->fields[i].target));
}

/* Read by code or by label, a choice is the one that was meant; so no text may stand for two. */
static void
check_choices (const AjRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];

      for (const AjChoice *choice = field->choices; choice != NULL && choice->code != NULL;
           choice++)
        {
          const char *const texts[] = { choice->code,
                                        aj_field_get_choice_label (field, choice->code) };
          g_autofree char *folded = aj_text_fold (choice->code);

          g_test_message ("%s.%s: %s", type->name, field->name, choice->code);
          g_assert_cmpstr (choice->code, ==, folded);
          g_assert_true (aj_text_or_null (texts[1]) != NULL);
          for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
            {
              g_auto (AjValue) value = AJ_VALUE_INIT;

              g_assert_true (aj_field_parse (field, texts[j], &value, NULL));
              g_assert_cmpstr (value.as.text, ==, choice->code);
            }
        }
    }
}

static void
check_initial (const AjRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      g_auto (AjValue) value = AJ_VALUE_INIT;
      g_autoptr (GError) error = NULL;
      g_autofree char *machine = NULL;

      if (field->initial == NULL)
        continue;
      g_test_message ("%s.%s", type->name, field->name);
      g_assert_true (aj_field_parse (field, field->initial, &value, &error));
      g_assert_no_error (error);
      g_assert_true (aj_field_check (field, &value, &error));
      g_assert_no_error (error);
      machine = aj_field_format (field, &value);
      g_assert_cmpstr (machine, ==, field->initial);
    }
}

static void
check_day_field (const AjRecordType *type, const char *name)
{
  const AjField *field = name != NULL ? aj_record_type_get_field (type, name, NULL) : NULL;

  if (name == NULL)
    return;
  g_assert_nonnull (field);
  g_assert_cmpint (field->kind, ==, AJ_FIELD_DATE);
}

static void
check_id_field (const AjRecordType *type, const char *name)
{
  const AjField *field = name != NULL ? aj_record_type_get_field (type, name, NULL) : NULL;

  g_assert_true ((type->distinct_field != NULL) == (type->merged_field != NULL));
  if (name == NULL)
    return;
  g_assert_nonnull (field);
  g_assert_cmpint (field->kind, ==, AJ_FIELD_TEXT);
  g_assert_true (field->internal);
}

static void
check_named_fields (const AjRecordType *type)
{
  if (type->title_field != NULL)
    {
      const AjField *field = aj_record_type_get_field (type, type->title_field, NULL);

      g_assert_nonnull (field);
      g_assert_cmpint (field->kind, ==, AJ_FIELD_TEXT);
    }
  /* A list must have an order, and so must a search. */
  g_assert_true (type->order_field != NULL || type->title_field != NULL);
  if (type->order_field != NULL)
    g_assert_nonnull (aj_record_type_get_field (type, type->order_field, NULL));
  check_id_field (type, type->distinct_field);
  check_id_field (type, type->merged_field);
  check_day_field (type, type->from_field);
  check_day_field (type, type->until_field);
}

static int
get_position (const AjRecordType *type)
{
  const AjRecordType *const *all = aj_record_types_all ();

  for (int i = 0; all[i] != NULL; i++)
    if (all[i] == type)
      return i;
  g_assert_not_reached ();
}

/* Whether @from leads to @to by references; @seen keeps from going round. */
static gboolean
leads_to (const AjRecordType *from, const AjRecordType *to, guint64 *seen)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << get_position (from);

  if (from == to)
    return TRUE;
  if ((*seen & bit) != 0)
    return FALSE;
  *seen |= bit;
  for (guint i = 0; i < from->n_fields; i++)
    if (from->fields[i].target != NULL &&
        leads_to (aj_record_type_lookup (from->fields[i].target), to, seen))
      return TRUE;
  return FALSE;
}

/* Referred to before referring, unless the two lead to each other. */
static void
check_order (const AjRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjRecordType *target;
      guint64 seen = 0;

      if (type->fields[i].target == NULL)
        continue;
      target = aj_record_type_lookup (type->fields[i].target);
      if (get_position (target) >= get_position (type))
        g_assert_true (leads_to (target, type, &seen));
    }
}

/* A person's details are marked wherever a person is described, so that removing and exporting them misses none. */
static void
test_personal (void)
{
  static const char *const personal[] = { "name", "function", "mail", "phone", "mobile", "notes" };
  const AjRecordType *person = aj_record_type_lookup ("person");

  for (guint i = 0; i < G_N_ELEMENTS (personal); i++)
    g_assert_true (aj_record_type_get_field (person, personal[i], NULL)->personal);
}

static void
test_unique_names (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) types = g_hash_table_new (NULL, NULL);

  for (const AjRecordType *const *type = aj_record_types_all (); *type != NULL; type++)
    {
      g_assert_true (g_hash_table_add (names, (gpointer) (*type)->name));
      g_assert_true (g_hash_table_add (types, GSIZE_TO_POINTER ((*type)->get_type ())));
    }
  g_assert_cmpuint (g_hash_table_size (names), >=, 8);
}

static void
test_unknown (void)
{
  const AjRecordType *meeting = aj_record_type_lookup ("meeting");
  g_autoptr (GError) no_type = NULL;
  g_autoptr (GError) no_field = NULL;

  g_assert_null (aj_record_type_lookup ("planet"));
  g_assert_null (aj_record_type_lookup (""));
  g_assert_null (aj_record_type_lookup (NULL));
  g_assert_null (aj_record_type_require ("planet", &no_type));
  g_assert_error (no_type, AJ_MODEL_ERROR, AJ_MODEL_ERROR_UNKNOWN_TYPE);
  /* It says what there is. */
  g_assert_nonnull (strstr (no_type->message, "planet"));
  g_assert_nonnull (strstr (no_type->message, "district, municipality"));

  g_assert_cmpint (aj_record_type_find (meeting, "starts_at"), ==, -1);
  g_assert_null (aj_record_type_get_field (meeting, "starts_at", &no_field));
  g_assert_error (no_field, AJ_MODEL_ERROR, AJ_MODEL_ERROR_UNKNOWN_FIELD);
}

/* An import of a new type needs to know what is there already. */
static void
check_identity (const AjRecordType *type)
{
  guint n_required = 0;

  g_assert_nonnull (type->identity);
  for (const char *const *name = type->identity; *name != NULL; name++)
    {
      const AjField *field = aj_record_type_get_field (type, *name, NULL);

      g_assert_nonnull (field);
      g_assert_false (field->internal);
      n_required += field->required;
    }
  g_assert_true (n_required > 0 || type->single_id != NULL);
}

static void
assert_names (const AjRecordType *type, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    g_assert_false (aj_record_type_get_field (type, names[i], NULL)->internal);
}

/* A new type needs something that people call it by. */
static void
check_naming (const AjRecordType *type)
{
  g_assert_true (type->title_field != NULL || type->naming.who[0][0] != NULL);
  for (guint i = 0; type->naming.who[i][0] != NULL; i++)
    assert_names (type, type->naming.who[i]);
  assert_names (type, type->naming.in_what);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    TypeTest test;
  } tests[] = {
    { "/types/type", check_type },
    { "/types/names", check_names },
    { "/types/columns", check_columns },
    { "/types/kinds", check_kinds },
    { "/types/references", check_references },
    { "/types/choices", check_choices },
    { "/types/initial", check_initial },
    { "/types/named-fields", check_named_fields },
    { "/types/identity", check_identity },
    { "/types/naming", check_naming },
    { "/types/order", check_order },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_data_func (tests[i].path, &tests[i].test, for_each_type);
  g_test_add_func ("/types/personal", test_personal);
  g_test_add_func ("/types/unique-names", test_unique_names);
  g_test_add_func ("/types/unknown", test_unknown);
  return g_test_run ();
}
