/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-chase-mail.h"

#include <glib/gi18n-lib.h>

#include "aj-edition.h"
#include "aj-text.h"

/* A mail that is being written. */
typedef struct
{
  AjChaseBook *book; /* (borrowed) */
  const AjValues *edition;
  GPtrArray *items; /* (owned) (element-type AjChaseItem): borrowed ones, in one round */
  AjDate today;
  const AjMailSender *sender;
  GArray *attachments; /* (borrowed) (nullable) (element-type AjMailAttachment) */
  GArray *recipients;  /* (owned) (element-type AjMailbox) */
  const char *use;
  const char *values[AJ_MAIL_N_PLACES]; /* (borrowed): what fills the places */
  GPtrArray *kept;                      /* (owned) (element-type utf8): what was made for them */
} Writing;

static void
writing_clear (Writing *self)
{
  g_clear_pointer (&self->recipients, g_array_unref);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

void
aj_chase_mail_free (AjChaseMail *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->file_name);
  g_free (self->about);
  g_free (self->subject);
  g_free (self->body);
  g_strfreev (self->addresses);
  g_strfreev (self->unknown);
  g_ptr_array_unref (self->asked);
  g_free (self);
}

static const AjChaseItem *
get_item (Writing *self, guint i)
{
  return self->items->pdata[i];
}

static AjChaseRound
get_round (Writing *self)
{
  return get_item (self, 0)->round;
}

static gboolean
is_last_call (Writing *self)
{
  return get_round (self) == AJ_CHASE_LAST_CALL;
}

/* Whether they all have one mailbox, as that of what the municipalities of a district have together. */
static gboolean
has_one_address (Writing *self)
{
  const char *first = g_array_index (get_item (self, 0)->to, AjChaseContact, 0).mail;

  for (guint i = 0; i < self->recipients->len; i++)
    if (g_ascii_strcasecmp (g_array_index (self->recipients, AjMailbox, i).mail, first) != 0)
      return FALSE;
  return TRUE;
}

/* Whether it goes to several municipalities, which are not to know of one another. */
static gboolean
is_to_many (Writing *self)
{
  return self->items->len > 1 && !is_last_call (self) && !has_one_address (self);
}

static const char *
get_name (const AjChaseItem *item)
{
  return aj_values_get_text (item->line->municipality, "name");
}

static const char *
get_district_name (Writing *self, const AjChaseItem *item)
{
  return aj_edition_facts_get_district_name (aj_chase_book_get_facts (self->book),
                                             aj_values_get_text (item->line->municipality,
                                                                 "district"));
}

/* Of a last call each item has the one lead. */
static void
add_recipients (Writing *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      GArray *to = get_item (self, i)->to;

      for (guint k = 0; k < to->len && (i == 0 || !is_last_call (self)); k++)
        {
          const AjChaseContact *contact = &g_array_index (to, AjChaseContact, k);
          const AjMailbox mailbox = { contact->name, contact->mail };

          g_array_append_val (self->recipients, mailbox);
        }
    }
}

/* Keeps what was made for a place. */
static void
fill (Writing *self, AjMailPlace place, char *text)
{
  g_ptr_array_add (self->kept, text);
  self->values[place] = text;
}

static char *
join (GPtrArray *names)
{
  g_ptr_array_add (names, NULL);
  return aj_text_join_names ((const char *const *) names->pdata);
}

/* Whoever reads the mailbox of an organisation has no name here. */
static char *
describe_names (Writing *self)
{
  const AjChaseItem *item = get_item (self, 0);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < item->to->len && !is_to_many (self); i++)
    {
      const AjChaseContact *contact = &g_array_index (item->to, AjChaseContact, i);

      if (contact->person != NULL && !aj_values_get_boolean (contact->person, "role-mailbox"))
        g_ptr_array_add (names, (gpointer) contact->name);
    }
  if (names->len > 0)
    return join (names);
  /* Translators: whom a mail goes to: "Dear colleague". */
  return g_strdup (is_to_many (self) ? _ ("colleagues") : _ ("colleague"));
}

static char *
describe_date (Writing *self)
{
  g_autofree char *from = aj_date_format_long (aj_values_get_date (self->edition, "starts-on"));
  g_autofree char *until = NULL;

  if (aj_edition_is_one_day (self->edition))
    return g_steal_pointer (&from);
  until = aj_date_format_long (aj_values_get_date (self->edition, "ends-on"));
  /* Translators: the first and the last day. */
  return g_strdup_printf (_ ("%1$s to %2$s"), from, until);
}

/* (nullable): once it is over, only a mail that says so names it. */
static char *
describe_deadline (Writing *self)
{
  AjDate deadline = aj_values_get_date (self->edition, "deadline");
  gboolean is_said = g_str_equal (self->use, AJ_MAIL_ACTION_DAY_LATE) ||
                     !aj_chase_is_late (self->edition, self->today);

  return deadline != AJ_DATE_NONE && is_said ? aj_date_format_long (deadline) : NULL;
}

/* (nullable): what just one municipality did last time. */
static char *
describe_last_time (Writing *self)
{
  const char *id = aj_values_get_id (get_item (self, 0)->line->municipality);
  guint n;
  GPtrArray *done = aj_chase_book_get_last_time (self->book, id, &n);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (self->items->len > 1 || is_last_call (self) || done == NULL)
    return NULL;
  for (guint i = 0; i < done->len; i++)
    /* Translators: the name of something that is quoted. */
    g_ptr_array_add (names, g_strdup_printf (_ ("“%s”"), (const char *) done->pdata[i]));
  if (n > done->len)
    g_ptr_array_add (names, g_strdup_printf (ngettext ("%u other activity", "%u other activities",
                                                       n - done->len),
                                             n - done->len));
  return join (names);
}

/* (nullable): with whom who leads the district can call: not with themselves. */
static const AjChaseContact *
find_other (const AjChaseItem *item)
{
  for (guint i = 0; i < item->contacts->len; i++)
    {
      const AjChaseContact *contact = &g_array_index (item->contacts, AjChaseContact, i);

      if (contact->person == NULL || item->lead == NULL ||
          !g_str_equal (aj_values_get_id (contact->person), aj_values_get_id (item->lead)))
        return contact;
    }
  return NULL;
}

/* With whom there can be called: "– Almelo: Anna de Vries, 0546-541111". */
static char *
list_municipalities (Writing *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const AjChaseItem *item = get_item (self, i);
      const AjChaseContact *contact = find_other (item);
      const AjValues *person = contact != NULL ? contact->person : NULL;
      const char *number = person != NULL ? aj_values_get_text (person, "mobile") : NULL;

      if (number == NULL && person != NULL)
        number = aj_values_get_text (person, "phone");
      g_string_append_printf (text, "%s– %s", i > 0 ? "\n" : "", get_name (item));
      if (contact != NULL)
        g_string_append_printf (text, ": %s, %s", contact->name,
                                number != NULL ? number : contact->mail);
      else if (item->contacts->len > 0)
        /* Translators: behind the name of a municipality, to the only one there who can be asked. */
        g_string_append (text, _ (": there it is you whom we ask"));
    }
  return g_strdup (text->str);
}

/* (nullable): each district once. */
static char *
list_districts (Writing *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->items->len; i++)
    {
      const char *name = get_district_name (self, get_item (self, i));

      if (name != NULL && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }
  return names->len > 0 ? join (names) : NULL;
}

/* Which it is about, where whoever reads it may know. */
static char *
list_names (Writing *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (is_last_call (self) || is_to_many (self))
    return NULL;
  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (names, (gpointer) get_name (get_item (self, i)));
  return join (names);
}

static void
fill_places (Writing *self)
{
  fill (self, AJ_MAIL_PLACE_DATE, describe_date (self));
  fill (self, AJ_MAIL_PLACE_DEADLINE, describe_deadline (self));
  fill (self, AJ_MAIL_PLACE_NAME, describe_names (self));
  fill (self, AJ_MAIL_PLACE_DISTRICT, list_districts (self));
  fill (self, AJ_MAIL_PLACE_LAST_TIME, describe_last_time (self));
  if (is_last_call (self))
    fill (self, AJ_MAIL_PLACE_MUNICIPALITIES, list_municipalities (self));
  fill (self, AJ_MAIL_PLACE_MUNICIPALITY, list_names (self));
  self->values[AJ_MAIL_PLACE_EDITION] = aj_values_get_text (self->edition, "name");
  if (self->attachments != NULL)
    self->values[AJ_MAIL_PLACE_FORM] =
        g_array_index (self->attachments, AjMailAttachment, 0).file_name;
  self->values[AJ_MAIL_PLACE_ORGANISER] = self->sender->organiser.name;
  /* One name under a mail is enough. */
  if (g_strcmp0 (self->sender->network, self->sender->organiser.name) != 0)
    self->values[AJ_MAIL_PLACE_NETWORK] = self->sender->network;
}

static AjAsked *
make_asked (Writing *self, const AjChaseItem *item)
{
  const AjChaseContact *first = &g_array_index (item->to, AjChaseContact, 0);
  AjAsked *asked = g_new0 (AjAsked, 1);

  asked->municipality = g_strdup (aj_values_get_id (item->line->municipality));
  asked->round = item->round;
  if (first->person != NULL)
    asked->person = g_strdup (aj_values_get_id (first->person));
  if (item->round == AJ_CHASE_LAST_CALL)
    asked->name = g_strdup (first->name);
  else if (item->to->len > 1)
    asked->also_to = g_strdup (g_array_index (item->to, AjChaseContact, 1).name);
  return asked;
}

/* Where everybody is in Bcc, it is addressed to whom it comes from. */
static GBytes *
write_file (Writing *self, const AjChaseMail *mail)
{
  const AjMailbox organiser = { self->sender->organiser.name, self->sender->organiser.mail };
  const AjMailbox *recipients = (const AjMailbox *) (gpointer) self->recipients->data;
  AjUnsentMail unsent = {
    .from = organiser,
    .to = recipients,
    .n_to = self->recipients->len,
    .subject = mail->subject,
    .body = mail->body,
  };

  if (self->attachments != NULL)
    {
      unsent.attachments = (const AjMailAttachment *) (gpointer) self->attachments->data;
      unsent.n_attachments = self->attachments->len;
    }
  if (mail->is_bcc)
    {
      unsent.to = &organiser;
      unsent.n_to = organiser.mail != NULL ? 1 : 0;
      unsent.bcc = recipients;
      unsent.n_bcc = self->recipients->len;
    }
  return aj_unsent_mail_write (&unsent);
}

static char **
list_addresses (Writing *self)
{
  g_autoptr (GStrvBuilder) addresses = g_strv_builder_new ();

  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->recipients->len; i++)
    {
      const char *mail = g_array_index (self->recipients, AjMailbox, i).mail;

      if (g_hash_table_add (known, g_utf8_casefold (mail, -1)))
        g_strv_builder_add (addresses, mail);
    }
  return g_strv_builder_end (addresses);
}

/* (transfer full): names are what people write, and no paths. */
static char *
make_file_name (Writing *self, const AjChaseMail *mail)
{
  g_autofree char *text = g_strdup_printf ("%s - %s - %s", self->values[AJ_MAIL_PLACE_EDITION],
                                           mail->about, aj_chase_round_get_label (mail->round));
  g_autofree char *name = aj_text_to_file_name (text);

  return g_strconcat (name, ".eml", NULL);
}

static AjChaseMail *
finish (Writing *self)
{
  AjChaseMail *mail = g_new0 (AjChaseMail, 1);
  AjMailTexts *texts = aj_chase_book_get_texts (self->book);
  g_autoptr (GPtrArray) unknown = g_ptr_array_new ();
  const char *district = self->values[AJ_MAIL_PLACE_DISTRICT];

  mail->round = get_round (self);
  mail->is_bcc = is_to_many (self);
  if (is_last_call (self) || self->items->len > 1)
    mail->about = g_strdup (district != NULL ? district : _ ("In no district"));
  else
    mail->about = g_strdup (get_name (get_item (self, 0)));
  mail->subject = aj_mail_places_fill (aj_mail_texts_get_subject (texts, self->use), self->values,
                                       unknown);
  mail->body = aj_mail_places_fill (aj_mail_texts_get_body (texts, self->use), self->values,
                                    unknown);
  g_ptr_array_add (unknown, NULL);
  mail->unknown = (char **) g_ptr_array_free (g_steal_pointer (&unknown), FALSE);
  mail->file_name = make_file_name (self, mail);
  mail->addresses = list_addresses (self);
  mail->asked = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_asked_free);
  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (mail->asked, make_asked (self, get_item (self, i)));
  mail->has_attachments = self->attachments != NULL;
  mail->bytes = write_file (self, mail);
  return mail;
}

/* (transfer full): who is asked in one mail has one key. */
static char *
make_key (const AjChaseItem *item, gboolean per_district)
{
  const char *district = aj_values_get_text (item->line->municipality, "district");

  if (item->round == AJ_CHASE_LAST_CALL)
    return g_strdup_printf ("lead %s", aj_values_get_id (item->lead));
  if (per_district)
    return g_strdup_printf ("%s %s", aj_chase_round_get_code (item->round),
                            district != NULL ? district : "");
  return g_strdup (aj_values_get_id (item->line->municipality));
}

/* (transfer full) (element-type GPtrArray): in the order of the first of each. */
static GPtrArray *
group (GPtrArray *items, gboolean per_district)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      AjChaseItem *item = items->pdata[i];
      g_autofree char *key = NULL;
      GPtrArray *one;

      if (item->to->len == 0)
        continue;
      key = make_key (item, per_district);
      one = g_hash_table_lookup (by_key, key);
      if (one == NULL)
        {
          one = g_ptr_array_new ();
          g_ptr_array_add (groups, one);
          g_hash_table_insert (by_key, g_steal_pointer (&key), one);
        }
      g_ptr_array_add (one, item);
    }
  return groups;
}

GPtrArray *
aj_chase_mail_write_all (AjChaseBook *book,
                         GPtrArray *items,
                         gboolean per_district,
                         AjDate today,
                         const AjMailSender *sender,
                         GHashTable *attachments)
{
  g_autoptr (GPtrArray) groups = group (items, per_district);
  GPtrArray *mails = g_ptr_array_new_with_free_func ((GDestroyNotify) aj_chase_mail_free);

  for (guint i = 0; i < groups->len; i++)
    {
      g_auto (Writing) writing = { .book = book, .today = today, .sender = sender };

      writing.edition = aj_edition_facts_get_edition (aj_chase_book_get_facts (book));
      writing.items = groups->pdata[i];
      writing.recipients = g_array_new (FALSE, FALSE, sizeof (AjMailbox));
      writing.kept = g_ptr_array_new_with_free_func (g_free);
      writing.use = aj_chase_round_get_use (get_round (&writing),
                                            aj_chase_is_late (writing.edition, today));
      if (attachments != NULL && writing.items->len == 1 && !is_last_call (&writing))
        writing.attachments = g_hash_table_lookup (attachments,
                                                   aj_values_get_id (
                                                       get_item (&writing, 0)->line->municipality));
      add_recipients (&writing);
      fill_places (&writing);
      g_ptr_array_add (mails, finish (&writing));
    }
  return mails;
}

guint
aj_chase_mail_count (GPtrArray *items, gboolean per_district)
{
  g_autoptr (GPtrArray) groups = group (items, per_district);

  return groups->len;
}

char *
aj_chase_mail_describe_to (const AjChaseMail *self)
{
  guint n = g_strv_length (self->addresses);

  if (!self->is_bcc)
    return g_strjoinv (", ", self->addresses);
  return g_strdup_printf (ngettext ("%u address, in Bcc", "%u addresses, all in Bcc", n), n);
}
