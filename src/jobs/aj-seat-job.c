/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-seat-job.h"

#include <glib/gi18n-lib.h>

#include "aj-district.h"
#include "aj-membership.h"
#include "aj-seat.h"

static const char *
get_name (const AjValues *values)
{
  const char *name = values != NULL ? aj_values_get_text (values, "name") : NULL;

  return name != NULL ? name : "";
}

AjEdit *
aj_seat_job_add (AjStore *store,
                 const AjValues *group,
                 const AjValues *seat,
                 const char *holder_field,
                 const char *holder_id,
                 const char *holder_name,
                 AjDate date)
{
  g_autofree char *label = g_strdup_printf (_ ("Add %s to %s"), holder_name, get_name (group));
  AjEdit *edit = aj_edit_new (store, label);
  AjValues *membership = aj_edit_add (edit, &aj_membership_record_type);

  aj_values_set_text (membership, "group", aj_values_get_id (group));
  aj_values_set_text (membership, holder_field, holder_id);
  aj_values_set_date (membership, "from", date);
  if (seat != NULL)
    {
      aj_values_set_text (membership, "seat", aj_values_get_id (seat));
      if (!aj_values_is_empty (seat, "role"))
        aj_values_set_text (membership, "role", aj_values_get_text (seat, "role"));
    }
  return edit;
}

/* For whom they sit goes over only when the membership said so: a person brings their own organisation. */
static void
add_successor (AjEdit *edit,
               const AjSitter *sitter,
               const char *holder_field,
               const char *holder_id,
               AjDate date)
{
  AjValues *next = aj_edit_add (edit, &aj_membership_record_type);
  const AjValues *membership = sitter->membership;

  aj_values_set_text (next, "group", aj_values_get_text (membership, "group"));
  aj_values_set_text (next, "role", aj_values_get_text (membership, "role"));
  if (!aj_values_is_empty (membership, "person"))
    aj_values_set_text (next, "organisation", aj_values_get_text (membership, "organisation"));
  aj_values_set_text (next, holder_field, holder_id);
  aj_values_set_date (next, "from", date);
  if (sitter->seat != NULL)
    aj_values_set_text (next, "seat", aj_values_get_id (sitter->seat));
  /* An end that was agreed already is that of the seat's term. */
  if (aj_values_get_date (membership, "until") > date)
    aj_values_set_date (next, "until", aj_values_get_date (membership, "until"));
}

void
aj_seat_job_fill_end (AjEdit *edit, const AjValues *membership, AjDate last)
{
  AjDate from = aj_values_get_date (membership, "from");

  if (from != AJ_DATE_NONE && from > last)
    aj_edit_remove_values (edit, membership);
  else
    aj_values_set_date (aj_edit_change_values (edit, membership), "until", last);
}

void
aj_seat_job_fill_hand_over (AjEdit *edit,
                            const AjSitter *sitter,
                            const char *holder_field,
                            const char *holder_id,
                            AjDate date)
{
  AjDate from = aj_values_get_date (sitter->membership, "from");
  AjDate first = from != AJ_DATE_NONE ? MAX (from, date) : date;

  aj_seat_job_fill_end (edit, sitter->membership, date - 1);
  add_successor (edit, sitter, holder_field, holder_id, first);
}

AjEdit *
aj_seat_job_hand_over (AjStore *store,
                       const AjSitter *sitter,
                       const char *holder_field,
                       const char *holder_id,
                       const char *holder_name,
                       AjDate date)
{
  /* Translators: who leaves, who comes, and in which group. */
  g_autofree char *label = g_strdup_printf (_ ("Hand over from %s to %s in %s"),
                                            aj_sitter_get_name (sitter), holder_name,
                                            get_name (sitter->group));
  AjEdit *edit = aj_edit_new (store, label);

  aj_seat_job_fill_hand_over (edit, sitter, holder_field, holder_id, date);
  return edit;
}

AjEdit *
aj_seat_job_end (AjStore *store, const AjSitter *sitter, AjDate last)
{
  g_autofree char *day = aj_date_format_day_month (last);
  /* Translators: who, the group, and the last day. */
  g_autofree char *label = g_strdup_printf (_ ("%s leaves %s on %s"), aj_sitter_get_name (sitter),
                                            get_name (sitter->group), day);
  AjEdit *edit = aj_edit_new (store, label);

  aj_values_set_date (aj_edit_change_values (edit, sitter->membership), "until", last);
  return edit;
}

AjEdit *
aj_seat_job_add_seat (
    AjStore *store, const AjValues *group, const char *kind, const char *name, char **seat_id)
{
  g_autofree char *label = g_strdup_printf (_ ("Add a seat to %s"), get_name (group));
  AjEdit *edit = aj_edit_new (store, label);
  AjValues *seat = aj_edit_add (edit, &aj_seat_record_type);

  aj_values_set_text (seat, "group", aj_values_get_id (group));
  if (kind != NULL)
    aj_values_set_text (seat, "kind", kind);
  else
    aj_values_set_text (seat, "name", name);
  if (seat_id != NULL)
    *seat_id = g_strdup (aj_values_get_id (seat));
  return edit;
}

AjEdit *
aj_seat_job_remove_seat (AjStore *store, AjGroupBook *book, const AjValues *seat)
{
  g_autofree char *name = aj_group_book_describe_seat (book, seat);
  const char *group = aj_values_get_text (seat, "group");
  /* Translators: a seat and its group. */
  g_autofree char *label = g_strdup_printf (_ ("Remove the seat “%s” of %s"), name,
                                            get_name (aj_group_book_look_up (book, group)));
  AjEdit *edit = aj_edit_new (store, label);
  GPtrArray *memberships = aj_group_book_get_memberships (book, group);

  for (guint i = 0; memberships != NULL && i < memberships->len; i++)
    if (g_strcmp0 (aj_values_get_text (memberships->pdata[i], "seat"), aj_values_get_id (seat)) ==
        0)
      aj_values_set_text (aj_edit_change_values (edit, memberships->pdata[i]), "seat", NULL);
  aj_edit_remove (edit, &aj_seat_record_type, aj_values_get_id (seat));
  return edit;
}

AjEdit *
aj_seat_job_set_lead (AjStore *store,
                      const AjValues *district,
                      const char *person_id,
                      const char *person_name)
{
  /* Translators: a person and a district. */
  g_autofree char *label = g_strdup_printf (_ ("%s leads %s"), person_name, get_name (district));
  AjEdit *edit = aj_edit_new (store, label);

  aj_values_set_text (aj_edit_change_values (edit, district), "lead", person_id);
  return edit;
}
