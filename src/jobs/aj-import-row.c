/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-import-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (AjImportRow, aj_import_row, G_TYPE_OBJECT)

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

static const struct
{
  const char *code;
  const char *label;
} verdicts[AJ_IMPORT_N_VERDICTS] = {
  /* Translators: what an import would do with a row: add it. */
  [AJ_IMPORT_NEW] = { "new", N_ ("new") },
  /* Translators: what an import would do with a row: change what is there. */
  [AJ_IMPORT_CHANGED] = { "changed", N_ ("changed") },
  /* Translators: what an import would do with a row: nothing, it is there already. */
  [AJ_IMPORT_SAME] = { "same", N_ ("the same") },
  /* Translators: what an import would do with a row: nothing, it cannot be taken. */
  [AJ_IMPORT_REFUSED] = { "refused", N_ ("refused") },
};

const char *
aj_import_verdict_get_code (AjImportVerdict verdict)
{
  g_return_val_if_fail (verdict < AJ_IMPORT_N_VERDICTS, NULL);

  return verdicts[verdict].code;
}

const char *
aj_import_verdict_get_label (AjImportVerdict verdict)
{
  g_return_val_if_fail (verdict < AJ_IMPORT_N_VERDICTS, NULL);

  return _ (verdicts[verdict].label);
}

static void
aj_import_row_finalize (GObject *object)
{
  AjImportRow *self = AJ_IMPORT_ROW (object);

  aj_import_row_reset (self);
  g_free (self->fault);
  g_strfreev (self->cells);
  g_free (self->id);
  g_free (self->title);
  g_free (self->reason);
  G_OBJECT_CLASS (aj_import_row_parent_class)->finalize (object);
}

static void
aj_import_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WANTED)
    g_value_set_boolean (value, AJ_IMPORT_ROW (object)->wanted);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
aj_import_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WANTED)
    aj_import_row_set_wanted (AJ_IMPORT_ROW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
aj_import_row_class_init (AjImportRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = aj_import_row_finalize;
  object_class->get_property = aj_import_row_get_property;
  object_class->set_property = aj_import_row_set_property;
  properties[PROP_WANTED] = g_param_spec_boolean ("wanted", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                      G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[JUDGED] = g_signal_new ("judged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
aj_import_row_init (AjImportRow *self)
{
}

AjImportRow *
aj_import_row_new (guint line, const char *fault, char **cells)
{
  AjImportRow *self = g_object_new (AJ_TYPE_IMPORT_ROW, NULL);

  self->line = line;
  self->fault = g_strdup (fault);
  self->cells = cells;
  self->id = g_uuid_string_random ();
  return self;
}

void
aj_import_row_reset (AjImportRow *self)
{
  g_clear_pointer (&self->before, aj_values_unref);
  g_clear_pointer (&self->after, aj_values_unref);
  g_clear_pointer (&self->notes, g_free);
  g_clear_pointer (&self->lack, g_free);
  g_clear_pointer (&self->cell_faults, g_strfreev);
  g_clear_pointer (&self->suggestion, g_free);
  g_clear_pointer (&self->makes, g_ptr_array_unref);
  self->sound = AJ_IMPORT_REFUSED;
  self->unsure = FALSE;
  self->set = 0;
  self->rival = NULL;
}

static gboolean
can_be_taken (AjImportRow *self)
{
  return self->verdict == AJ_IMPORT_NEW || self->verdict == AJ_IMPORT_CHANGED;
}

static void
set_wanted (AjImportRow *self, gboolean wanted)
{
  if (self->wanted == wanted)
    return;
  self->wanted = wanted;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WANTED]);
}

gboolean
aj_import_row_settle (AjImportRow *self, gboolean make_missing)
{
  gboolean lacking = self->lack != NULL && self->sound != AJ_IMPORT_REFUSED && !make_missing;
  AjImportVerdict verdict = lacking ? AJ_IMPORT_REFUSED : self->sound;
  const char *reason = lacking ? self->lack : self->notes;
  gboolean changed = verdict != self->verdict || g_strcmp0 (reason, self->reason) != 0;

  if (changed)
    {
      g_free (self->reason);
      self->reason = g_strdup (reason);
      self->verdict = verdict;
    }
  /* Not while it is being loaded, which is on another thread: nobody listens yet. */
  set_wanted (self, can_be_taken (self) && self->choice != AJ_IMPORT_LEFT_OUT &&
                        (!self->unsure || self->choice == AJ_IMPORT_TAKEN));
  return changed;
}

guint
aj_import_row_get_line (AjImportRow *self)
{
  g_return_val_if_fail (AJ_IS_IMPORT_ROW (self), 0);

  return self->line;
}

AjImportVerdict
aj_import_row_get_verdict (AjImportRow *self)
{
  g_return_val_if_fail (AJ_IS_IMPORT_ROW (self), AJ_IMPORT_REFUSED);

  return self->verdict;
}

const char *
aj_import_row_get_title (AjImportRow *self)
{
  g_return_val_if_fail (AJ_IS_IMPORT_ROW (self), "");

  return self->title != NULL ? self->title : "";
}

const char *
aj_import_row_get_reason (AjImportRow *self)
{
  g_return_val_if_fail (AJ_IS_IMPORT_ROW (self), NULL);

  return self->reason;
}

gboolean
aj_import_row_is_doubtful (AjImportRow *self)
{
  g_return_val_if_fail (AJ_IS_IMPORT_ROW (self), FALSE);

  return self->verdict == AJ_IMPORT_REFUSED ||
         (self->reason != NULL && self->verdict != AJ_IMPORT_SAME);
}

gboolean
aj_import_row_get_wanted (AjImportRow *self)
{
  g_return_val_if_fail (AJ_IS_IMPORT_ROW (self), FALSE);

  return self->wanted;
}

void
aj_import_row_set_wanted (AjImportRow *self, gboolean wanted)
{
  g_return_if_fail (AJ_IS_IMPORT_ROW (self));

  if (!can_be_taken (self) || self->wanted == wanted)
    return;
  self->choice = wanted ? AJ_IMPORT_TAKEN : AJ_IMPORT_LEFT_OUT;
  set_wanted (self, wanted);
  if (self->import != NULL)
    aj_import_tell (self->import);
}

static guint
count_cells (AjImportRow *self)
{
  return g_strv_length (self->cells);
}

const char *
aj_import_row_get_cell (AjImportRow *self, guint column)
{
  g_return_val_if_fail (AJ_IS_IMPORT_ROW (self), "");
  g_return_val_if_fail (column < count_cells (self), "");

  return self->cells[column];
}

const char *
aj_import_row_get_cell_fault (AjImportRow *self, guint column)
{
  g_return_val_if_fail (AJ_IS_IMPORT_ROW (self), NULL);
  g_return_val_if_fail (column < count_cells (self), NULL);

  if (self->cell_faults == NULL || *self->cell_faults[column] == '\0')
    return NULL;
  return self->cell_faults[column];
}

int
aj_import_row_get_fault_column (AjImportRow *self)
{
  g_return_val_if_fail (AJ_IS_IMPORT_ROW (self), -1);

  for (guint i = 0; self->cell_faults != NULL && self->cell_faults[i] != NULL; i++)
    if (*self->cell_faults[i] != '\0')
      return (int) i;
  return -1;
}

const char *
aj_import_row_get_suggestion (AjImportRow *self, guint column)
{
  g_return_val_if_fail (AJ_IS_IMPORT_ROW (self), NULL);

  return self->suggestion_column == column ? self->suggestion : NULL;
}

const AjValues *
aj_import_row_get_before (AjImportRow *self)
{
  g_return_val_if_fail (AJ_IS_IMPORT_ROW (self), NULL);

  return self->before;
}

const AjValues *
aj_import_row_get_after (AjImportRow *self)
{
  g_return_val_if_fail (AJ_IS_IMPORT_ROW (self), NULL);

  return self->after;
}
