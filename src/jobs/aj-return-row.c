/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-returns-private.h"

#include "aj-activity.h"
#include "aj-form-head.h"
#include "aj-text.h"

G_DEFINE_FINAL_TYPE (AjReturnRow, aj_return_row, G_TYPE_OBJECT)

enum
{
  PROP_WANTED = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  JUDGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What can be corrected of an answer, after the municipality. */
static const AjFormHead answer_cells[] = { AJ_FORM_HEAD_TAKES_PART, AJ_FORM_HEAD_REASON,
                                           AJ_FORM_HEAD_CONTACT_NAME, AJ_FORM_HEAD_CONTACT_MAIL,
                                           AJ_FORM_HEAD_CONTACT_PHONE };

const char *
aj_return_kind_get_code (AjReturnKind kind)
{
  static const char *const codes[] = { [AJ_RETURN_ANSWER] = "answer",
                                       [AJ_RETURN_ACTIVITY] = "activity",
                                       [AJ_RETURN_LEFT_OUT] = "left-out" };

  g_return_val_if_fail (kind < G_N_ELEMENTS (codes), NULL);

  return codes[kind];
}

static void
aj_return_row_finalize (GObject *object)
{
  AjReturnRow *self = AJ_RETURN_ROW (object);

  aj_return_row_reset (self);
  g_array_unref (self->faults);
  g_string_free (self->notes, TRUE);
  g_free (self->key);
  g_free (self->corrected);
  g_free (self->new_id);
  g_free (self->title);
  g_free (self->reason);
  G_OBJECT_CLASS (aj_return_row_parent_class)->finalize (object);
}

static void
aj_return_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WANTED)
    g_value_set_boolean (value, AJ_RETURN_ROW (object)->wanted);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
aj_return_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WANTED)
    aj_return_row_set_wanted (AJ_RETURN_ROW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
aj_return_row_class_init (AjReturnRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = aj_return_row_finalize;
  object_class->get_property = aj_return_row_get_property;
  object_class->set_property = aj_return_row_set_property;
  properties[PROP_WANTED] = g_param_spec_boolean ("wanted", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                      G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[JUDGED] = g_signal_new ("judged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
fault_clear (gpointer data)
{
  AjReturnFault *fault = data;

  g_free (fault->sentence);
  g_free (fault->suggestion);
}

static void
aj_return_row_init (AjReturnRow *self)
{
  self->notes = g_string_new (NULL);
  self->faults = g_array_new (FALSE, FALSE, sizeof (AjReturnFault));
  g_array_set_clear_func (self->faults, fault_clear);
}

AjReturnRow *
aj_return_row_new (AjReturns *returns, AjReturnKind kind, AjReturnForm *form)
{
  AjReturnRow *self = g_object_new (AJ_TYPE_RETURN_ROW, NULL);

  self->returns = returns;
  self->kind = kind;
  self->form = form;
  self->new_id = g_uuid_string_random ();
  return self;
}

void
aj_return_row_reset (AjReturnRow *self)
{
  g_clear_pointer (&self->after, aj_values_unref);
  g_array_set_size (self->faults, 0);
  g_string_truncate (self->notes, 0);
  self->place = NULL;
  self->before = NULL;
  self->alike = NULL;
  self->made[0] = NULL;
  self->made[1] = NULL;
  self->sound = AJ_IMPORT_REFUSED;
  self->is_unsure = FALSE;
}

void
aj_return_row_note (AjReturnRow *self, const char *sentence)
{
  g_string_append_printf (self->notes, "%s%s", self->notes->len > 0 ? "\n" : "", sentence);
}

void
aj_return_row_add_fault (AjReturnRow *self, int cell, const char *sentence, const char *suggestion)
{
  AjReturnFault fault = { cell, g_strdup (sentence), g_strdup (suggestion) };

  aj_return_row_note (self, sentence);
  g_array_append_val (self->faults, fault);
}

static const AjReturnFault *
find_fault (AjReturnRow *self, guint cell)
{
  for (guint i = 0; i < self->faults->len; i++)
    if (g_array_index (self->faults, AjReturnFault, i).cell == (int) cell)
      return &g_array_index (self->faults, AjReturnFault, i);
  return NULL;
}

AjReturnKind
aj_return_row_get_kind (AjReturnRow *self)
{
  g_return_val_if_fail (AJ_IS_RETURN_ROW (self), AJ_RETURN_ANSWER);

  return self->kind;
}

const char *
aj_return_row_get_file (AjReturnRow *self)
{
  g_return_val_if_fail (AJ_IS_RETURN_ROW (self), NULL);

  return self->form->file;
}

guint
aj_return_row_get_line (AjReturnRow *self)
{
  g_return_val_if_fail (AJ_IS_RETURN_ROW (self), 0);

  return self->where != NULL ? self->where->line : 0;
}

AjImportVerdict
aj_return_row_get_verdict (AjReturnRow *self)
{
  g_return_val_if_fail (AJ_IS_RETURN_ROW (self), AJ_IMPORT_REFUSED);

  return self->verdict;
}

gboolean
aj_return_row_is_doubtful (AjReturnRow *self)
{
  g_return_val_if_fail (AJ_IS_RETURN_ROW (self), FALSE);

  return self->is_doubtful;
}

const char *
aj_return_row_get_title (AjReturnRow *self)
{
  g_return_val_if_fail (AJ_IS_RETURN_ROW (self), "");

  return self->title != NULL ? self->title : "";
}

const char *
aj_return_row_get_municipality (AjReturnRow *self)
{
  g_return_val_if_fail (AJ_IS_RETURN_ROW (self), NULL);

  return self->place != NULL ? aj_values_get_text (self->place, "name") : NULL;
}

const char *
aj_return_row_get_reason (AjReturnRow *self)
{
  g_return_val_if_fail (AJ_IS_RETURN_ROW (self), NULL);

  return self->reason;
}

gboolean
aj_return_row_can_be_wanted (AjReturnRow *self)
{
  g_return_val_if_fail (AJ_IS_RETURN_ROW (self), FALSE);

  return self->verdict == AJ_IMPORT_NEW || self->verdict == AJ_IMPORT_CHANGED;
}

gboolean
aj_return_row_get_wanted (AjReturnRow *self)
{
  g_return_val_if_fail (AJ_IS_RETURN_ROW (self), FALSE);

  return self->wanted;
}

/* Both are about one record. */
static gboolean
are_rivals (AjReturnRow *self, AjReturnRow *other)
{
  return other != self && aj_return_row_can_be_wanted (other) &&
         (other->form != self->form || self->before != NULL);
}

static GPtrArray *
get_others (AjReturnRow *self)
{
  return self->key != NULL && self->returns != NULL
             ? g_hash_table_lookup (self->returns->claims, self->key)
             : NULL;
}

gboolean
aj_return_row_has_rival (AjReturnRow *self)
{
  GPtrArray *others;

  g_return_val_if_fail (AJ_IS_RETURN_ROW (self), FALSE);

  others = get_others (self);
  for (guint i = 0; others != NULL && i < others->len; i++)
    if (are_rivals (self, others->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_cancelled (const AjValues *values)
{
  return aj_values_get_record_type (values) == &aj_activity_record_type &&
         g_strcmp0 (aj_values_get_text (values, "state"), AJ_ACTIVITY_CANCELLED) == 0;
}

gboolean
aj_return_row_cancels (AjReturnRow *self)
{
  g_return_val_if_fail (AJ_IS_RETURN_ROW (self), FALSE);

  return self->before != NULL && self->after != NULL && is_cancelled (self->after) &&
         !is_cancelled (self->before);
}

static void
leave_out_rivals (AjReturnRow *self)
{
  GPtrArray *others = get_others (self);

  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      AjReturnRow *other = others->pdata[i];

      if (!other->wanted || !are_rivals (self, other))
        continue;
      other->choice = AJ_RETURN_NOT_TAKEN;
      aj_returns_settle (self->returns, other);
      g_signal_emit (other, signals[JUDGED], 0);
      g_object_notify_by_pspec (G_OBJECT (other), properties[PROP_WANTED]);
    }
}

void
aj_return_row_set_wanted (AjReturnRow *self, gboolean wanted)
{
  g_return_if_fail (AJ_IS_RETURN_ROW (self));

  wanted = wanted && aj_return_row_can_be_wanted (self);
  if (self->wanted == wanted || self->returns == NULL)
    return;
  self->choice = wanted ? AJ_RETURN_TAKEN : AJ_RETURN_NOT_TAKEN;
  self->wanted = wanted;
  if (wanted)
    leave_out_rivals (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WANTED]);
  g_signal_emit_by_name (self->returns, "changed");
}

const AjValues *
aj_return_row_get_before (AjReturnRow *self)
{
  g_return_val_if_fail (AJ_IS_RETURN_ROW (self), NULL);

  return self->before;
}

const AjValues *
aj_return_row_get_after (AjReturnRow *self)
{
  g_return_val_if_fail (AJ_IS_RETURN_ROW (self), NULL);

  return self->after;
}

int
aj_return_row_get_column (AjReturnRow *self, guint cell)
{
  guint n = AJ_RETURN_CELL_PLACE;

  if (self->kind == AJ_RETURN_ANSWER)
    return cell > 0 && cell <= G_N_ELEMENTS (answer_cells) ? (int) answer_cells[cell - 1] : -1;
  for (guint i = 0; self->kind == AJ_RETURN_ACTIVITY && i < AJ_N_FORM_COLUMNS; i++)
    if (aj_form_has_column (self->form->form, (AjFormColumn) i) && ++n == cell)
      return (int) i;
  return -1;
}

int
aj_return_row_find_cell (AjReturnRow *self, int column)
{
  for (guint i = 1; i < aj_return_row_get_n_cells (self); i++)
    if (aj_return_row_get_column (self, i) == column)
      return (int) i;
  return -1;
}

guint
aj_return_row_get_n_cells (AjReturnRow *self)
{
  guint n = 1;

  g_return_val_if_fail (AJ_IS_RETURN_ROW (self), 0);

  if (self->kind == AJ_RETURN_ANSWER)
    return 1 + G_N_ELEMENTS (answer_cells);
  /* There is nothing to correct where nothing stands. */
  if (self->kind == AJ_RETURN_LEFT_OUT)
    return 0;
  for (guint i = 0; i < AJ_N_FORM_COLUMNS; i++)
    n += aj_form_has_column (self->form->form, (AjFormColumn) i);
  return n;
}

static const AjField *
get_field (AjReturnRow *self, guint cell)
{
  int column = aj_return_row_get_column (self, cell);

  if (column < 0)
    return NULL;
  return self->kind == AJ_RETURN_ANSWER ? &aj_form_get_head_type ()->fields[column]
                                        : aj_form_column_get_field ((AjFormColumn) column);
}

const char *
aj_return_row_get_cell_label (AjReturnRow *self, guint cell)
{
  const AjField *field;

  g_return_val_if_fail (AJ_IS_RETURN_ROW (self), NULL);

  field = get_field (self, cell);
  return aj_field_get_label (
      field != NULL ? field : &aj_form_get_head_type ()->fields[AJ_FORM_HEAD_MUNICIPALITY_NAME]);
}

static char *
dup_place (AjReturnRow *self)
{
  const AjForm *form = self->form->form;
  const char *typed = self->corrected != NULL ? self->corrected : self->form->corrected;

  if (self->place != NULL)
    return g_strdup (aj_values_get_text (self->place, "name"));
  if (typed == NULL)
    typed = form->municipality_name != NULL ? form->municipality_name : form->municipality_code;
  return g_strdup (typed != NULL ? typed : "");
}

static char *
dup_head (AjReturnRow *self, AjFormHead head)
{
  const AjField *field = &aj_form_get_head_type ()->fields[head];
  g_autofree char *text = aj_form_dup_head (self->form->form, head);
  g_auto (AjValue) value = AJ_VALUE_INIT;

  if (text == NULL)
    return g_strdup ("");
  return aj_field_parse (field, text, &value, NULL) ? aj_field_display (field, &value)
                                                    : g_steal_pointer (&text);
}

char *
aj_return_row_dup_cell (AjReturnRow *self, guint cell)
{
  int column;

  g_return_val_if_fail (AJ_IS_RETURN_ROW (self), NULL);

  column = aj_return_row_get_column (self, cell);
  if (column < 0)
    return dup_place (self);
  if (self->kind == AJ_RETURN_ANSWER)
    return dup_head (self, (AjFormHead) column);
  return aj_form_row_display (self->typed, (AjFormColumn) column);
}

const char *
aj_return_row_get_cell_fault (AjReturnRow *self, guint cell)
{
  const AjReturnFault *fault;

  g_return_val_if_fail (AJ_IS_RETURN_ROW (self), NULL);

  fault = find_fault (self, cell);
  return fault != NULL ? fault->sentence : NULL;
}

const char *
aj_return_row_get_cell_suggestion (AjReturnRow *self, guint cell)
{
  const AjReturnFault *fault;

  g_return_val_if_fail (AJ_IS_RETURN_ROW (self), NULL);

  fault = find_fault (self, cell);
  return fault != NULL ? fault->suggestion : NULL;
}

int
aj_return_row_get_fault_cell (AjReturnRow *self)
{
  g_return_val_if_fail (AJ_IS_RETURN_ROW (self), -1);

  return self->faults->len > 0 ? g_array_index (self->faults, AjReturnFault, 0).cell : -1;
}

gboolean
aj_return_row_says_same (AjReturnRow *self, AjReturnRow *other)
{
  if (self->kind == AJ_RETURN_ACTIVITY && other->kind == AJ_RETURN_ACTIVITY)
    return aj_form_typed_is_same (self->typed, other->typed);
  return self->kind == other->kind &&
         aj_form_get_answer (self->form->form) == aj_form_get_answer (other->form->form);
}
