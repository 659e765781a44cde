/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-group-mail.h"

#include <glib/gi18n-lib.h>

#include "aj-composition.h"
#include "aj-text.h"

typedef struct
{
  GStrvBuilder *addresses; /* (owned) */
  GStrvBuilder *without;   /* (owned) */
  GHashTable *known;       /* (owned) (element-type utf8): folded */
} Collecting;

static void
collecting_init (Collecting *self)
{
  self->addresses = g_strv_builder_new ();
  self->without = g_strv_builder_new ();
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static AjGroupMail *
collecting_end (Collecting *self)
{
  AjGroupMail *mail = g_new0 (AjGroupMail, 1);

  mail->addresses = g_strv_builder_end (self->addresses);
  mail->without = g_strv_builder_end (self->without);
  g_strv_builder_unref (self->addresses);
  g_strv_builder_unref (self->without);
  g_hash_table_unref (self->known);
  return mail;
}

static const char *
get_address (const AjValues *values)
{
  const char *address = values != NULL ? aj_values_get_text (values, "mail") : NULL;

  return address != NULL && aj_text_is_mail_address (address) ? address : NULL;
}

static void
collect (Collecting *self, const char *name, const AjValues *person, const AjValues *organisation)
{
  const char *address = get_address (person);

  if (address == NULL)
    address = get_address (organisation);
  if (address == NULL)
    g_strv_builder_add (self->without, name);
  else if (g_hash_table_add (self->known, g_utf8_casefold (address, -1)))
    g_strv_builder_add (self->addresses, address);
}

AjGroupMail *
aj_group_mail_new (AjGroupBook *book, const char *group_id, AjDate date)
{
  g_autoptr (AjComposition) composition = aj_composition_new (book, group_id, date);
  Collecting collecting;

  collecting_init (&collecting);
  for (guint i = 0; i < composition->sitters->len; i++)
    {
      const AjSitter *sitter = &g_array_index (composition->sitters, AjSitter, i);

      collect (&collecting, aj_sitter_get_name (sitter), sitter->person, sitter->organisation);
    }
  return collecting_end (&collecting);
}

AjGroupMail *
aj_group_mail_new_for_leads (AjGroupBook *book, AjDate date, AjDate today)
{
  GPtrArray *districts = aj_group_book_get_districts (book);
  Collecting collecting;

  collecting_init (&collecting);
  for (guint i = 0; i < districts->len; i++)
    {
      const AjValues *district = districts->pdata[i];
      const AjValues *lead = aj_group_book_get_lead (book, district, date, today);
      const AjValues *organisation =
          lead != NULL ? aj_group_book_look_up (book, aj_values_get_text (lead, "organisation"))
                       : NULL;

      collect (&collecting, aj_values_get_text (lead != NULL ? lead : district, "name"), lead,
               organisation);
    }
  return collecting_end (&collecting);
}

char *
aj_group_mail_describe_missing (const AjGroupMail *self, guint max_names)
{
  guint n_without = g_strv_length (self->without);
  g_autoptr (GString) names = g_string_new (NULL);

  if (n_without == 0)
    return g_strdup ("");
  for (guint i = 0; i < MIN (n_without, max_names); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? _ (", ") : "", self->without[i]);
  if (n_without > max_names)
    g_string_append (names, " …");
  /* Translators: how many, and some of their names. */
  return g_strdup_printf (ngettext ("%u has no address: %s.", "%u have no address: %s.", n_without),
                          n_without, names->str);
}

void
aj_group_mail_free (AjGroupMail *self)
{
  g_strfreev (self->addresses);
  g_strfreev (self->without);
  g_free (self);
}
