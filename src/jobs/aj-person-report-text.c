/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-person-report.h"

#include <glib/gi18n-lib.h>

#include "aj-forget.h"
#include "aj-person-text.h"
#include "aj-person.h"

typedef struct
{
  AjPersonReport *report;
  AjSurroundings *around;
  const AjValues *person;
  AjDocument *document;
} Writing;

/* "Thu 12 Mar 2026, 10:00". */
static char *
format_moment (Writing *self, gint64 at)
{
  AjWallTime time;
  g_autofree char *day = NULL;
  g_autofree char *minute = NULL;

  if (!aj_clock_look_back (aj_person_report_get_clock (self->report), at, &time))
    return g_strdup ("");
  day = aj_date_format_short (time.date);
  minute = aj_time_of_day_to_string (time.minute);
  /* Translators: a day and a time: "Thu 12 Mar 2026, 10:00". */
  return g_strdup_printf (C_ ("moment", "%s, %s"), day, minute);
}

static void
write_beginning (Writing *self)
{
  g_autofree char *day = aj_date_format_long (aj_person_report_get_date (self->report));
  g_autofree char *drawn_up = g_strdup_printf (
      /* Translators: a day, and who did it. */
      _ ("Drawn up on %s by %s. This is all that the program recognises in the data file as being "
         "about this person; a family name alone or a nickname in a text is not recognised."),
      day, aj_person_report_get_author (self->report));

  aj_document_add_paragraph (self->document, drawn_up);
  if (aj_surroundings_is_removed (self->around))
    aj_document_add_paragraph (
        self->document, _ ("The person was removed, but what was known is still in the history."));
  if (!aj_values_is_empty (self->person, "forgotten-on"))
    aj_document_add_paragraph (
        self->document,
        _ ("The person was forgotten: what was personal is gone. It is only known that somebody "
           "was there."));
}

/* Which others they were taken for is kept by ids, which say nothing to anybody. */
static gboolean
is_shown (const AjRecordType *type, const AjField *field)
{
  return g_strcmp0 (field->name, type->distinct_field) != 0 &&
         g_strcmp0 (field->name, type->merged_field) != 0;
}

static void
write_fields (Writing *self)
{
  const char *const headings[] = { _ ("What"), _ ("Value"), NULL };
  const AjRecordType *type = &aj_person_record_type;

  aj_document_add_heading (self->document, 1, _ ("The Person"));
  aj_document_begin_table (self->document, _ ("The Person"), headings);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const AjField *field = &type->fields[i];
      g_autofree char *value = NULL;
      const char *cells[] = { aj_field_get_label (field), NULL, NULL };

      if (aj_values_is_empty (self->person, field->name) || !is_shown (type, field) ||
          (field->kind == AJ_FIELD_BOOLEAN && !aj_values_get_boolean (self->person, field->name)))
        continue;
      value = aj_surroundings_display (self->around, self->person, field);
      cells[1] = value;
      aj_document_add_row (self->document, cells);
    }
}

static void
write_parts (Writing *self)
{
  for (const AjPersonPart *part = aj_person_parts_get (); part->type != NULL; part++)
    {
      GPtrArray *records = aj_surroundings_list (self->around, part->type, part->field);

      if (records->len == 0)
        continue;
      aj_document_add_heading (self->document, 1, _ (part->heading));
      aj_person_text_add_table (self->document, self->around, part, records);
    }
}

static gboolean
is_part (const AjRecordType *type, const AjField *field)
{
  for (const AjPersonPart *part = aj_person_parts_get (); part->type != NULL; part++)
    if (part->type == type && g_str_equal (part->field, field->name))
      return TRUE;
  return FALSE;
}

static void
add_references (Writing *self, const AjRecordType *type, const AjField *field, gboolean *begun)
{
  const char *const headings[] = { _ ("Kind"), _ ("Which"), _ ("As"), NULL };
  GPtrArray *records = aj_surroundings_list (self->around, type, field->name);

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *name = aj_surroundings_describe (self->around, records->pdata[i]);
      const char *const cells[] = { aj_record_type_get_label (type), name,
                                    aj_field_get_label (field), NULL };

      if (!*begun)
        {
          aj_document_add_heading (self->document, 1, _ ("Elsewhere in the Network"));
          aj_document_begin_table (self->document, _ ("Elsewhere in the Network"), headings);
          *begun = TRUE;
        }
      aj_document_add_row (self->document, cells);
    }
}

/* Whatever else refers to a person, also by a kind of record that is still to be thought of. */
static void
write_references (Writing *self)
{
  const AjRecordType *const *types = aj_record_types_all ();
  gboolean begun = FALSE;

  for (guint i = 0; types[i] != NULL; i++)
    for (guint j = 0; j < types[i]->n_fields; j++)
      {
        const AjField *field = &types[i]->fields[j];

        if (field->kind == AJ_FIELD_REFERENCE &&
            g_str_equal (field->target, aj_person_record_type.name) && !is_part (types[i], field))
          add_references (self, types[i], field, &begun);
      }
}

static void
write_mentions (Writing *self)
{
  GPtrArray *mentions = aj_person_report_get_mentions (self->report);
  guint n_signed = aj_person_report_get_n_signed (self->report);
  g_autofree char *signed_by = g_strdup_printf (
      ngettext ("The name also stands beside %u change in the history, as who made it.",
                "The name also stands beside %u changes in the history, as who made them.",
                n_signed),
      n_signed);

  if (mentions->len == 0 && n_signed == 0)
    return;
  aj_document_add_heading (self->document, 1, _ ("In the Texts of Others"));
  if (mentions->len > 0)
    aj_document_add_paragraph (
        self->document,
        _ ("The name, a mail address or a telephone number was found in these places."));
  aj_person_text_add_mentions (self->document, self->around, mentions, FALSE);
  if (aj_person_text_count_mentions (mentions, TRUE) > 0)
    aj_document_add_paragraph (self->document, _ ("Others have the same, as their own:"));
  aj_person_text_add_mentions (self->document, self->around, mentions, TRUE);
  if (n_signed > 0)
    aj_document_add_paragraph (self->document, signed_by);
}

/* (nullable): the oldest line, when it is the one that added the person. */
static const AjHistoryEntry *
find_addition (Writing *self)
{
  GPtrArray *entries = aj_surroundings_get_history (self->around);

  for (guint i = entries->len; i > 0; i--)
    {
      const AjHistoryEntry *entry = entries->pdata[i - 1];

      for (guint j = 0; j < entry->changes->len; j++)
        {
          const AjHistoryChange *change = entry->changes->pdata[j];

          if (change->type == &aj_person_record_type && change->before == NULL)
            return entry;
        }
    }
  return NULL;
}

static void
write_origin (Writing *self)
{
  const AjHistoryEntry *entry = find_addition (self);
  g_autofree char *moment = entry != NULL ? format_moment (self, entry->at) : NULL;
  g_autofree char *text = NULL;

  aj_document_add_heading (self->document, 1, _ ("Where It Came From"));
  if (entry == NULL)
    {
      aj_document_add_paragraph (
          self->document,
          _ ("That is not known: it was here before the history of the file began."));
      return;
    }
  text = g_strdup_printf (
      /* Translators: when, by whom, and what they did: "Import 12 people from contacts.csv". */
      _ ("Added on %1$s by %2$s: “%3$s”. What was written later, and by whom, stands in the "
         "history below."),
      moment, entry->author, entry->label);
  aj_document_add_paragraph (self->document, text);
}

static void
write_term (Writing *self, int months)
{
  AjDate reviewed = aj_values_get_date (self->person, "reviewed-on");
  g_autofree char *term = g_strdup_printf (
      ngettext ("Once somebody has had no part in the network for %d month, we look them over: we "
                "keep them for a reason, or forget them.",
                "Once somebody has had no part in the network for %d months, we look them over: we "
                "keep them for a reason, or forget them.",
                (gulong) months),
      months);
  g_autofree char *day = aj_date_format_long (reviewed);
  g_autofree char *last = g_strdup_printf (_ ("These data were last looked over on %s."), day);

  aj_document_add_heading (self->document, 1, _ ("Why and for How Long"));
  aj_document_add_paragraph (
      self->document,
      _ ("We keep these data to reach and invite the people of the network, and to remember who "
         "took part in what, also when the work goes to somebody else."));
  if (aj_values_get_boolean (self->person, "role-mailbox"))
    aj_document_add_paragraph (
        self->document,
        _ ("This is the mailbox of a role, not of one person. It stays for as long as the role."));
  else
    aj_document_add_paragraph (self->document, term);
  if (reviewed != AJ_DATE_NONE)
    aj_document_add_paragraph (self->document, last);
}

static void
write_rights (Writing *self)
{
  aj_document_add_heading (self->document, 1, _ ("Who Sees It"));
  aj_document_add_paragraph (
      self->document,
      _ ("Everybody who may open the data file. The program sends nothing by itself, and decides "
         "nothing about people. It does not note who was given a list, a mail or a calendar file: "
         "ask whoever drew this up."));
  aj_document_add_heading (self->document, 1, _ ("What the Person May Ask"));
  aj_document_add_paragraph (self->document,
                             _ ("Under the privacy law (AVG) a person may ask us:"));
  aj_document_add_item (self->document, _ ("to correct what is wrong and to add what is missing;"));
  aj_document_add_item (self->document, _ ("to forget them;"));
  aj_document_add_item (self->document, _ ("to use the data less, or not for the time being;"));
  aj_document_add_item (self->document, _ ("to stop using the data for a purpose;"));
  aj_document_add_item (self->document, _ ("for a copy of this overview."));
  aj_document_add_paragraph (
      self->document,
      _ ("Whoever is not content with our answer can complain to the Dutch Data Protection "
         "Authority (Autoriteit Persoonsgegevens)."));
}

static void
write_copies (Writing *self)
{
  GPtrArray *copies = aj_person_report_get_copies (self->report);

  aj_document_add_heading (self->document, 1, _ ("Copies of the File"));
  if (copies->len == 0)
    {
      aj_document_add_paragraph (
          self->document,
          _ ("No copy lies beside the data file. Copies elsewhere are not known here."));
      return;
    }
  aj_document_add_paragraph (
      self->document,
      _ ("These lie beside the data file and may hold the same. Copies elsewhere are not known "
         "here."));
  for (guint i = 0; i < copies->len; i++)
    aj_document_add_item (self->document, copies->pdata[i]);
}

/* Who else it was about before or after is nothing for this person to read. */
static char *
display (Writing *self, const AjHistoryChange *change, const AjValues *state, guint index)
{
  const AjField *field = &change->type->fields[index];
  const AjValue *value = state != NULL ? aj_values_peek (state, index) : NULL;

  if (value == NULL || value->kind == AJ_VALUE_NONE)
    /* Translators: a field without a value. */
    return g_strdup (_ ("nothing"));
  if (field->kind == AJ_FIELD_REFERENCE && change->type != &aj_person_record_type &&
      g_str_equal (field->target, aj_person_record_type.name) &&
      !g_str_equal (value->as.text, aj_values_get_id (self->person)))
    return g_strdup (_ ("somebody else"));
  return aj_surroundings_display (self->around, state, field);
}

static char *
describe_field (Writing *self, const AjHistoryChange *change, guint index)
{
  const char *label = aj_field_get_label (&change->type->fields[index]);
  g_autofree char *before = display (self, change, change->before, index);
  g_autofree char *after = display (self, change, change->after, index);

  if (change->before == NULL || aj_values_peek (change->before, index)->kind == AJ_VALUE_NONE)
    /* Translators: the label of a field, and what stands in it. */
    return g_strdup_printf (_ ("%s: %s"), label, after);
  if (change->after == NULL)
    return g_strdup_printf (_ ("%s: %s"), label, before);
  /* Translators: the label of a field, what stood in it, what stands in it now. */
  return g_strdup_printf (_ ("%s: from %s to %s"), label, before, after);
}

/* That an added record was about the person goes without saying. */
static gboolean
is_plain (Writing *self, const AjHistoryChange *change, guint index)
{
  const AjField *field = &change->type->fields[index];
  const AjValues *whole = change->before == NULL ? change->after : change->before;

  return change->type != &aj_person_record_type && field->kind == AJ_FIELD_REFERENCE &&
         (change->before == NULL || change->after == NULL) &&
         g_strcmp0 (aj_values_get_text (whole, field->name), aj_values_get_id (self->person)) == 0;
}

/* A line for each field: what was, and what became. */
static char *
describe_change (Writing *self, const AjHistoryChange *change)
{
  GString *text = g_string_new (NULL);

  if (change->type != &aj_person_record_type)
    g_string_append (text, aj_record_type_get_label (change->type));
  if (change->after == NULL)
    /* Translators: of a record: it was removed, and this was in it. */
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", _ ("removed"));
  for (guint i = 0; i < change->type->n_fields; i++)
    {
      g_autofree char *line = NULL;

      if (!aj_history_change_is_touched (change, i) ||
          !is_shown (change->type, &change->type->fields[i]) || is_plain (self, change, i))
        continue;
      line = describe_field (self, change, i);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  return g_string_free (text, FALSE);
}

static void
add_entry (Writing *self, const AjHistoryEntry *entry)
{
  g_autofree char *moment = format_moment (self, entry->at);
  /* Translators: what was done, and since taken back. */
  g_autofree char *label = entry->undone ? g_strdup_printf (_ ("%s (undone)"), entry->label)
                                         : g_strdup (entry->label);

  for (guint i = 0; i < entry->changes->len; i++)
    {
      g_autofree char *change = describe_change (self, entry->changes->pdata[i]);
      const char *const cells[] = { moment, entry->author, label, change, NULL };

      aj_document_add_row (self->document, cells);
    }
}

static void
write_history (Writing *self)
{
  const char *const headings[] = { _ ("When"), _ ("Who"), _ ("What was done"), _ ("What changed"),
                                   NULL };
  GPtrArray *entries = aj_surroundings_get_history (self->around);

  aj_document_add_heading (self->document, 1, _ ("History"));
  if (entries->len == 0)
    {
      aj_document_add_paragraph (self->document, _ ("Nothing was changed."));
      return;
    }
  aj_document_add_paragraph (self->document,
                             _ ("What was noted of this person, by whom and when, newest first."));
  aj_document_begin_table (self->document, _ ("History"), headings);
  for (guint i = 0; i < entries->len; i++)
    add_entry (self, entries->pdata[i]);
}

AjDocument *
aj_person_report_to_document (AjPersonReport *self, int months)
{
  const AjValues *person = aj_person_report_get_person (self);
  /* Translators: the name of a person. */
  g_autofree char *title = g_strdup_printf (_ ("What we hold on %s"),
                                            aj_values_get_text (person, "name"));
  Writing writing = { self, aj_person_report_get_surroundings (self), person,
                      aj_document_new (title, NULL) };

  write_beginning (&writing);
  write_fields (&writing);
  write_parts (&writing);
  write_references (&writing);
  write_mentions (&writing);
  write_origin (&writing);
  write_term (&writing, months);
  write_rights (&writing);
  write_copies (&writing);
  write_history (&writing);
  return writing.document;
}
