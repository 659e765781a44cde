/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-activity-filter.h"

#include <glib/gi18n-lib.h>

#include "aj-activity.h"
#include "aj-error.h"
#include "aj-text.h"

struct _AjActivityFilter
{
  char *choices[AJ_ACTIVITY_N_ASPECTS]; /* (owned) (nullable) */
  char *text;                           /* (owned) */
  AjActivityOrder order;
  gboolean descending;
};

#define ORDER_KEY      "order"
#define DESCENDING_KEY "descending"

static const struct
{
  const char *key;
  const char *label;
  const char *all_label;
} aspects[AJ_ACTIVITY_N_ASPECTS] = {
  [AJ_ACTIVITY_ASPECT_DISTRICT] = { "district", N_ ("District"), N_ ("All districts") },
  [AJ_ACTIVITY_ASPECT_TARGET] = { "target", N_ ("Target group"), N_ ("All target groups") },
  [AJ_ACTIVITY_ASPECT_STATE] = { "state", N_ ("State"), N_ ("All states") },
  [AJ_ACTIVITY_ASPECT_KIND] = { "kind", N_ ("Kind"), N_ ("All kinds") },
  /* Translators: a choice of activities by what is not filled in yet. */
  [AJ_ACTIVITY_ASPECT_MISSING] = { "missing", N_ ("Missing"), N_ ("Complete or not") },
};

/* By the field that is empty; NULL: all that say for whom it is. */
static const struct
{
  const char *code;
  const char *field;
  const char *label;
} gaps[] = {
  { "targets", NULL, N_ ("Target group") },
  { "organisation", "organisation", N_ ("Organisation") },
  { "place", "place", N_ ("Place") },
  { "time", "from", N_ ("Time") },
  { "reach", "expected-reach", N_ ("Reach") },
  { "contact", "contact", N_ ("Contact") },
};

static const struct
{
  const char *code;
  const char *label;
} orders[AJ_ACTIVITY_N_ORDERS] = {
  [AJ_ACTIVITY_ORDER_NAME] = { "name", N_ ("Title") },
  [AJ_ACTIVITY_ORDER_MUNICIPALITY] = { "municipality", N_ ("Municipality") },
  [AJ_ACTIVITY_ORDER_TIME] = { "time", N_ ("Time") },
  [AJ_ACTIVITY_ORDER_STATE] = { "state", N_ ("State") },
  [AJ_ACTIVITY_ORDER_TARGETS] = { "targets", N_ ("Target groups") },
  [AJ_ACTIVITY_ORDER_ORGANISATION] = { "organisation", N_ ("Organisation") },
  [AJ_ACTIVITY_ORDER_EXPECTED] = { "expected-reach", N_ ("Expected") },
  [AJ_ACTIVITY_ORDER_ACTUAL] = { "actual-reach", N_ ("Reached") },
};

/* (nullable): of the fields that are choices themselves. */
static const AjChoice *
get_choices (AjActivityAspect aspect)
{
  const char *name = aspect == AJ_ACTIVITY_ASPECT_STATE  ? "state"
                     : aspect == AJ_ACTIVITY_ASPECT_KIND ? "kind"
                                                         : NULL;

  return name != NULL ? aj_record_type_get_field (&aj_activity_record_type, name, NULL)->choices
                      : NULL;
}

guint
aj_activity_aspect_get_n_options (AjActivityAspect aspect)
{
  const AjChoice *choices = get_choices (aspect);
  guint n = 0;

  if (aspect == AJ_ACTIVITY_ASPECT_TARGET)
    return AJ_N_TARGETS;
  if (aspect == AJ_ACTIVITY_ASPECT_MISSING)
    return G_N_ELEMENTS (gaps);
  while (choices != NULL && choices[n].code != NULL)
    n++;
  return n;
}

const char *
aj_activity_aspect_get_code (AjActivityAspect aspect, guint index)
{
  g_return_val_if_fail (index < aj_activity_aspect_get_n_options (aspect), NULL);

  if (aspect == AJ_ACTIVITY_ASPECT_TARGET)
    return aj_target_get_field (index);
  if (aspect == AJ_ACTIVITY_ASPECT_MISSING)
    return gaps[index].code;
  return get_choices (aspect)[index].code;
}

const char *
aj_activity_aspect_get_option (AjActivityAspect aspect, guint index)
{
  g_return_val_if_fail (index < aj_activity_aspect_get_n_options (aspect), NULL);

  if (aspect == AJ_ACTIVITY_ASPECT_TARGET)
    return aj_target_get_label (index);
  if (aspect == AJ_ACTIVITY_ASPECT_MISSING)
    return _ (gaps[index].label);
  return _ (get_choices (aspect)[index].label);
}

const char *
aj_activity_aspect_get_label (AjActivityAspect aspect)
{
  g_return_val_if_fail (aspect < AJ_ACTIVITY_N_ASPECTS, NULL);

  return _ (aspects[aspect].label);
}

const char *
aj_activity_aspect_get_all_label (AjActivityAspect aspect)
{
  g_return_val_if_fail (aspect < AJ_ACTIVITY_N_ASPECTS, NULL);

  return _ (aspects[aspect].all_label);
}

const char *
aj_activity_order_get_label (AjActivityOrder order)
{
  g_return_val_if_fail (order < AJ_ACTIVITY_N_ORDERS, NULL);

  return _ (orders[order].label);
}

AjActivityFilter *
aj_activity_filter_new (void)
{
  AjActivityFilter *self = g_new0 (AjActivityFilter, 1);

  self->text = g_strdup ("");
  return self;
}

void
aj_activity_filter_free (AjActivityFilter *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < AJ_ACTIVITY_N_ASPECTS; i++)
    g_free (self->choices[i]);
  g_free (self->text);
  g_free (self);
}

/* Districts are of a data file, and one that is not there any more finds nothing. */
static gboolean
is_option (AjActivityAspect aspect, const char *code)
{
  if (aspect == AJ_ACTIVITY_ASPECT_DISTRICT)
    return TRUE;
  for (guint i = 0; i < aj_activity_aspect_get_n_options (aspect); i++)
    if (g_str_equal (aj_activity_aspect_get_code (aspect, i), code))
      return TRUE;
  return FALSE;
}

gboolean
aj_activity_filter_choose (AjActivityFilter *self, AjActivityAspect aspect, const char *code)
{
  g_return_val_if_fail (aspect < AJ_ACTIVITY_N_ASPECTS, FALSE);
  g_return_val_if_fail (code == NULL || is_option (aspect, code), FALSE);

  return aj_set_string (&self->choices[aspect], code);
}

const char *
aj_activity_filter_get_choice (AjActivityFilter *self, AjActivityAspect aspect)
{
  g_return_val_if_fail (aspect < AJ_ACTIVITY_N_ASPECTS, NULL);

  return self->choices[aspect];
}

guint
aj_activity_filter_get_n_choices (AjActivityFilter *self)
{
  guint n = 0;

  for (guint i = 0; i < AJ_ACTIVITY_N_ASPECTS; i++)
    n += self->choices[i] != NULL;
  return n;
}

gboolean
aj_activity_filter_set_text (AjActivityFilter *self, const char *text)
{
  return aj_set_string (&self->text, text != NULL ? text : "");
}

const char *
aj_activity_filter_get_text (AjActivityFilter *self)
{
  return self->text;
}

gboolean
aj_activity_filter_is_set (AjActivityFilter *self)
{
  return aj_activity_filter_get_n_choices (self) > 0 || aj_text_or_null (self->text) != NULL;
}

void
aj_activity_filter_clear (AjActivityFilter *self)
{
  for (guint i = 0; i < AJ_ACTIVITY_N_ASPECTS; i++)
    g_clear_pointer (&self->choices[i], g_free);
  aj_activity_filter_set_text (self, NULL);
}

gboolean
aj_activity_filter_set_order (AjActivityFilter *self, AjActivityOrder order, gboolean descending)
{
  g_return_val_if_fail (order < AJ_ACTIVITY_N_ORDERS, FALSE);

  if (self->order == order && self->descending == descending)
    return FALSE;
  self->order = order;
  self->descending = descending;
  return TRUE;
}

AjActivityOrder
aj_activity_filter_get_order (AjActivityFilter *self, gboolean *descending)
{
  if (descending != NULL)
    *descending = self->descending;
  return self->order;
}

static void
add_gap (AjQuery *query, const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    if (g_str_equal (gaps[i].code, code) && gaps[i].field != NULL)
      aj_query_where_empty (query, gaps[i].field, AJ_QUERY_EMPTY);
    else if (g_str_equal (gaps[i].code, code))
      for (guint target = 0; target < AJ_N_TARGETS; target++)
        aj_query_where_integer (query, aj_target_get_field (target), AJ_QUERY_NOT_EQUAL, 1);
}

static void
add_choice (AjQuery *query, AjActivityAspect aspect, const char *code)
{
  static const char *const district_paths[] = { "municipality.district", NULL };

  switch (aspect)
    {
    case AJ_ACTIVITY_ASPECT_DISTRICT:
      aj_query_where_leads_to (query, district_paths, code);
      break;
    case AJ_ACTIVITY_ASPECT_TARGET:
      aj_query_where_integer (query, code, AJ_QUERY_EQUAL, 1);
      break;
    case AJ_ACTIVITY_ASPECT_MISSING:
      add_gap (query, code);
      break;
    case AJ_ACTIVITY_ASPECT_STATE:
    case AJ_ACTIVITY_ASPECT_KIND:
    case AJ_ACTIVITY_N_ASPECTS:
    default:
      aj_query_where_text (query, aspects[aspect].key, AJ_QUERY_EQUAL, code);
    }
}

/* What is alike in that is by title, and what has the same title by municipality, from A to Z whichever way the rest is. */
static void
add_order (AjActivityFilter *self, AjQuery *query)
{
  switch (self->order)
    {
    case AJ_ACTIVITY_ORDER_TIME:
      aj_query_order_by (query, "date", self->descending);
      aj_query_order_by (query, "from", self->descending);
      break;
    case AJ_ACTIVITY_ORDER_TARGETS:
      for (guint target = 0; target < AJ_N_TARGETS; target++)
        aj_query_order_by (query, aj_target_get_field (target), !self->descending);
      break;
    case AJ_ACTIVITY_ORDER_NAME:
      aj_query_order_by (query, "name", self->descending);
      aj_query_order_by (query, "municipality", FALSE);
      return;
    case AJ_ACTIVITY_ORDER_MUNICIPALITY:
    case AJ_ACTIVITY_ORDER_STATE:
    case AJ_ACTIVITY_ORDER_ORGANISATION:
    case AJ_ACTIVITY_ORDER_EXPECTED:
    case AJ_ACTIVITY_ORDER_ACTUAL:
    case AJ_ACTIVITY_N_ORDERS:
    default:
      aj_query_order_by (query, orders[self->order].code, self->descending);
    }
  aj_query_order_by (query, "name", FALSE);
}

AjQuery *
aj_activity_filter_make_query (AjActivityFilter *self, const char *edition)
{
  AjQuery *query = aj_query_new (&aj_activity_record_type);

  aj_query_where_text (query, "edition", AJ_QUERY_EQUAL, edition);
  for (guint i = 0; i < AJ_ACTIVITY_N_ASPECTS; i++)
    if (self->choices[i] != NULL)
      add_choice (query, i, self->choices[i]);
  aj_query_search (query, self->text);
  add_order (self, query);
  return query;
}

GVariant *
aj_activity_filter_to_variant (AjActivityFilter *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (guint i = 0; i < AJ_ACTIVITY_N_ASPECTS; i++)
    if (self->choices[i] != NULL)
      g_variant_builder_add (&builder, "{ss}", aspects[i].key, self->choices[i]);
  g_variant_builder_add (&builder, "{ss}", ORDER_KEY, orders[self->order].code);
  if (self->descending)
    g_variant_builder_add (&builder, "{ss}", DESCENDING_KEY, "true");
  return g_variant_builder_end (&builder);
}

void
aj_activity_filter_recall (AjActivityFilter *self, GVariant *kept)
{
  const char *code;

  aj_activity_filter_clear (self);
  for (guint i = 0; i < AJ_ACTIVITY_N_ASPECTS; i++)
    if (g_variant_lookup (kept, aspects[i].key, "&s", &code) && is_option (i, code))
      aj_activity_filter_choose (self, i, code);
  self->order = AJ_ACTIVITY_ORDER_NAME;
  for (guint i = 0; i < AJ_ACTIVITY_N_ORDERS; i++)
    if (g_variant_lookup (kept, ORDER_KEY, "&s", &code) && g_str_equal (orders[i].code, code))
      self->order = i;
  self->descending = g_variant_lookup (kept, DESCENDING_KEY, "&s", &code);
}
