/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-record-summary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aj-error.h"
#include "aj-person.h"

#define MAX_PARTS 5

/* What stands beneath the title of each type; of one without a title of its own, the first few are that title. */
static const struct
{
  const char *type;
  const char *fields[MAX_PARTS + 1];
  guint n_title;
} summaries[] = {
  { "municipality", { "district", "population" } },
  { "organisation", { "kind", "municipality", "district" } },
  { "person", { "function", "organisation" } },
  { "group", { "kind", "target-group", "district" } },
  { "district", { "lead" } },
  { "meeting", { "group", "starts-at", "place" } },
  { "document", { "kind", "theme", "target-group" } },
  { "intervention", { "form", "owner" } },
  { "intervention-step", { "intervention" } },
  { "rollout", { "intervention", "municipality", "district", "phase", "starts-on" }, 3 },
  { "rollout-task", { "rollout", "due", "state" } },
  { "rollout-trainer", { "person", "rollout" }, 1 },
  { "training", { "person", "intervention", "level", "municipality", "trained-on" }, 2 },
  { "evaluation", { "rollout", "date", "score" }, 1 },
  { "reach-goal", { "number", "target" } },
  { "material", { "kind", "municipality" } },
  { "loan", { "material", "municipality", "organisation", "from", "state" }, 3 },
  { "tour", { "material", "starts-on" } },
};

struct _AjRecordSummary
{
  GObject parent_instance;

  AjStore *store;             /* (owned) */
  AjRecord *record;           /* (owned) */
  const char *const *fields;  /* ends with NULL */
  guint n_title;              /* how many of them are the title */
  AjRecord *named[MAX_PARTS]; /* (owned) (nullable): what the references point at */
  /* (owned) (nullable): of those that have no title of their own either */
  AjRecordSummary *described[MAX_PARTS];
  char *title;    /* (owned) (nullable): put together */
  char *subtitle; /* (owned) */
  gboolean is_over;
  gboolean is_mailbox;
  gboolean is_forgotten;
};

G_DEFINE_FINAL_TYPE (AjRecordSummary, aj_record_summary, G_TYPE_OBJECT)

typedef enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_OVER,
  PROP_MAILBOX,
  PROP_FORGOTTEN,
} AjRecordSummaryProperty;

static GParamSpec *properties[PROP_FORGOTTEN + 1];

/* @n_title receives how many of them are the title. */
static const char *const *
find_fields (const AjRecordType *type, guint *n_title)
{
  static const char *const none[] = { NULL };

  *n_title = 0;
  for (guint i = 0; i < G_N_ELEMENTS (summaries); i++)
    if (g_str_equal (summaries[i].type, type->name))
      {
        *n_title = summaries[i].n_title;
        return summaries[i].fields;
      }
  return none;
}

static const AjField *
get_field (AjRecordSummary *self, guint part)
{
  const AjRecordType *type = aj_record_get_record_type (self->record);

  return &type->fields[aj_record_type_find (type, self->fields[part])];
}

/* A field that is no reference. */
static char *
describe_field (const AjField *field, const AjValue *value)
{
  if (!g_str_equal (field->name, "population"))
    return aj_field_display (field, value);
  if (value->kind != AJ_VALUE_INTEGER || value->as.integer == 0)
    return g_strdup ("");
  return g_strdup_printf (ngettext ("%'d inhabitant", "%'d inhabitants",
                                    (gulong) value->as.integer),
                          (int) value->as.integer);
}

static char *
describe_part (AjRecordSummary *self, guint part)
{
  const AjRecordType *type = aj_record_get_record_type (self->record);
  const int index = aj_record_type_find (type, self->fields[part]);
  const AjValues *values = aj_record_get_values (self->record);

  if (self->described[part] != NULL)
    return g_strdup (aj_record_summary_get_title (self->described[part]));
  if (type->fields[index].kind == AJ_FIELD_REFERENCE)
    return g_strdup (self->named[part] != NULL ? aj_record_get_title (self->named[part]) : "");
  return values != NULL
             ? describe_field (&type->fields[index], aj_values_peek (values, (guint) index))
             : g_strdup ("");
}

/* (transfer full) (nullable): what comes first, for it says whether the rest holds today. */
static char *
describe_time (AjRecordSummary *self, AjDate today)
{
  const AjRecordType *type = aj_record_get_record_type (self->record);
  AjDate from = type->from_field != NULL ? aj_record_get_date (self->record, type->from_field)
                                         : AJ_DATE_NONE;
  g_autofree char *day = NULL;

  if (!self->is_over && (from == AJ_DATE_NONE || from <= today))
    return NULL;
  day = aj_date_format_plain (self->is_over ? aj_record_get_date (self->record, type->until_field)
                                            : from);
  if (!self->is_over)
    /* Translators: the first day of something that is still to come. */
    return g_strdup_printf (_ ("From %s"), day);
  if (type == &aj_person_record_type)
    /* Translators: somebody's last day. */
    return g_strdup_printf (_ ("Left on %s"), day);
  /* Translators: the last day of something that is over. */
  return g_strdup_printf (_ ("Until %s"), day);
}

static void
append_part (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
set_flag (AjRecordSummary *self, gboolean *flag, gboolean value, AjRecordSummaryProperty property)
{
  if (*flag == value)
    return;
  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
update_state (AjRecordSummary *self, AjDate today)
{
  const AjValues *values = aj_record_get_values (self->record);

  set_flag (self, &self->is_over, values != NULL && aj_values_are_over (values, today), PROP_OVER);
  set_flag (self, &self->is_mailbox,
            aj_record_get_record_type (self->record) == &aj_person_record_type &&
                aj_record_get_boolean (self->record, "role-mailbox"),
            PROP_MAILBOX);
  set_flag (self, &self->is_forgotten, aj_person_is_forgotten (self->record), PROP_FORGOTTEN);
}

/* What else there was to say of them is gone. */
static char *
describe_forgotten (AjRecordSummary *self)
{
  g_autofree char *day = aj_date_format_short (aj_record_get_date (self->record, "forgotten-on"));

  return g_strdup_printf (_ ("Forgotten on %s"), day);
}

static void
update_title (AjRecordSummary *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->n_title; i++)
    {
      g_autofree char *part = describe_part (self, i);

      append_part (text, part);
    }
  if (aj_set_string (&self->title, text->len > 0 ? text->str : NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
update_subtitle (AjRecordSummary *self)
{
  AjDate today = aj_clock_get_today (aj_store_get_clock (self->store));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *time = NULL;

  update_state (self, today);
  time = self->is_forgotten ? describe_forgotten (self) : describe_time (self, today);
  append_part (text, time);
  if (self->is_mailbox)
    append_part (text, _ ("Role mailbox"));
  for (guint i = self->n_title; self->fields[i] != NULL && !self->is_forgotten; i++)
    {
      g_autofree char *part = describe_part (self, i);

      append_part (text, part);
    }
  if (aj_set_string (&self->subtitle, text->str))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

static void
update_texts (AjRecordSummary *self)
{
  update_title (self);
  update_subtitle (self);
}

static void
set_named (AjRecordSummary *self, guint part, AjRecord *named)
{
  if (self->named[part] != NULL)
    g_signal_handlers_disconnect_by_func (self->named[part], update_texts, self);
  if (self->described[part] != NULL)
    g_signal_handlers_disconnect_by_func (self->described[part], update_texts, self);
  g_clear_object (&self->described[part]);
  g_set_object (&self->named[part], named);
  if (named == NULL)
    return;
  g_signal_connect_swapped (named, "notify::title", G_CALLBACK (update_texts), self);
  if (aj_record_get_record_type (named)->title_field != NULL)
    return;
  self->described[part] = aj_record_summary_new (self->store, named);
  g_signal_connect_swapped (self->described[part], "notify::title", G_CALLBACK (update_texts),
                            self);
}

static void
follow_references (AjRecordSummary *self)
{
  for (guint i = 0; self->fields[i] != NULL; i++)
    {
      const AjField *field = get_field (self, i);
      const char *id = field->kind == AJ_FIELD_REFERENCE
                           ? aj_record_get_text (self->record, field->name)
                           : NULL;
      g_autoptr (AjRecord) named = NULL;

      if (id != NULL)
        named = aj_store_ref_record (self->store, aj_record_type_lookup (field->target), id);
      if (named != self->named[i])
        set_named (self, i, named);
    }
}

static gboolean
is_shown (AjRecordSummary *self, const char *field)
{
  const AjRecordType *type = aj_record_get_record_type (self->record);

  return g_strv_contains (self->fields, field) || g_strcmp0 (field, type->from_field) == 0 ||
         g_strcmp0 (field, type->until_field) == 0 || g_str_equal (field, "role-mailbox") ||
         g_str_equal (field, "forgotten-on");
}

static void
changed_cb (AjRecordSummary *self, GParamSpec *pspec)
{
  if (g_str_equal (pspec->name, "title"))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  if (!g_str_equal (pspec->name, "loaded") && !is_shown (self, pspec->name))
    return;
  follow_references (self);
  update_texts (self);
}

static void
aj_record_summary_dispose (GObject *object)
{
  AjRecordSummary *self = AJ_RECORD_SUMMARY (object);

  for (guint i = 0; i < MAX_PARTS; i++)
    set_named (self, i, NULL);
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, changed_cb, self);
  g_clear_object (&self->record);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (aj_record_summary_parent_class)->dispose (object);
}

static void
aj_record_summary_finalize (GObject *object)
{
  g_free (AJ_RECORD_SUMMARY (object)->title);
  g_free (AJ_RECORD_SUMMARY (object)->subtitle);
  G_OBJECT_CLASS (aj_record_summary_parent_class)->finalize (object);
}

static void
aj_record_summary_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AjRecordSummary *self = AJ_RECORD_SUMMARY (object);

  switch ((AjRecordSummaryProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, aj_record_summary_get_title (self));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_OVER:
      g_value_set_boolean (value, self->is_over);
      break;
    case PROP_MAILBOX:
      g_value_set_boolean (value, self->is_mailbox);
      break;
    case PROP_FORGOTTEN:
      g_value_set_boolean (value, self->is_forgotten);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_record_summary_class_init (AjRecordSummaryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = aj_record_summary_dispose;
  object_class->finalize = aj_record_summary_finalize;
  object_class->get_property = aj_record_summary_get_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "",
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "",
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_OVER] = g_param_spec_boolean ("over", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MAILBOX] = g_param_spec_boolean ("mailbox", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FORGOTTEN] = g_param_spec_boolean ("forgotten", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
aj_record_summary_init (AjRecordSummary *self)
{
  self->subtitle = g_strdup ("");
}

AjRecordSummary *
aj_record_summary_new (AjStore *store, AjRecord *record)
{
  AjRecordSummary *self = g_object_new (AJ_TYPE_RECORD_SUMMARY, NULL);

  self->store = g_object_ref (store);
  self->record = g_object_ref (record);
  self->fields = find_fields (aj_record_get_record_type (record), &self->n_title);
  g_signal_connect_swapped (record, "notify", G_CALLBACK (changed_cb), self);
  follow_references (self);
  update_texts (self);
  return self;
}

const char *
aj_record_summary_get_title (AjRecordSummary *self)
{
  const char *title = self->title != NULL ? self->title : aj_record_get_title (self->record);

  if (*title != '\0' || !aj_record_is_loaded (self->record))
    return title;
  return aj_record_type_get_label (aj_record_get_record_type (self->record));
}

const char *
aj_record_summary_get_subtitle (AjRecordSummary *self)
{
  return self->subtitle;
}

static const char *
find_named_title (const AjSearchHit *hit, const char *id)
{
  for (guint i = 0; id != NULL && i < hit->named->len; i++)
    {
      const AjValues *named = hit->named->pdata[i];
      const char *title_field = aj_values_get_record_type (named)->title_field;

      if (g_str_equal (aj_values_get_id (named), id) && title_field != NULL)
        return aj_values_get_text (named, title_field);
    }
  return "";
}

char *
aj_record_summary_describe_hit (const AjSearchHit *hit, const char *title)
{
  const AjRecordType *type = aj_values_get_record_type (hit->values);
  guint n_title;
  const char *const *fields = find_fields (type, &n_title);
  const gboolean has_name = type->title_field != NULL &&
                            !aj_values_is_empty (hit->values, type->title_field);
  GString *text = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      guint index = (guint) aj_record_type_find (type, fields[i]);
      const AjField *field = &type->fields[index];
      g_autofree char *part =
          field->kind == AJ_FIELD_REFERENCE
              ? g_strdup (find_named_title (hit, aj_values_get_text (hit->values, field->name)))
              : describe_field (field, aj_values_peek (hit->values, index));

      if (has_name || strstr (title, part) == NULL)
        append_part (text, part);
    }
  return g_string_free (text, FALSE);
}

gboolean
aj_record_summary_is_over (AjRecordSummary *self)
{
  return self->is_over;
}

gboolean
aj_record_summary_is_mailbox (AjRecordSummary *self)
{
  return self->is_mailbox;
}

gboolean
aj_record_summary_is_forgotten (AjRecordSummary *self)
{
  return self->is_forgotten;
}

const char *
aj_record_summary_get_mark (AjRecordSummary *self)
{
  if (self->is_forgotten)
    return "aj-forgotten-symbolic";
  return self->is_mailbox ? "mail-unread-symbolic" : NULL;
}
