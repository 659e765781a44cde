/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-record.h"

#include "aj-record-private.h"

typedef struct
{
  AjValues *values;  /* (owned) (nullable): NULL while not loaded, or removed */
  char *id;          /* (owned) */
  gint64 removed_by; /* the edit that removed it; 0 when it was not removed */
} AjRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AjRecord, aj_record, G_TYPE_OBJECT)

/* A subclass numbers the properties of its fields from here on, in the order of the table. */
enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_LOADED,
  PROP_REMOVED,
  N_PROPS,
  FIRST_FIELD = N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static AjRecordPrivate *
get_private (AjRecord *self)
{
  return aj_record_get_instance_private (self);
}

static void
get_field_property (AjRecord *self, guint index, GValue *gvalue)
{
  AjRecordPrivate *priv = get_private (self);
  const AjValue *value = priv->values != NULL ? aj_values_peek (priv->values, index) : NULL;

  switch (aj_record_get_record_type (self)->fields[index].kind)
    {
    case AJ_FIELD_INTEGER:
      g_value_set_int64 (gvalue,
                         value != NULL && value->kind == AJ_VALUE_INTEGER ? value->as.integer : 0);
      break;
    case AJ_FIELD_REAL:
      g_value_set_double (gvalue,
                          value != NULL && value->kind == AJ_VALUE_REAL ? value->as.real : 0.0);
      break;
    case AJ_FIELD_BOOLEAN:
      g_value_set_boolean (gvalue, value != NULL && value->kind == AJ_VALUE_INTEGER &&
                                       value->as.integer != 0);
      break;
    case AJ_FIELD_TEXT:
    case AJ_FIELD_DATE:
    case AJ_FIELD_TIME:
    case AJ_FIELD_WALL_TIME:
    case AJ_FIELD_CHOICE:
    case AJ_FIELD_REFERENCE:
    default:
      g_value_set_string (gvalue,
                          value != NULL && value->kind == AJ_VALUE_TEXT ? value->as.text : NULL);
      break;
    }
}

static void
aj_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AjRecord *self = AJ_RECORD (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, aj_record_get_id (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, aj_record_get_title (self));
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, aj_record_is_loaded (self));
      break;
    case PROP_REMOVED:
      g_value_set_boolean (value, aj_record_is_removed (self));
      break;
    default:
      if (prop_id - FIRST_FIELD < aj_record_get_record_type (self)->n_fields)
        get_field_property (self, prop_id - FIRST_FIELD, value);
      else
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
aj_record_finalize (GObject *object)
{
  AjRecordPrivate *priv = get_private (AJ_RECORD (object));

  g_clear_pointer (&priv->values, aj_values_unref);
  g_clear_pointer (&priv->id, g_free);
  G_OBJECT_CLASS (aj_record_parent_class)->finalize (object);
}

static void
aj_record_class_init (AjRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = aj_record_finalize;
  object_class->get_property = aj_record_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  properties[PROP_REMOVED] = g_param_spec_boolean ("removed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
aj_record_init (AjRecord *self)
{
}

static GParamSpec *
make_property (const AjField *field)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  switch (field->kind)
    {
    case AJ_FIELD_INTEGER:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case AJ_FIELD_REAL:
      return g_param_spec_double (field->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0.0, flags);
    case AJ_FIELD_BOOLEAN:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
    case AJ_FIELD_TEXT:
    case AJ_FIELD_DATE:
    case AJ_FIELD_TIME:
    case AJ_FIELD_WALL_TIME:
    case AJ_FIELD_CHOICE:
    case AJ_FIELD_REFERENCE:
    default:
      return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
    }
}

void
aj_record_class_set_record_type (AjRecordClass *klass, const AjRecordType *type)
{
  g_return_if_fail (type->n_fields <= AJ_RECORD_MAX_FIELDS);

  klass->type = type;
  /* GObject does not pass this on to the subclass whose properties these are. */
  G_OBJECT_CLASS (klass)->get_property = aj_record_get_property;
  for (guint i = 0; i < type->n_fields; i++)
    g_object_class_install_property (G_OBJECT_CLASS (klass), FIRST_FIELD + i,
                                     make_property (&type->fields[i]));
}

AjRecord *
aj_record_new (const AjRecordType *type, const char *id)
{
  AjRecord *self = g_object_new (type->get_type (), NULL);

  get_private (self)->id = g_strdup (id);
  return self;
}

static void
notify_changes (AjRecord *self, const AjValues *before, const AjValues *after)
{
  const AjRecordType *type = aj_record_get_record_type (self);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const char *name = type->fields[i].name;

      if (!aj_values_differ (before, after, name))
        continue;
      g_object_notify (G_OBJECT (self), name);
      if (g_strcmp0 (name, type->title_field) == 0)
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
    }
}

static void
replace_values (AjRecord *self, const AjValues *values, gint64 removed_by)
{
  AjRecordPrivate *priv = get_private (self);
  g_autoptr (AjValues) before = g_steal_pointer (&priv->values);
  gboolean was_removed = priv->removed_by != 0;
  gboolean was_loaded = before != NULL;

  priv->values = values != NULL ? aj_values_ref (values) : NULL;
  priv->removed_by = removed_by;

  g_object_freeze_notify (G_OBJECT (self));
  notify_changes (self, before, values);
  if (was_loaded != (values != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
  if (was_removed != (removed_by != 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REMOVED]);
  g_object_thaw_notify (G_OBJECT (self));
}

void
aj_record_put_values (AjRecord *self, const AjValues *values)
{
  AjRecordPrivate *priv = get_private (self);
  gint64 revision = aj_values_get_revision (values);

  g_return_if_fail (aj_values_get_record_type (values) == aj_record_get_record_type (self));

  if (revision < priv->removed_by || priv->values == values)
    return;
  if (priv->values != NULL && revision <= aj_values_get_revision (priv->values))
    return;
  replace_values (self, values, 0);
}

void
aj_record_put_removed (AjRecord *self, gint64 revision)
{
  AjRecordPrivate *priv = get_private (self);

  if (revision <= priv->removed_by ||
      (priv->values != NULL && revision < aj_values_get_revision (priv->values)))
    return;
  replace_values (self, NULL, revision);
}

const AjRecordType *
aj_record_get_record_type (AjRecord *self)
{
  g_return_val_if_fail (AJ_IS_RECORD (self), NULL);

  return AJ_RECORD_GET_CLASS (self)->type;
}

const char *
aj_record_get_id (AjRecord *self)
{
  g_return_val_if_fail (AJ_IS_RECORD (self), NULL);

  return get_private (self)->id;
}

const AjValues *
aj_record_get_values (AjRecord *self)
{
  g_return_val_if_fail (AJ_IS_RECORD (self), NULL);

  return get_private (self)->values;
}

gboolean
aj_record_is_loaded (AjRecord *self)
{
  return aj_record_get_values (self) != NULL;
}

gboolean
aj_record_is_removed (AjRecord *self)
{
  g_return_val_if_fail (AJ_IS_RECORD (self), FALSE);

  return get_private (self)->removed_by != 0;
}

const char *
aj_record_get_title (AjRecord *self)
{
  const char *field = aj_record_get_record_type (self)->title_field;
  const char *title = field != NULL ? aj_record_get_text (self, field) : NULL;

  return title != NULL ? title : "";
}

const char *
aj_record_get_text (AjRecord *self, const char *field)
{
  const AjValues *values = aj_record_get_values (self);

  return values != NULL ? aj_values_get_text (values, field) : NULL;
}

gint64
aj_record_get_integer (AjRecord *self, const char *field)
{
  const AjValues *values = aj_record_get_values (self);

  return values != NULL ? aj_values_get_integer (values, field) : 0;
}

double
aj_record_get_real (AjRecord *self, const char *field)
{
  const AjValues *values = aj_record_get_values (self);

  return values != NULL ? aj_values_get_real (values, field) : 0.0;
}

gboolean
aj_record_get_boolean (AjRecord *self, const char *field)
{
  return aj_record_get_integer (self, field) != 0;
}

AjDate
aj_record_get_date (AjRecord *self, const char *field)
{
  const AjValues *values = aj_record_get_values (self);

  return values != NULL ? aj_values_get_date (values, field) : AJ_DATE_NONE;
}

gboolean
aj_record_get_wall_time (AjRecord *self, const char *field, AjWallTime *time)
{
  const AjValues *values = aj_record_get_values (self);

  return values != NULL && aj_values_get_wall_time (values, field, time);
}

int
aj_record_get_time (AjRecord *self, const char *field)
{
  const AjValues *values = aj_record_get_values (self);

  return values != NULL ? aj_values_get_time (values, field) : -1;
}

char *
aj_record_display (AjRecord *self, const char *field)
{
  const AjValues *values = aj_record_get_values (self);

  return values != NULL ? aj_values_display (values, field) : g_strdup ("");
}
