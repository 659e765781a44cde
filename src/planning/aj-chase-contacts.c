/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom of a municipality the mail goes to. */
#include <string.h>

#include "aj-chase.h"
#include "aj-text.h"

/* The most who succeed one another, for nothing keeps two from naming each other. */
#define MAX_SUCCESSORS 20

/* What stands in the function of who works on this, best first, in both languages. */
static const char *const words[][6] = {
  { "actiedag", "echt niet vandaag", "action day" },
  { "cyber", "digita", "gedigitaliseerd", "online" },
  { "veilig", "openbare orde", "oov", "safety", "security" },
  { "contact", "beleid", "adviseur", "policy", "adviser" },
};

/* A mayor is asked when there is nobody else. */
static const char *const rather_not[] = { "burgemeester", "wethouder", "mayor", "alder", NULL };

static gboolean
has_left (const AjValues *person, AjDate date)
{
  AjDate left = aj_values_get_date (person, "left-on");

  return left != AJ_DATE_NONE && left < date;
}

static gboolean
can_be_asked (const AjValues *person, AjDate date)
{
  const char *address = person != NULL ? aj_values_get_text (person, "mail") : NULL;

  return address != NULL && aj_text_is_mail_address (address) && !has_left (person, date);
}

static gboolean
has_any (const char *function, const char *const *any, guint n)
{
  for (guint i = 0; i < n && any[i] != NULL; i++)
    if (strstr (function, any[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Less is asked sooner. */
static guint
rank (const AjValues *person)
{
  const char *text = aj_values_get_text (person, "function");
  g_autofree char *function = text != NULL ? aj_text_fold (text) : NULL;

  if (function == NULL)
    return G_N_ELEMENTS (words) + 1;
  if (has_any (function, rather_not, G_N_ELEMENTS (rather_not)))
    return G_N_ELEMENTS (words) + 2;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (has_any (function, words[i], G_N_ELEMENTS (words[i])))
      return i;
  return G_N_ELEMENTS (words);
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const AjValues *first = *(const AjValues *const *) a;
  const AjValues *second = *(const AjValues *const *) b;
  guint left = rank (first), right = rank (second);
  int order;

  if (left != right)
    return left < right ? -1 : 1;
  order = g_utf8_collate (aj_values_get_text (first, "name"), aj_values_get_text (second, "name"));
  return order != 0 ? order : strcmp (aj_values_get_id (first), aj_values_get_id (second));
}

const AjValues *
aj_chase_find_present (GHashTable *by_id, const char *person, AjDate date)
{
  for (guint i = 0; person != NULL && i < MAX_SUCCESSORS; i++)
    {
      const AjValues *values = g_hash_table_lookup (by_id, person);

      if (values == NULL)
        return NULL;
      if (!has_left (values, date))
        return values;
      person = aj_values_get_text (values, "successor");
    }
  return NULL;
}

/* Two may share a mailbox: who reads it is asked once. */
static void
add (GPtrArray *contacts, const AjValues *person, AjDate date)
{
  if (!can_be_asked (person, date))
    return;
  for (guint i = 0; i < contacts->len; i++)
    if (g_ascii_strcasecmp (aj_values_get_text (contacts->pdata[i], "mail"),
                            aj_values_get_text (person, "mail")) == 0)
      return;
  g_ptr_array_add (contacts, (gpointer) person);
}

GPtrArray *
aj_chase_order_contacts (GPtrArray *people, GHashTable *by_id, const char *chosen, AjDate date)
{
  GPtrArray *contacts = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  const AjValues *first = aj_chase_find_present (by_id, chosen, date);

  if (first != NULL)
    {
      const char *deputy = aj_values_get_text (first, "deputy");

      add (contacts, first, date);
      add (contacts, aj_chase_find_present (by_id, deputy, date), date);
    }
  for (guint i = 0; i < people->len; i++)
    g_ptr_array_add (others, people->pdata[i]);
  g_ptr_array_sort (others, compare_people);
  for (guint i = 0; i < others->len; i++)
    add (contacts, others->pdata[i], date);
  return contacts;
}
