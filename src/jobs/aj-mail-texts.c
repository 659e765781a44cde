/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-mail-texts.h"

#include <glib/gi18n-lib.h>

#define N_USES 14

struct _AjMailTexts
{
  gatomicrefcount references;
  AjValues *own[N_USES]; /* (owned) (nullable) */
};

G_DEFINE_BOXED_TYPE (AjMailTexts, aj_mail_texts, aj_mail_texts_ref, aj_mail_texts_unref)

#define PLACE(NAME) (1u << AJ_MAIL_PLACE_##NAME)
/* What any mail about a meeting has. */
#define COMMON                                                                                     \
  (PLACE (MEETING) | PLACE (GROUP) | PLACE (THEME) | PLACE (DATE) | PLACE (TIME) | PLACE (PLACE) | \
   PLACE (LINK) | PLACE (NAME) | PLACE (ORGANISER) | PLACE (NETWORK))
/* What any mail about an action day has, and what one has to who is asked. */
#define ACTION_DAY                                                                                 \
  (PLACE (EDITION) | PLACE (DATE) | PLACE (DEADLINE) | PLACE (DISTRICT) | PLACE (NAME) |           \
   PLACE (ORGANISER) | PLACE (NETWORK))
#define ASKING (ACTION_DAY | PLACE (MUNICIPALITY) | PLACE (LAST_TIME) | PLACE (FORM))

/* A translation may have the words of the places in its own language; the lines are left out that have nothing to say. */
static const struct
{
  const char *use;
  const char *subject;
  const char *body;
  guint places;
} texts[N_USES] = {
  { AJ_MAIL_INVITATION, N_ ("Invitation: {meeting}, {date}"),
    N_ ("Dear {name},\n"
        "\n"
        "You are invited to {meeting}.\n"
        "\n"
        "When: {date}, {time}\n"
        "Where: {place}\n"
        "Online: {link}\n"
        "\n"
        "Open the calendar file that is attached and choose Accept or Decline: then it is in your "
        "calendar, and we know who comes. Can you not come? Feel free to send somebody in your "
        "place.\n"
        "\n"
        "Kind regards,\n"
        "{organiser}\n"
        "{network}"),
    COMMON },
  { AJ_MAIL_UPDATE, N_ ("Changed: {meeting}, {date}"),
    N_ ("Dear {name},\n"
        "\n"
        "Something has changed about {meeting}.\n"
        "It was planned on {old date}.\n"
        "\n"
        "When: {date}, {time}\n"
        "Where: {place}\n"
        "Online: {link}\n"
        "\n"
        "Open the calendar file that is attached and choose Accept or Decline once more: then your "
        "calendar is right again.\n"
        "\n"
        "Kind regards,\n"
        "{organiser}\n"
        "{network}"),
    COMMON | PLACE (OLD_DATE) },
  { AJ_MAIL_CANCELLATION, N_ ("Cancelled: {meeting}, {date}"),
    N_ ("Dear {name},\n"
        "\n"
        "You do not have to come to {meeting} on {date}: this appointment is cancelled for you.\n"
        "\n"
        "Open the calendar file that is attached: then it goes from your calendar.\n"
        "\n"
        "Kind regards,\n"
        "{organiser}\n"
        "{network}"),
    COMMON | PLACE (OLD_DATE) },
  { AJ_MAIL_SPEAKER, N_ ("Your contribution to {meeting}, {date}"),
    N_ ("Dear {name},\n"
        "\n"
        "It is good that you want to tell us something at {meeting}.\n"
        "It was planned on {old date}.\n"
        "\n"
        "About: {item}\n"
        "When: {date}, {time}\n"
        "Where: {place}\n"
        "Online: {link}\n"
        "\n"
        "Is a calendar file attached? Open it and choose Accept or Decline: then this time is in "
        "your calendar.\n"
        "\n"
        "Do you need anything, such as a screen or sound? Tell us. If you have slides, we are glad "
        "to "
        "have them a day before.\n"
        "\n"
        "Kind regards,\n"
        "{organiser}\n"
        "{network}"),
    COMMON | PLACE (OLD_DATE) | PLACE (ITEM) | PLACE (AGENDA) },
  { AJ_MAIL_SPEAKER_CANCELLATION, N_ ("Cancelled: your contribution to {meeting}, {date}"),
    N_ ("Dear {name},\n"
        "\n"
        "The appointment for your contribution to {meeting} is cancelled.\n"
        "\n"
        "About: {item}\n"
        "When: {date}, {time}\n"
        "\n"
        "Open the calendar file that is attached: then this time goes from your calendar.\n"
        "\n"
        "Kind regards,\n"
        "{organiser}\n"
        "{network}"),
    COMMON | PLACE (ITEM) },
  { AJ_MAIL_AGENDA, N_ ("Agenda: {meeting}, {date}"),
    N_ ("Dear {name},\n"
        "\n"
        "This is the agenda of {meeting}. It is attached as well, to print.\n"
        "\n"
        "When: {date}, {time}\n"
        "Where: {place}\n"
        "Online: {link}\n"
        "\n"
        "{agenda}\n"
        "\n"
        "Kind regards,\n"
        "{organiser}\n"
        "{network}"),
    COMMON | PLACE (AGENDA) },
  { AJ_MAIL_MINUTES, N_ ("Minutes, for comment: {meeting}, {date}"),
    N_ ("Dear {name},\n"
        "\n"
        "The minutes of {meeting} on {date} are attached.\n"
        "\n"
        "Is something not right, or missing? Tell us within two weeks. After that they are fixed.\n"
        "\n"
        "Kind regards,\n"
        "{organiser}\n"
        "{network}"),
    COMMON },
  { AJ_MAIL_PROPOSAL_DECLINED, N_ ("It stays as it is: {meeting}, {date}"),
    N_ ("Dear {name},\n"
        "\n"
        "Thank you for your proposal for {meeting}.\n"
        "You proposed {proposal}.\n"
        "\n"
        "That does not suit enough of the others, so it stays as it is:\n"
        "\n"
        "When: {date}, {time}\n"
        "Where: {place}\n"
        "Online: {link}\n"
        "\n"
        "Can you not come? Feel free to send somebody in your place.\n"
        "\n"
        "Kind regards,\n"
        "{organiser}\n"
        "{network}"),
    COMMON | PLACE (PROPOSAL) },
  { AJ_MAIL_ACTION_DAY_INVITATION, N_ ("{edition}: what will you do?"),
    N_ ("Dear {name},\n"
        "\n"
        "{edition} is on {date}. On that day everybody does something for digital safety.\n"
        "\n"
        "This question is for {municipality}.\n"
        "\n"
        "Last time you did {last time}. The same again is fine, and so is something new.\n"
        "\n"
        "Tell us what you organise, where and when. A few lines in answer to this mail are "
        "enough.\n"
        "You can also fill in the form that is attached ({form}) and send it back.\n"
        "\n"
        "Please answer by {deadline}.\n"
        "\n"
        "Kind regards,\n"
        "{organiser}\n"
        "{network}"),
    ASKING },
  { AJ_MAIL_ACTION_DAY_REMINDER, N_ ("Reminder: {edition}, what will you do?"),
    N_ ("Dear {name},\n"
        "\n"
        "We have not heard from you yet about {edition} on {date}.\n"
        "\n"
        "This question is for {municipality}.\n"
        "\n"
        "Last time you did {last time}. The same again is fine.\n"
        "\n"
        "Tell us what you organise, where and when. A few lines in answer to this mail are "
        "enough.\n"
        "You can also fill in the form that is attached ({form}) and send it back.\n"
        "Will you not take part? Tell us that too.\n"
        "\n"
        "Please answer by {deadline}.\n"
        "\n"
        "Kind regards,\n"
        "{organiser}\n"
        "{network}"),
    ASKING },
  { AJ_MAIL_ACTION_DAY_BOTH, N_ ("Who can tell us about {edition}?"),
    N_ ("Dear {name},\n"
        "\n"
        "We have written before about {edition} on {date}, and have no answer yet.\n"
        "\n"
        "Does a colleague of yours know more? Please pass this mail on.\n"
        "\n"
        "This question is for {municipality}.\n"
        "\n"
        "Last time you did {last time}. The same again is fine.\n"
        "\n"
        "Tell us what you organise, where and when. A few lines in answer to this mail are "
        "enough.\n"
        "You can also fill in the form that is attached ({form}) and send it back.\n"
        "Will you not take part? Tell us that too.\n"
        "\n"
        "Please answer by {deadline}.\n"
        "\n"
        "Kind regards,\n"
        "{organiser}\n"
        "{network}"),
    ASKING },
  { AJ_MAIL_ACTION_DAY_LATE, N_ ("{edition}: you can still take part"),
    N_ ("Dear {name},\n"
        "\n"
        "The last day to register for {edition} was {deadline}, and we have not heard from you.\n"
        "\n"
        "You can still take part. {edition} is on {date}.\n"
        "\n"
        "This question is for {municipality}.\n"
        "\n"
        "Last time you did {last time}. The same again is fine.\n"
        "\n"
        "Tell us what you organise, where and when. A few lines in answer to this mail are "
        "enough.\n"
        "You can also fill in the form that is attached ({form}) and send it back.\n"
        "Will you not take part? Tell us that too.\n"
        "\n"
        "Kind regards,\n"
        "{organiser}\n"
        "{network}"),
    ASKING },
  { AJ_MAIL_ACTION_DAY_LAST_CALL, N_ ("{edition}: who in {district} has not answered"),
    N_ ("Dear {name},\n"
        "\n"
        "{edition} is on {date}. We have mailed these municipalities several times, and they have "
        "not answered yet:\n"
        "\n"
        "{municipalities}\n"
        "\n"
        "Can you call them? You know them best. Please tell us what you hear.\n"
        "\n"
        "The last day to register is {deadline}.\n"
        "\n"
        "Kind regards,\n"
        "{organiser}\n"
        "{network}"),
    ACTION_DAY | PLACE (MUNICIPALITIES) },
  { AJ_MAIL_ACTION_DAY_LOOK_BACK, N_ ("{edition}: how was it?"),
    N_ ("Dear {name},\n"
        "\n"
        "Thank you for what you did for {edition} on {date}.\n"
        "\n"
        "This question is for {municipality}.\n"
        "\n"
        "How was it? Tell us of each activity whether it took place, how many people came and "
        "what worked. A few lines in answer to this mail are enough.\n"
        "You can also fill in the form that is attached ({form}) and send it back.\n"
        "\n"
        "Kind regards,\n"
        "{organiser}\n"
        "{network}"),
    (ACTION_DAY & ~PLACE (DEADLINE)) | PLACE (MUNICIPALITY) | PLACE (FORM) },
};

static gboolean
look_up (const char *use, guint *index)
{
  for (guint i = 0; i < N_USES; i++)
    if (g_strcmp0 (texts[i].use, use) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

/* Asking for a kind of mail that there is none of is a programming error. */
static guint
find (const char *use)
{
  guint index = 0;

  if (!look_up (use, &index))
    g_error ("there is no mail “%s”", use);
  return index;
}

AjMailTexts *
aj_mail_texts_ref (AjMailTexts *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
aj_mail_texts_unref (AjMailTexts *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < N_USES; i++)
    g_clear_pointer (&self->own[i], aj_values_unref);
  g_free (self);
}

/* @records (element-type AjRecord): of each kind one at most, for the kind is unique. */
static AjMailTexts *
texts_new (GPtrArray *records)
{
  AjMailTexts *self = g_new0 (AjMailTexts, 1);

  g_atomic_ref_count_init (&self->references);
  for (guint i = 0; i < records->len; i++)
    {
      const AjValues *values = aj_record_get_values (records->pdata[i]);
      guint index;

      if (look_up (aj_values_get_text (values, "use"), &index))
        self->own[index] = aj_values_ref (values);
    }
  return self;
}

AjMailTexts *
aj_mail_texts_load (AjStore *store, GError **error)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_mail_text_record_type);
  g_autoptr (GPtrArray) records = aj_store_fetch (store, query, error);

  return records != NULL ? texts_new (records) : NULL;
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) records = aj_store_fetch_finish (AJ_STORE (source), result, &error);

  if (records != NULL)
    g_task_return_pointer (task, texts_new (records), (GDestroyNotify) aj_mail_texts_unref);
  else
    g_task_return_error (task, error);
}

void
aj_mail_texts_load_async (AjStore *store,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (AjQuery) query = aj_query_new (&aj_mail_text_record_type);
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, aj_mail_texts_load_async);
  aj_store_fetch_async (store, query, cancellable, fetched_cb, task);
}

AjMailTexts *
aj_mail_texts_load_finish (AjStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const AjValues *
aj_mail_texts_get_own (AjMailTexts *self, const char *use)
{
  return self->own[find (use)];
}

const char *
aj_mail_texts_get_subject (AjMailTexts *self, const char *use)
{
  const AjValues *own = aj_mail_texts_get_own (self, use);

  return own != NULL ? aj_values_get_text (own, "subject")
                     : aj_mail_texts_get_default_subject (use);
}

/* What was emptied is empty. */
const char *
aj_mail_texts_get_body (AjMailTexts *self, const char *use)
{
  const AjValues *own = aj_mail_texts_get_own (self, use);
  const char *body = own != NULL ? aj_values_get_text (own, "body")
                                 : aj_mail_texts_get_default_body (use);

  return body != NULL ? body : "";
}

const char *
aj_mail_texts_get_default_subject (const char *use)
{
  return _ (texts[find (use)].subject);
}

const char *
aj_mail_texts_get_default_body (const char *use)
{
  return _ (texts[find (use)].body);
}

gboolean
aj_mail_texts_has_place (const char *use, AjMailPlace place)
{
  return (texts[find (use)].places & (1u << place)) != 0;
}
